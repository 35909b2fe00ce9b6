import { TableRefusal } from '../table-refusal.ts'

/**
 * The same bytes without a byte order mark, known to be UTF-8 text. Throws a `TableRefusal` at the first that are not,
 * and at the end when the last line has no line break and must.
 */
export async function* textBytes(
  bytes: AsyncIterable<Uint8Array>,
  { lastLineMayBeOpen }: { lastLineMayBeOpen: boolean },
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  let last: number | undefined
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue
    if (first) refuseUtf16(chunk)
    // No text has a zero byte: UTF-16 without its mark has one in every second place, other files anywhere.
    if (chunk.includes(0))
      throw new TableRefusal(first && isZeroEverySecond(chunk) ? 'utf-16' : 'not-a-table')
    checked(() => decoder.decode(chunk, { stream: true }))
    last = chunk.at(-1)
    yield first ? withoutMark(chunk) : chunk
    first = false
  }
  checked(() => decoder.decode())
  if (!lastLineMayBeOpen && last !== newLine && last !== carriageReturn) throw new TableRefusal('truncated')
}

const newLine = 0x0a
const carriageReturn = 0x0d

function refuseUtf16(chunk: Uint8Array): void {
  const mark = [chunk[0], chunk[1]]
  if ((mark[0] === 0xff && mark[1] === 0xfe) || (mark[0] === 0xfe && mark[1] === 0xff)) {
    throw new TableRefusal('utf-16')
  }
}

function isZeroEverySecond(chunk: Uint8Array): boolean {
  const start = chunk.subarray(0, 64)
  return start.filter((byte) => byte === 0).length * 3 >= start.length
}

/** `first` holds at least the first eight bytes of the file, so a mark is never cut in two. */
function withoutMark(first: Uint8Array): Uint8Array {
  return first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? first.subarray(3) : first
}

function checked(decode: () => unknown): void {
  try {
    decode()
  } catch {
    throw new TableRefusal('not-utf-8')
  }
}
