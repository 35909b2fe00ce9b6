import { FaultFound } from './fault-found.ts'

/** How the dictionary begins ([MS-OXRTFCP] 2.1.2.1). */
const BEGINS =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
const DICTIONARY = 4096
const HEADER = 16
const COMPRESSED = 0x75465a4c
const AS_IT_IS = 0x414c454d

/**
 * The text of a mail as Outlook keeps it ([MS-OXRTFCP]), to its very end, whatever length it gives itself. It is read, never
 * kept: only to see what is in it.
 * @param most bytes it may unpack to
 * @throws FaultFound
 */
export function decompressedRtf(packed: Buffer, most: number): string {
  if (packed.length < HEADER) throw new FaultFound('damaged')
  const kind = packed.readUInt32LE(8)
  if (packed.length > most) throw new FaultFound('needs-too-much')
  if (kind === AS_IT_IS) return packed.toString('latin1', HEADER)
  if (kind !== COMPRESSED) throw new FaultFound('damaged')
  const dictionary = Buffer.alloc(DICTIONARY)
  let write = dictionary.write(BEGINS, 'latin1')
  let text = Buffer.alloc(packed.length * 4)
  let length = 0
  const put = (byte: number) => {
    if (length === most) throw new FaultFound('needs-too-much')
    if (length === text.length) text = Buffer.concat([text, Buffer.alloc(text.length)])
    dictionary[write] = byte
    write = (write + 1) % DICTIONARY
    text[length] = byte
    length += 1
  }
  for (let at = HEADER; at < packed.length; ) {
    const control = packed[at] ?? 0
    at += 1
    for (let bit = 0; bit < 8 && at < packed.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at] ?? 0)
        at += 1
        continue
      }
      if (at + 2 > packed.length) throw new FaultFound('damaged')
      const reference = packed.readUInt16BE(at)
      at += 2
      let from = reference >>> 4
      // It points at where the next would be written: the end.
      if (from === write) return text.toString('latin1', 0, length)
      for (let left = (reference & 0xf) + 2; left > 0; left -= 1) {
        put(dictionary[from] ?? 0)
        from = (from + 1) % DICTIONARY
      }
    }
  }
  return text.toString('latin1', 0, length)
}
