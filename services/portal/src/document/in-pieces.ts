import { documentLimits } from '@cdop/domain'

/** Content in pieces of one length; null in place of what is more than a file may have. */
export async function* inPieces(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer | null, void, undefined> {
  let held: Uint8Array[] = []
  let length = 0
  let total = 0
  for await (const bytes of content) {
    total += bytes.length
    if (total > documentLimits.bytes) {
      yield null
      return
    }
    held.push(bytes)
    length += bytes.length
    if (length < documentLimits.piece) continue
    const all = Buffer.concat(held)
    let from = 0
    for (; all.length - from >= documentLimits.piece; from += documentLimits.piece) {
      yield all.subarray(from, from + documentLimits.piece)
    }
    held = [all.subarray(from)]
    length = all.length - from
  }
  if (length > 0) yield Buffer.concat(held)
}
