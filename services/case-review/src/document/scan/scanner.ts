/** What the scanner says of a file. `engine` is its own name and version. */
export type Scanned = { readonly infected: boolean; readonly engine: string }

/** Something that knows malware. */
export interface Scanner {
  /** @throws ScannerAway while it does not answer, or cannot say; what the content throws, as it is */
  scan(content: AsyncIterable<Uint8Array>): Promise<Scanned>
}

/** The scanner did not answer, or not with a verdict. Nothing is known of the file: it goes on waiting. */
export class ScannerAway extends Error {
  constructor(cause?: unknown) {
    super('the scanner does not answer', cause === undefined ? undefined : { cause })
    this.name = 'ScannerAway'
  }
}
