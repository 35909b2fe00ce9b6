/** What is stored under one name, and since when. */
type Stored = { readonly name: string; readonly writtenAt: Date }

/**
 * Where the content of documents lies: sealed, under random names, whole or not at all. It knows no area, no case and no
 * person; what a name means only the database says.
 */
export interface DocumentStore {
  /** A name nobody has used. */
  newName(): string
  /** Keeps all chunks under a name. When it returns they survive a power cut; until then nothing has that name. */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>
  /** One chunk, by its place from 0. @throws Error when it is not there or not whole */
  readChunk(name: string, at: number): Promise<Buffer>
  /** Does nothing when there is nothing of that name. */
  remove(name: string): Promise<void>
  /** All there is, half-written content too, in no order. */
  all(): AsyncIterable<Stored>
}
