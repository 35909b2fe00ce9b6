import { inflateSync } from 'node:zlib'
import { documentLimits } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'
import { letGo } from './let-go.ts'
import { namesIn, type PdfNames } from './pdf-names.ts'
import { readTrailers } from './pdf-trailers.ts'
import { endOfDirectory, LARGEST_WHOLE } from './zip-archive.ts'

/** Bytes before the end within which the file must say that it ends. */
const TAIL = 1024
/** What may stand behind that: ends of lines. */
const NOTHING = /^[\s\0]*$/

/**
 * A PDF whose tables lead where they say, that is not encrypted, runs nothing, sends nothing and has no file inside. What
 * it says of its maker stays: taking it out would move every object.
 * @throws FaultFound
 */
export function inspectPdf(content: Buffer): Inspected {
  if (!/^%PDF-(1\.[0-7]|2\.0)[\r\n\s]/.test(content.subarray(0, 12).toString('latin1'))) {
    throw new FaultFound('not-what-it-says')
  }
  // A ZIP archive is read from its end: one file would be two.
  if (endOfDirectory(content) !== null) throw new FaultFound('not-what-it-says')
  const tail = content.subarray(-TAIL).toString('latin1')
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0 || !NOTHING.test(tail.slice(end + 5))) throw new FaultFound('damaged')
  const { encrypted } = readTrailers(content)
  if (encrypted) throw new FaultFound('password')
  const names = namesIn(content)
  refuseNames(names)
  let allowance: number = documentLimits.unpackedBytes
  for (const { from, plain } of names.objectStreams) {
    letGo(content.length)
    const unpacked = objectsIn(content.subarray(from, endOfStream(content, from)), plain, allowance)
    allowance -= unpacked.length
    refuseNames(namesIn(unpacked))
  }
  return {
    content: [content],
    kept: names.found.has('Info') || names.found.has('Metadata') ? ['pdf-properties'] : [],
  }
}

function refuseNames({ found }: PdfNames): void {
  const has = (...names: readonly string[]) => names.some((name) => found.has(name))
  if (has('Encrypt')) throw new FaultFound('password')
  if (has('JavaScript', 'JS', 'Launch', 'XFA', 'SubmitForm', 'ImportData', 'RichMedia', 'Rendition')) {
    throw new FaultFound('runs-something')
  }
  if (has('EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'GoToE'))
    throw new FaultFound('holds-other-files')
  if (has('GoToR')) throw new FaultFound('external-content')
}

function endOfStream(content: Buffer, from: number): number {
  const end = content.indexOf('endstream', from, 'latin1')
  if (end < 0) throw new FaultFound('damaged')
  return end
}

/** The objects packed together in a stream. Only the one packing that programs use for them is known. */
function objectsIn(packed: Buffer, plain: boolean, allowance: number): Buffer {
  if (plain) return packed
  if (allowance <= 0) throw new FaultFound('unpacks-too-large')
  try {
    // Line ends may stand between the packed bytes and the word that ends them.
    return inflateSync(packed, { maxOutputLength: Math.min(allowance, LARGEST_WHOLE) })
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw new FaultFound('damaged')
    throw new FaultFound(allowance < LARGEST_WHOLE ? 'unpacks-too-large' : 'needs-too-much')
  }
}
