import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentLimits } from '@cdop/domain'
import { type DocumentStore, NotWhole } from './document-store.ts'

/** A name, and what stands behind it while its content is being written: another for each who writes. */
const NAME = /^[0-9a-f]{64}(\.[0-9a-f]{16}\.part)?$/
const part = () => `.${randomBytes(8).toString('hex')}.part`
/** Bytes of a chunk's length before it. */
const LENGTH = 4
/** Bytes of the longest chunk: what is sealed at a time, and what sealing adds. */
const LONGEST = documentLimits.piece + 1_024

/**
 * Documents in a folder of this machine, one file each: chunk after chunk, each behind its length. A name begins with the
 * folder it lies in, so that no folder grows too full to be listed.
 */
export async function localDocumentStore(folder: string): Promise<DocumentStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const drawer = (name: string) => join(folder, name.slice(0, 2))
  const path = (name: string) => {
    if (!NAME.test(name)) throw new Error('not a name of the document store')
    return join(drawer(name), name)
  }
  return {
    newName: () => randomBytes(32).toString('hex'),
    async write(name, chunks) {
      const writing = `${path(name)}${part()}`
      await mkdir(drawer(name), { recursive: true, mode: 0o700 })
      const file = await open(writing, 'wx', 0o600)
      try {
        for await (const chunk of chunks) await append(file, chunk)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(writing, path(name))
      // The name itself lies in the folder, and a new folder in the one above.
      for (const changed of [drawer(name), folder]) await syncFolder(changed)
    },
    async readChunk(name, at) {
      const file = await opened(path(name))
      try {
        let from = 0
        for (let before = 0; before < at; before += 1) from += LENGTH + (await lengthAt(file, from))
        return await chunkAt(file, from)
      } finally {
        await file.close()
      }
    },
    remove: (name) => rm(path(name), { force: true }),
    async *all() {
      for await (const inner of await opendir(folder)) {
        if (!inner.isDirectory()) continue
        for await (const { name } of await opendir(join(folder, inner.name))) {
          if (!NAME.test(name)) continue
          const found = await stat(path(name)).catch(() => null)
          if (found !== null) yield { name, writtenAt: found.mtime }
        }
      }
    },
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (thrown) {
    const gone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
    throw gone ? new NotWhole('a document is not there', { cause: thrown }) : thrown
  }
}

async function append(file: FileHandle, chunk: Uint8Array): Promise<void> {
  if (chunk.length > LONGEST) throw new Error('a chunk is longer than the document store keeps')
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(chunk.length)
  await file.write(length)
  for (let written = 0; written < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, written)
    written += bytesWritten
  }
}

async function exactly(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, from)
  if (bytesRead !== length) throw new NotWhole()
  return bytes
}

async function lengthAt(file: FileHandle, from: number): Promise<number> {
  const length = (await exactly(file, from, LENGTH)).readUInt32BE()
  if (length > LONGEST) throw new NotWhole()
  return length
}

async function chunkAt(file: FileHandle, from: number): Promise<Buffer> {
  return exactly(file, from + LENGTH, await lengthAt(file, from))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
