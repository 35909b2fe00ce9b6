import { type DocumentKind, documentLimits } from '@cdop/domain'
import sharp from 'sharp'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'

/** Seconds one picture may take. */
const LONGEST = 10
/** Of a photograph made anew: no difference that an eye sees. */
const QUALITY = 92

sharp.cache(false)
sharp.concurrency(1)

/**
 * A picture made anew from its pixels, the right way up: no place, no time, no camera, no name, nothing behind its end.
 * @throws FaultFound
 */
export async function inspectPicture(
  content: Buffer,
  kind: Extract<DocumentKind, 'jpg' | 'png'>,
): Promise<Inspected> {
  try {
    const found = await sharp(content, { limitInputPixels: false }).metadata()
    if (found.format !== (kind === 'jpg' ? 'jpeg' : 'png')) throw new FaultFound('not-what-it-says')
    if (found.width * found.height > documentLimits.pixels) throw new FaultFound('too-many-pixels')
    const picture = sharp(content, {
      limitInputPixels: documentLimits.pixels,
      failOn: 'error',
      sequentialRead: true,
      autoOrient: true,
    }).timeout({ seconds: LONGEST })
    const anew = kind === 'jpg' ? picture.jpeg({ quality: QUALITY }) : picture.png()
    return { content: await anew.toBuffer(), kept: [] }
  } catch (thrown) {
    if (thrown instanceof FaultFound) throw thrown
    const slow = thrown instanceof Error && /timeout/i.test(thrown.message)
    throw new FaultFound(slow ? 'took-too-long' : 'damaged')
  }
}
