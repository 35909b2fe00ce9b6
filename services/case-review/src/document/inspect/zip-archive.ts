import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { FaultFound } from './fault-found.ts'

/** A part of an archive as its directory lists it. Offsets and sizes in bytes. */
export type ZipEntry = {
  readonly name: string
  readonly packed: boolean
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Where its content begins. */
  readonly from: number
}

/** What may still be unpacked and listed of a file, archives inside it too. */
export type Allowance = { bytes: number; entries: number }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const ENCRYPTED = 0x2041
const DESCRIPTOR_LATER = 0x08
const UNIX = 3
const FILE_TYPE = 0o170000
const SYMLINK = 0o120000
/** Bytes that may stand between two parts: sizes written after the content. */
const LONGEST_DESCRIPTOR = 24

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Where the directory's end stands when it reaches to the end of the file; null when there is none. */
export function endOfDirectory(content: Buffer): number | null {
  for (let at = content.length - 22; at >= Math.max(0, content.length - 65_557); at -= 1) {
    if (content.readUInt32LE(at) === END && at + 22 + content.readUInt16LE(at + 20) === content.length)
      return at
  }
  return null
}

function nameOf(bytes: Buffer): string {
  let name: string
  try {
    name = utf8.decode(bytes)
  } catch {
    throw new FaultFound('unsafe-names')
  }
  const steps = name.endsWith('/') ? name.slice(0, -1).split('/') : name.split('/')
  if (name.length > 512 || /[\\:]|\p{Cc}/u.test(name)) throw new FaultFound('unsafe-names')
  if (steps.some((step) => step === '' || step === '.' || step === '..')) throw new FaultFound('unsafe-names')
  return name
}

/**
 * The parts of a ZIP archive, strictly: nothing before, between or after them, no two that share bytes or a name. Limits
 * are checked against what the directory says, before anything is unpacked.
 * @throws FaultFound
 */
export function readZip(content: Buffer, allowance: Allowance): ZipEntry[] {
  try {
    return parts(content, allowance)
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new FaultFound('damaged')
    throw thrown
  }
}

function parts(content: Buffer, allowance: Allowance): ZipEntry[] {
  const end = endOfDirectory(content)
  if (end === null) throw new FaultFound('damaged')
  const count = content.readUInt16LE(end + 10)
  const from = content.readUInt32LE(end + 16)
  const oneDisk = content.readUInt32LE(end + 4) === 0 && content.readUInt16LE(end + 8) === count
  if (!oneDisk || from + content.readUInt32LE(end + 12) !== end) throw new FaultFound('damaged')
  allowance.entries -= count
  if (allowance.entries < 0) throw new FaultFound('too-many-entries')
  const listed: (ZipEntry & { start: number })[] = []
  let at = from
  for (let n = 0; n < count; n += 1) {
    const { entry, next } = listedAt(content, at)
    allowance.bytes -= entry.size
    if (allowance.bytes < 0) throw new FaultFound('unpacks-too-large')
    listed.push(entry)
    at = next
  }
  if (at !== end) throw new FaultFound('damaged')
  refuseOverlaps(listed, from)
  if (new Set(listed.map(({ name }) => name.toLowerCase())).size !== count)
    throw new FaultFound('unsafe-names')
  return listed
}

function listedAt(content: Buffer, at: number): { entry: ZipEntry & { start: number }; next: number } {
  if (content.readUInt32LE(at) !== CENTRAL) throw new FaultFound('damaged')
  const flags = content.readUInt16LE(at + 8)
  const method = content.readUInt16LE(at + 10)
  if ((flags & ENCRYPTED) !== 0 || method === 99) throw new FaultFound('password')
  if (method !== 0 && method !== 8) throw new FaultFound('damaged')
  const mode = content.readUInt32LE(at + 38) >>> 16
  if (content.readUInt8(at + 5) === UNIX && (mode & FILE_TYPE) === SYMLINK)
    throw new FaultFound('unsafe-names')
  const checksum = content.readUInt32LE(at + 16)
  const packedSize = content.readUInt32LE(at + 20)
  const size = content.readUInt32LE(at + 24)
  const nameLength = content.readUInt16LE(at + 28)
  const start = content.readUInt32LE(at + 42)
  const rawName = content.subarray(at + 46, at + 46 + nameLength)
  const name = nameOf(rawName)
  // What the part says of itself is what the directory says of it: readers believe one or the other.
  if (content.readUInt32LE(start) !== LOCAL) throw new FaultFound('damaged')
  const localFlags = content.readUInt16LE(start + 6)
  if ((localFlags & ENCRYPTED) !== 0) throw new FaultFound('password')
  const localName = content.readUInt16LE(start + 26)
  const from = start + 30 + localName + content.readUInt16LE(start + 28)
  const sizesLater = (localFlags & DESCRIPTOR_LATER) !== 0
  const agrees =
    content.readUInt16LE(start + 8) === method &&
    rawName.equals(content.subarray(start + 30, start + 30 + localName)) &&
    (sizesLater ||
      (content.readUInt32LE(start + 14) === checksum &&
        content.readUInt32LE(start + 18) === packedSize &&
        content.readUInt32LE(start + 22) === size))
  if (!agrees || (method === 0 && packedSize !== size)) throw new FaultFound('damaged')
  const entry = { name, packed: method === 8, checksum, packedSize, size, from, start }
  const next = at + 46 + nameLength + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32)
  return { entry, next }
}

/** Parts that share bytes are how a small file unpacks to a huge one; bytes between parts are how a file is two. */
function refuseOverlaps(listed: readonly (ZipEntry & { start: number })[], directory: number): void {
  let reached = 0
  for (const { start, from, packedSize } of listed.toSorted((one, other) => one.start - other.start)) {
    if (start < reached || start - reached > (reached === 0 ? 0 : LONGEST_DESCRIPTOR)) {
      throw new FaultFound('damaged')
    }
    reached = from + packedSize
  }
  if (reached > directory || directory - reached > LONGEST_DESCRIPTOR) throw new FaultFound('damaged')
}

/** Bytes of a part that is looked into whole. A letter has thousands of pages before its text is longer. */
export const LARGEST_WHOLE = 16 * 1024 * 1024

/** The content of a part, whole. Never more than its directory says. @throws FaultFound, also for a very large one */
export function unpack(content: Buffer, { from, packed, packedSize, size, checksum }: ZipEntry): Buffer {
  if (size > LARGEST_WHOLE) throw new FaultFound('needs-too-much')
  const raw = content.subarray(from, from + packedSize)
  let unpacked = raw
  if (packed) {
    try {
      // In one piece: put together from many it would lie there twice.
      const chunkSize = Math.max(64, size + 1)
      unpacked = inflateRawSync(raw, { maxOutputLength: Math.max(1, size), chunkSize })
    } catch (thrown) {
      const tooLarge = thrown instanceof RangeError
      throw new FaultFound(tooLarge ? 'unpacks-too-large' : 'damaged')
    }
  }
  if (unpacked.length !== size || crc32(unpacked) !== checksum) throw new FaultFound('damaged')
  return unpacked
}

/** Holds a part to what its directory says of it, as it is unpacked: however large, little of it is held. @throws FaultFound */
export async function requireSound(
  content: Buffer,
  { from, packed, packedSize, size, checksum }: ZipEntry,
): Promise<void> {
  const raw = content.subarray(from, from + packedSize)
  let length = raw.length
  let sum = packed ? 0 : crc32(raw)
  if (packed) {
    length = 0
    const unpacking = createInflateRaw()
    unpacking.end(raw)
    try {
      for await (const bytes of unpacking) {
        const chunk = Buffer.from(bytes)
        length += chunk.length
        sum = crc32(chunk, sum)
        if (length > size) throw new FaultFound('unpacks-too-large')
      }
    } catch (thrown) {
      throw thrown instanceof FaultFound ? thrown : new FaultFound('damaged')
    }
  }
  if (length !== size || sum !== checksum) throw new FaultFound('damaged')
}

/** The archive anew, with some parts replaced; every other part's bytes stay as they are, all dates are one fixed date. */
export function rewritten(
  content: Buffer,
  entries: readonly ZipEntry[],
  replaced: ReadonlyMap<string, Buffer>,
): Buffer[] {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const other = replaced.get(entry.name)
    const raw = other ?? content.subarray(entry.from, entry.from + entry.packedSize)
    const size = other?.length ?? entry.size
    const checksum = other === undefined ? entry.checksum : crc32(other)
    const name = Buffer.from(entry.name)
    const said = Buffer.alloc(26)
    said.writeUInt16LE(20, 0)
    said.writeUInt16LE(0x0800, 2)
    said.writeUInt16LE(other === undefined && entry.packed ? 8 : 0, 4)
    // 1 January 1980: the earliest date there is.
    said.writeUInt16LE(0x21, 8)
    said.writeUInt32LE(checksum, 10)
    said.writeUInt32LE(raw.length, 14)
    said.writeUInt32LE(size, 18)
    said.writeUInt16LE(name.length, 22)
    chunks.push(signature(LOCAL), said, name, raw)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(signature(CENTRAL), Buffer.from([20, 0]), said, place, name)
    at += 30 + name.length + raw.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(at, 12)
  return [...chunks, listing, signature(END), end]
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
