import { FaultFound } from './fault-found.ts'

/** How a compound file begins ([MS-CFB] 2.2). */
const SIGNATURE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const HEADER = 512
/** Ends of chains, sectors of the tables themselves, and no sector or entry at all. */
const END = 0xfffffffe
const FREE = 0xffffffff
const NONE = 0xffffffff
/** Sectors the header itself names, of the table of sectors. */
const IN_HEADER = 109
/** Bytes of a directory entry, and entries one file may have: a mail to hundreds has thousands. */
const ENTRY = 128
const MOST_ENTRIES = 20_000
/** Storages within storages that are followed. */
const DEEPEST = 40

/** What a storage holds, each by its name in capitals, for names are one in either. A stream is read when it is asked for. */
export type Storage = {
  readonly storages: ReadonlyMap<string, Storage>
  readonly streams: ReadonlyMap<string, Stream>
}
type Stream = { readonly bytes: number; read(): Buffer }

const damaged = () => new FaultFound('damaged')

/** Sectors of one length that follow each other by a table. */
type Sectors = {
  readonly content: Buffer
  readonly from: number
  readonly length: number
  readonly next: Uint32Array
}

/** The sectors of a chain, at most so many; each belongs to one chain alone. @throws FaultFound */
function chainOf(sectors: Sectors, start: number, most: number, used: Set<number>): number[] {
  const chain: number[] = []
  for (let at = start; at !== END; at = sectors.next[at] ?? FREE) {
    if (at >= sectors.next.length || used.has(at) || chain.length >= most) throw damaged()
    used.add(at)
    chain.push(at)
  }
  return chain
}

/** The first bytes of a chain, as many as are said. @throws FaultFound when it has fewer */
function bytesOf({ content, from, length }: Sectors, chain: readonly number[], bytes: number): Buffer {
  if (chain.length * length < bytes) throw damaged()
  const read = Buffer.alloc(bytes)
  let at = 0
  for (const sector of chain) {
    const start = from + sector * length
    const part = content.subarray(start, Math.min(start + length, start + bytes - at))
    // The last sector of a file may be cut to what is in it.
    at += part.copy(read, at)
    if (at === bytes) return read
  }
  if (at < bytes) throw damaged()
  return read
}

type Header = {
  sector: number
  table: number[]
  /** Sectors that name more of the table. */
  more: ReadonlySet<number>
  directory: number
  small: { from: number; sectors: number; below: number; length: number }
}

/** @throws FaultFound `not-what-it-says` for what is no compound file, `damaged` */
function headerOf(content: Buffer): Header {
  if (!content.subarray(0, 8).equals(SIGNATURE)) throw new FaultFound('not-what-it-says')
  if (content.length < HEADER) throw damaged()
  const version = content.readUInt16LE(26)
  const shift = content.readUInt16LE(30)
  const order = content.readUInt16LE(28)
  if (order !== 0xfffe || !((version === 3 && shift === 9) || (version === 4 && shift === 12)))
    throw damaged()
  if (content.readUInt16LE(32) !== 6 || content.readUInt32LE(56) !== 4096) throw damaged()
  const sector = 1 << shift
  const tables = content.readUInt32LE(44)
  const most = Math.ceil(content.length / sector)
  if (tables > most) throw damaged()
  const table: number[] = []
  for (let at = 0; at < Math.min(tables, IN_HEADER); at += 1) table.push(content.readUInt32LE(76 + at * 4))
  let more = content.readUInt32LE(68)
  const seen = new Set<number>()
  while (table.length < tables) {
    const start = sector + more * sector
    if (more >= most || seen.has(more) || start + sector > content.length) throw damaged()
    seen.add(more)
    for (let at = 0; at < sector / 4 - 1 && table.length < tables; at += 1) {
      table.push(content.readUInt32LE(start + at * 4))
    }
    more = content.readUInt32LE(start + sector - 4)
  }
  const small = { from: content.readUInt32LE(60), sectors: content.readUInt32LE(64), below: 4096, length: 64 }
  return { sector, table, more: seen, directory: content.readUInt32LE(48), small }
}

function tableOf(content: Buffer, { sector, table }: Header): Uint32Array {
  const perSector = sector / 4
  const next = new Uint32Array(table.length * perSector)
  for (const [index, at] of table.entries()) {
    const start = sector + at * sector
    if (start + sector > content.length) throw damaged()
    for (let entry = 0; entry < perSector; entry += 1) {
      next[index * perSector + entry] = content.readUInt32LE(start + entry * 4)
    }
  }
  // What no table speaks of is not part of the file.
  if (Math.ceil((content.length - sector) / sector) > next.length) throw damaged()
  return next
}

/**
 * A compound file ([MS-CFB]), held to its structure: no sector belongs to two chains, no chain turns back, every stream has
 * all its bytes, and there is nothing behind the end. Nothing is repaired, and a stream is read when it is asked for.
 * @throws FaultFound
 */
export function compoundFile(content: Buffer): Storage {
  const header = headerOf(content)
  const { sector, small } = header
  const large: Sectors = { content, from: sector, length: sector, next: tableOf(content, header) }
  const used = new Set<number>([...header.table, ...header.more])
  if (used.size < header.table.length + header.more.size) throw damaged()
  const every = large.next.length
  const listed = chainOf(large, header.directory, every, used)
  const directory = bytesOf(large, listed, listed.length * sector)
  if (directory.length / ENTRY > MOST_ENTRIES) throw new FaultFound('too-many-entries')
  if (directory.length < ENTRY || directory[66] !== 5) throw damaged()

  const smallTable = small.sectors === 0 ? [] : chainOf(large, small.from, small.sectors, used)
  const smallNext = bytesOf(large, smallTable, smallTable.length * sector)
  const rootBytes = directory.readUInt32LE(120)
  const inSmall = rootBytes === 0 ? [] : chainOf(large, directory.readUInt32LE(116), every, used)
  const smallSectors: Sectors = {
    content: bytesOf(large, inSmall, rootBytes),
    from: 0,
    length: small.length,
    next: Uint32Array.from({ length: smallNext.length / 4 }, (_, at) => smallNext.readUInt32LE(at * 4)),
  }
  const usedSmall = new Set<number>()
  const visited = new Set<number>([0])

  function streamAt(at: number): Stream {
    const start = directory.readUInt32LE(at * ENTRY + 116)
    // The upper half means nothing where sectors are short ([MS-CFB] 2.6.1).
    const bytes = directory.readUInt32LE(at * ENTRY + 120)
    if (bytes === 0) return { bytes, read: () => Buffer.alloc(0) }
    const [sectors, taken] = bytes < small.below ? [smallSectors, usedSmall] : [large, used]
    const chain = chainOf(sectors, start, Math.ceil(bytes / sectors.length), taken)
    if (chain.length * sectors.length < bytes) throw damaged()
    return { bytes, read: () => bytesOf(sectors, chain, bytes) }
  }

  function storageAt(at: number, depth: number): Storage {
    if (depth > DEEPEST) throw damaged()
    const storages = new Map<string, Storage>()
    const streams = new Map<string, Stream>()
    const waiting = [directory.readUInt32LE(at * ENTRY + 76)]
    for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
      if (child === NONE) continue
      if (child >= directory.length / ENTRY || visited.has(child)) throw damaged()
      visited.add(child)
      const entry = directory.subarray(child * ENTRY, (child + 1) * ENTRY)
      waiting.push(entry.readUInt32LE(68), entry.readUInt32LE(72))
      const length = entry.readUInt16LE(64)
      if (length < 2 || length > 64 || length % 2 !== 0) throw damaged()
      const name = entry.toString('utf16le', 0, length - 2).toUpperCase()
      if (storages.has(name) || streams.has(name)) throw damaged()
      if (entry[66] === 1) storages.set(name, storageAt(child, depth + 1))
      else if (entry[66] === 2) streams.set(name, streamAt(child))
      else throw damaged()
    }
    return { storages, streams }
  }
  return storageAt(0, 0)
}
