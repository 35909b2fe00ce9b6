import { FaultFound } from './fault-found.ts'

/** A stream of packed objects: where its bytes begin, and whether they are packed at all. */
type ObjectStream = { readonly from: number; readonly plain: boolean }
export type PdfNames = {
  readonly found: ReadonlySet<string>
  readonly objectStreams: readonly ObjectStream[]
}

/** Names looked for everywhere, also where only a picture should be: a reader goes where a table sends it. */
const LOOKED_FOR = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'RichMedia',
  'Rendition',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'GoToE',
  'GoToR',
  'ObjStm',
  'Metadata',
  'Encrypt',
])
/** So short that they occur by chance in a picture: looked for outside of streams. */
const SHORT = new Set(['JS', 'XFA', 'Info'])
const LONGEST = 14
/** Bytes before a stream's content in which what it is stands. */
const BEFORE = 4096

const SLASH = 0x2f
const HASH = 0x23
/** What ends a name: white space and delimiters. */
const ENDS = new Set([0, 9, 10, 12, 13, 32, 0x28, 0x29, 0x3c, 0x3e, 0x5b, 0x5d, 0x7b, 0x7d, 0x2f, 0x25])

const digit = (byte: number | undefined): number =>
  byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16)

/** The name that begins after a slash, as a reader understands it: `/J#61va` is `/Java`. Empty when it is a long one. */
function nameAt(content: Buffer, slash: number): string {
  let name = ''
  for (let at = slash + 1; at < content.length; at += 1) {
    let byte = content[at] ?? 0
    if (ENDS.has(byte)) break
    if (byte === HASH) {
      const high = digit(content[at + 1])
      const low = digit(content[at + 2])
      if (!Number.isNaN(high) && !Number.isNaN(low)) {
        byte = high * 16 + low
        at += 2
      }
    }
    name += String.fromCharCode(byte)
    if (name.length > LONGEST) return ''
  }
  return name
}

/** What of the names that matter stands in a file, or in objects unpacked from it. @throws FaultFound */
export function namesIn(content: Buffer): PdfNames {
  const found = new Set<string>()
  let said = 0
  const streams = streamsOf(content)
  let stream = 0
  for (let at = content.indexOf(SLASH); at >= 0; at = content.indexOf(SLASH, at + 1)) {
    const name = nameAt(content, at)
    if (name === 'ObjStm') said += 1
    if (LOOKED_FOR.has(name)) found.add(name)
    else if (SHORT.has(name)) {
      while (stream < streams.length && (streams[stream]?.to ?? 0) <= at) stream += 1
      if (at < (streams[stream]?.from ?? Number.POSITIVE_INFINITY)) found.add(name)
    }
  }
  const objectStreams = said > 0 ? packedObjects(content) : []
  // One that cannot be opened here may be opened by a more lenient reader.
  if (objectStreams.length !== said) throw new FaultFound('damaged')
  return { found, objectStreams }
}

/** From the word that begins a stream to the one that ends it. */
function streamsOf(content: Buffer): { from: number; to: number }[] {
  const streams: { from: number; to: number }[] = []
  let at = content.indexOf('stream', 0, 'latin1')
  while (at >= 0) {
    const from = contentAfter(content, at)
    if (from === null) {
      at = content.indexOf('stream', at + 6, 'latin1')
      continue
    }
    const to = content.indexOf('endstream', from, 'latin1')
    if (to < 0) break
    streams.push({ from, to })
    at = content.indexOf('stream', to + 9, 'latin1')
  }
  return streams
}

/** Where a stream's bytes begin, if the word at this place begins one. */
function contentAfter(content: Buffer, at: number): number | null {
  const from = content[at + 6] === 13 ? at + 8 : at + 7
  return content[from - 1] === 10 && content[at - 1] !== 0x64 ? from : null
}

/** Every stream that says it holds objects, wherever it stands. @throws FaultFound for one packed in an unusual way */
function packedObjects(content: Buffer): ObjectStream[] {
  const streams: ObjectStream[] = []
  for (
    let at = content.indexOf('stream', 0, 'latin1');
    at >= 0;
    at = content.indexOf('stream', at + 6, 'latin1')
  ) {
    const from = contentAfter(content, at)
    if (from === null) continue
    const before = content.subarray(Math.max(0, at - BEFORE), at).toString('latin1')
    const said = before.slice(Math.max(0, before.lastIndexOf('obj')))
    const plainly = said.replace(/#([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    if (!plainly.includes('/ObjStm')) continue
    const filters = [...plainly.matchAll(/\/(\w+Decode|Fl|AHx|A85|LZW|RL|Crypt)\b/g)].map(([, name]) => name)
    if (filters.length > 1 || filters.some((name) => name !== 'FlateDecode' && name !== 'Fl')) {
      throw new FaultFound('damaged')
    }
    if (/\/(Filter|F|DecodeParms|DP)\s*\d+\s+\d+\s+R\b/.test(plainly)) throw new FaultFound('damaged')
    if (/\/Predictor\s+(?!1\b)\d/.test(plainly)) throw new FaultFound('damaged')
    streams.push({ from, plain: filters.length === 0 })
  }
  return streams
}
