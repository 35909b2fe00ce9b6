import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import type { TableLimits } from '../table.ts'
import { TableRefusal } from '../table-refusal.ts'

/** One part of the package, by its place in the packed file. */
type Part = Readonly<{ offset: number; packed: number; unpacked: number; method: number; crc: number }>

/** A zip file held packed: its parts are unpacked piece by piece, within limits. */
export type Zip = Readonly<{
  /** Of every part, in the order of the list at the end. */
  names: () => readonly string[]
  has: (name: string) => boolean
  /** The part's bytes in pieces. Throws a `TableRefusal` when it is missing, damaged or unpacks to too much. */
  open: (name: string, most?: number) => Generator<Uint8Array>
}>

const step = 16 * 1024
const alwaysAllowed = 10 * 1024 * 1024

const signatures = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 }
const stored = 0
const deflated = 8

/** Reads the list at the end of the file, as spreadsheet programs do: what only the parts' own headings say is not believed. */
export function openZip(file: Buffer, limits: TableLimits): Zip {
  const parts = listParts(file)
  let total = 0
  return {
    names: () => [...parts.keys()],
    has: (name) => parts.has(name),
    *open(name, most = limits.unpackedBytes) {
      const part = parts.get(name)
      if (part === undefined) throw new TableRefusal('damaged')
      let count = 0
      let crc = 0
      for (const piece of unpacked(packedBytes(file, part), part.method)) {
        count += piece.length
        total += piece.length
        const tooFar = count > alwaysAllowed && count > part.packed * limits.ratio
        if (tooFar || count > most || total > limits.unpackedBytes) throw new TableRefusal('expands-too-far')
        crc = crc32(piece, crc)
        yield piece
      }
      if (count !== part.unpacked || crc !== part.crc) throw new TableRefusal('damaged')
    },
  }
}

function listParts(file: Buffer): Map<string, Part> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + 22 > file.length) throw new TableRefusal('truncated')
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (at + file.readUInt32LE(end + 12) > end) throw new TableRefusal('truncated')
  const parts = new Map<string, Part>()
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== signatures.entry) throw new TableRefusal('damaged')
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new TableRefusal('old-or-locked')
    const nameLength = file.readUInt16LE(at + 28)
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    if (parts.has(name)) throw new TableRefusal('damaged')
    parts.set(name, {
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

function packedBytes(file: Buffer, { offset, packed }: Part): Buffer {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== signatures.local) {
    throw new TableRefusal('damaged')
  }
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packed > file.length) throw new TableRefusal('truncated')
  return file.subarray(start, start + packed)
}

function* unpacked(bytes: Buffer, method: number): Generator<Uint8Array> {
  if (method !== stored && method !== deflated) throw new TableRefusal('damaged')
  const pieces: Uint8Array[] = []
  const inflate = new Inflate((piece) => pieces.push(piece))
  for (let at = 0; at < bytes.length; at += step) {
    const piece = bytes.subarray(at, at + step)
    if (method === stored) {
      yield piece
      continue
    }
    pushed(inflate, piece, at + step >= bytes.length)
    yield* pieces.splice(0)
  }
}

function pushed(inflate: Inflate, piece: Uint8Array, last: boolean): void {
  try {
    inflate.push(piece, last)
  } catch {
    throw new TableRefusal('damaged')
  }
}
