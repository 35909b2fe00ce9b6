import { type DocumentKind, documentLimits } from '@cdop/domain'
import sharp, { type Metadata } from 'sharp'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'

/** Seconds one picture may take. */
const LONGEST = 10
/** Of a photograph made anew: no difference that an eye sees. */
const QUALITY = 92

/** Pixels of a picture that is turned: the whole of it is held for that, some nine bytes each. */
const MOST_TURNED = 10_000_000
/** Bytes that are held of a picture whose rows come in several passes. */
const MOST_HELD = 80 * 1024 * 1024

sharp.cache(false)
sharp.concurrency(1)

/**
 * A picture made anew from its pixels, the right way up: no place, no time, no camera, no name, nothing behind its end. A
 * photograph too large to be turned says which way up it is, and nothing else. One that is only looked at, for it stays
 * where it is, need not be `upright`.
 * @throws FaultFound
 */
export async function inspectPicture(
  content: Buffer,
  kind: Extract<DocumentKind, 'jpg' | 'png'>,
  { upright = true }: { upright?: boolean } = {},
): Promise<Inspected> {
  try {
    const found = await sharp(content, { limitInputPixels: false }).metadata()
    if (found.format !== (kind === 'jpg' ? 'jpeg' : 'png')) throw new FaultFound('not-what-it-says')
    const pixels = found.width * found.height
    if (pixels > documentLimits.pixels) throw new FaultFound('too-many-pixels')
    if (heldOf(found) > MOST_HELD) throw new FaultFound('needs-too-much')
    const { orientation = 1 } = found
    const turned = upright && orientation > 1
    if (turned && pixels > MOST_TURNED && kind === 'png') throw new FaultFound('needs-too-much')
    const says = turned && pixels > MOST_TURNED
    const picture = sharp(content, {
      limitInputPixels: documentLimits.pixels,
      failOn: 'error',
      sequentialRead: true,
      autoOrient: upright && !says,
    }).timeout({ seconds: LONGEST })
    // The best coding is found from the whole of a picture: for a very large one the usual coding is used.
    const optimizeCoding = pixels <= MOST_TURNED
    const made = kind === 'jpg' ? picture.jpeg({ quality: QUALITY, optimizeCoding }) : picture.png()
    const anew = await made.toBuffer()
    return { content: says ? saying(orientation, anew) : [anew], kept: [] }
  } catch (thrown) {
    if (thrown instanceof FaultFound) throw thrown
    const slow = thrown instanceof Error && /timeout/i.test(thrown.message)
    throw new FaultFound(slow ? 'took-too-long' : 'damaged')
  }
}

/** Bytes that have to be held before the first row is whole: none where rows come one after the other. */
function heldOf({
  isProgressive,
  width,
  height,
  channels,
  format,
  chromaSubsampling,
  depth,
}: Metadata): number {
  if (isProgressive !== true) return 0
  if (format === 'jpeg') return width * height * 2 * (chromaSubsampling === '4:2:0' ? 1.5 : channels)
  return width * height * channels * (depth === 'ushort' ? 2 : 1)
}

const START = 2

/** A JPG that says which way up it is: an APP1 segment of Exif 2.3 with the one tag 0x0112 behind its beginning. */
function saying(orientation: number, jpeg: Buffer): Buffer[] {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, segment.length + 2])
  return [jpeg.subarray(0, START), head, segment, jpeg.subarray(START)]
}
