import { TableRefusal } from '../table-refusal.ts'
import { tellXml } from './read-xml.ts'

/** A file's list of texts, each written once and referred to by its place. Kept as bytes, which take far less room. */
export type SharedTexts = Readonly<{ at: (index: number) => string | undefined }>

/** Reads the list. Phonetic guides are left out; the pieces of a text in several fonts are put together. */
export async function readSharedTexts(pieces: Iterable<Uint8Array>): Promise<SharedTexts> {
  const texts = growing()
  let text = ''
  let reading = false
  let aside = 0
  await tellXml(pieces, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') aside += 1
      if (name === 't') reading = aside === 0
    },
    text: (more) => {
      if (reading) text += more
    },
    close: (name) => {
      if (name === 't') reading = false
      if (name === 'rPh') aside -= 1
      if (name === 'si') texts.add(text)
    },
  })
  return { at: texts.at }
}

function growing(): SharedTexts & { add: (text: string) => void } {
  let bytes = Buffer.alloc(64 * 1024)
  let ends = new Uint32Array(1024)
  let count = 0
  let used = 0
  return {
    add: (text) => {
      const needed = used + Buffer.byteLength(text)
      if (needed > 2 ** 31) throw new TableRefusal('expands-too-far')
      if (needed > bytes.length) bytes = Buffer.concat([bytes], Math.max(needed, bytes.length * 2))
      if (count === ends.length) {
        const more = new Uint32Array(count * 2)
        more.set(ends)
        ends = more
      }
      used += bytes.write(text, used)
      ends[count] = used
      count += 1
    },
    at: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined
      return bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index])
    },
  }
}
