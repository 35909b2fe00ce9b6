/** What is stored under one name, and since when. */
type Stored = { readonly name: string; readonly writtenAt: Date }

/** What was kept is not there, or not as long as it was: it will not be there later either. */
export class NotWhole extends Error {
  constructor(message = 'a document is not whole', options?: ErrorOptions) {
    super(message, options)
    this.name = 'NotWhole'
  }
}

/**
 * Where the content of documents lies: sealed, under random names, whole or not at all. It knows no area, no case and no
 * person; what a name means only the database says.
 */
export interface DocumentStore {
  /** A name nobody has used. */
  newName(): string
  /** Keeps all chunks under a name. When it returns they survive a power cut; until then nothing has that name. */
  write(name: string, chunks: AsyncIterable<Uint8Array>): Promise<void>
  /** One chunk, by its place from 0. @throws NotWhole when it is not there or not whole; another error when it cannot be reached now */
  readChunk(name: string, at: number): Promise<Buffer>
  /** Does nothing when there is nothing of that name. */
  remove(name: string): Promise<void>
  /** All there is, half-written content too, in no order. */
  all(): AsyncIterable<Stored>
}
