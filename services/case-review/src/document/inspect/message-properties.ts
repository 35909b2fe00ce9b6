import { Instant } from '@cdop/domain'
import type { Storage } from './compound-file.ts'
import { FaultFound } from './fault-found.ts'

/** The stream of a storage that holds its properties of a fixed length ([MS-OXMSG] 2.4). */
export const PROPERTIES = '__PROPERTIES_VERSION1.0'
/** Bytes of one of them. */
const PROPERTY = 16

/** Types of properties that are read ([MS-OXCDATA] 2.11.1). */
const LONG = 0x0003
const TIME = 0x0040
const FLAG = 0x000b
const UNICODE = '001F'
const ANSI = '001E'
const BINARY = '0102'

/** How Windows numbers the character sets of mails that are not Unicode. */
const charsets: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  20866: 'koi8-r',
  28592: 'iso-8859-2',
  28595: 'iso-8859-5',
  28597: 'iso-8859-7',
  28599: 'windows-1254',
  65001: 'utf-8',
  ...Object.fromEntries(
    [1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`]),
  ),
}

/** Where properties stand: how long the head before them is. */
export const headOf = { message: 32, embedded: 24, part: 8 } as const

/** What a message, or a part of one, says of itself. */
export type Properties = {
  /** A number; null where there is none. */
  long(id: number): number | null
  time(id: number): Instant | null
  /** False where it is not said. */
  flag(id: number): boolean
  /** Text, in Unicode or else in the character set the message names; nothing where there is none. */
  text(id: number): string
  /** Every text a property has: one that says two things is told by it. */
  texts(id: number): readonly string[]
  has(id: number): boolean
}

const nameOf = (id: number, type: string) =>
  `__SUBSTG1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`

/** The content of a property of bytes, or null. */
export const binaryOf = (storage: Storage, id: number): (() => Buffer) | null => {
  const stream = storage.streams.get(nameOf(id, BINARY))
  return stream === undefined ? null : () => stream.read()
}

/** Bytes of text that are read: the longest this product shows is shorter. */
const LONGEST_TEXT = 64 * 1024

/** The moment a number of 100 nanoseconds since 1601 means. */
function instantOf(ticks: bigint): Instant | null {
  const milliseconds = Number(ticks / 10_000n) - 11_644_473_600_000
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) return null
  return Instant.safeParse(date.toISOString()).data ?? null
}

/** @throws FaultFound `damaged` unless they stand as [MS-OXMSG] 2.4 says */
export function propertiesOf(
  storage: Storage,
  { head, codePage = null }: { head: number; codePage?: number | null },
): Properties {
  const stream = storage.streams.get(PROPERTIES)
  if (stream === undefined || stream.bytes < head || (stream.bytes - head) % PROPERTY !== 0) {
    throw new FaultFound('damaged')
  }
  const bytes = stream.read()
  const fixed = new Map<number, Buffer>()
  const ids = new Set<number>()
  for (let at = head; at < bytes.length; at += PROPERTY) {
    const tag = bytes.readUInt32LE(at)
    fixed.set(tag, bytes.subarray(at + 8, at + PROPERTY))
    ids.add(tag >>> 16)
  }
  const value = (id: number, type: number) => fixed.get(((id << 16) | type) >>> 0)
  const long = (id: number) => value(id, LONG)?.readInt32LE(0) ?? null
  // Of a message itself; a part of it is written in the same.
  const page = codePage ?? long(0x3ffd) ?? long(0x3fde)
  const texts = (id: number): string[] =>
    [
      [UNICODE, 'utf-16le'],
      [ANSI, charsets[page ?? 1252] ?? 'windows-1252'],
    ].flatMap(([type = '', charset = '']) => {
      const found = storage.streams.get(nameOf(id, type))
      if (found === undefined) return []
      const read = found.read().subarray(0, LONGEST_TEXT)
      const [text = ''] = new TextDecoder(charset).decode(read).split('\0')
      return [text]
    })
  return {
    long,
    time: (id) => {
      const found = value(id, TIME)
      return found === undefined ? null : instantOf(found.readBigUInt64LE(0))
    },
    flag: (id) => value(id, FLAG)?.[0] === 1,
    texts,
    text: (id) => texts(id)[0] ?? '',
    has: (id) => ids.has(id),
  }
}

/** In which character set the texts of a message are that are not Unicode; null when it does not say. */
export const codePageOf = ({ long }: Properties): number | null => long(0x3ffd) ?? long(0x3fde)
