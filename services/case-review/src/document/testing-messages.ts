import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'

/** Mails as Outlook keeps them, for tests, by [MS-OXMSG]. Nothing in them is of a real person. */

type Streams = { [name: string]: Buffer | Streams }

/** A compound file of streams and storages, written by a library others read mails of Outlook with. */
export function compoundOf(root: Streams): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }]
  const add = (into: number, streams: Streams) => {
    for (const [name, held] of Object.entries(streams)) {
      const at = entries.length
      entries[into]?.children?.push(at)
      if (Buffer.isBuffer(held)) {
        // Bytes of their own: it takes all of what lies beneath.
        const bytes = Uint8Array.from(held)
        entries.push({ name, type: TypeEnum.DOCUMENT, length: bytes.length, binaryProvider: () => bytes })
      } else {
        entries.push({ name, type: TypeEnum.DIRECTORY, length: 0, children: [] })
        add(at, held)
      }
    }
  }
  add(0, root)
  return Buffer.from(burn(entries))
}

const LONG = 0x0003
const FLAG = 0x000b
const TIME = 0x0040
const UNICODE = 0x001f
const ANSI = 0x001e
const BINARY = 0x0102

type Property = readonly [id: number, type: number, value: string | number | Date | Buffer]

/** Properties as streams, with a head of so many bytes. */
function storageOf(properties: readonly Property[], head: number): Streams {
  const streams: Streams = {}
  const fixed: Buffer[] = [Buffer.alloc(head)]
  for (const [id, type, value] of properties) {
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(((id << 16) | type) >>> 0)
    entry.writeUInt32LE(6, 4)
    if (typeof value === 'number') entry.writeInt32LE(value, 8)
    else if (value instanceof Date) {
      entry.writeBigUInt64LE((BigInt(value.getTime()) + 11_644_473_600_000n) * 10_000n, 8)
    } else {
      const bytes = Buffer.isBuffer(value)
        ? value
        : Buffer.from(value, type === UNICODE ? 'utf16le' : 'latin1')
      entry.writeUInt32LE(bytes.length + (type === UNICODE ? 2 : type === ANSI ? 1 : 0), 8)
      const tag = ((id << 16) | type) >>> 0
      streams[`__substg1.0_${tag.toString(16).toUpperCase().padStart(8, '0')}`] = bytes
    }
    fixed.push(entry)
  }
  return { ...streams, '__properties_version1.0': Buffer.concat(fixed) }
}

export type Written = {
  /** Of the texts: Unicode, or else the character set of Western Europe. */
  unicode?: boolean
  class?: string
  subject?: string
  from?: string
  sentAt?: Date | null
  attachments?: Readonly<Record<string, Buffer | string | Written>>
  /** What stands in the storage of every attachment beside. */
  attachedAs?: readonly Property[]
  more?: readonly Property[]
  /** Storages and streams of the mail that are no properties. */
  beside?: Streams
}

function messageStreams(written: Written, head: number): Streams {
  const text = written.unicode === false ? ANSI : UNICODE
  const {
    subject = 'An invented question',
    from = 'Orla Pennywhistle',
    sentAt = new Date('2026-03-02T10:00:00Z'),
  } = written
  const storages: Streams = {
    '__recip_version1.0_#00000000': storageOf([[0x3001, text, 'The office']], 8),
  }
  for (const [at, [name, content]] of Object.entries(written.attachments ?? {}).entries()) {
    const inner = typeof content === 'object' && !Buffer.isBuffer(content) ? content : null
    const said: Property[] = [
      [0x3705, LONG, inner === null ? 1 : 5],
      [0x3707, text, name],
      ...(written.attachedAs ?? []),
    ]
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    if (Buffer.isBuffer(bytes)) said.push([0x3701, BINARY, bytes])
    const part = storageOf(
      said.filter(([id, type], index) => !said.slice(index + 1).some(([i, t]) => i === id && t === type)),
      8,
    )
    if (inner !== null) part['__substg1.0_3701000D'] = messageStreams(inner, 24)
    storages[`__attach_version1.0_#${at.toString(16).padStart(8, '0')}`] = part
  }
  const properties: Property[] = [
    [0x001a, text, written.class ?? 'IPM.Note'],
    [0x0037, text, subject],
    [0x0c1a, text, from],
    [0x5d01, text, 'orla@agency.example'],
    [0x3ffd, LONG, 1252],
    ...(sentAt === null ? [] : [[0x0039, TIME, sentAt] as const]),
    ...(written.more ?? []),
  ]
  return { ...storageOf(properties, head), ...storages, ...(written.beside ?? {}) }
}

/** A mail as Outlook keeps it. */
export const messageOf = (written: Written = {}): Buffer => compoundOf(messageStreams(written, 32))

/** Numbers of types of properties, for tests that say more of a mail. */
export const propertyTypes = { LONG, FLAG, TIME, UNICODE, ANSI, BINARY } as const

/** A text as Outlook keeps it, not packed. */
export function plainRtf(text: string): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32LE(text.length + 12)
  head.writeUInt32LE(text.length, 4)
  head.writeUInt32LE(0x414c454d, 8)
  return Buffer.concat([head, Buffer.from(text, 'latin1')])
}
