import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'

/** Fewer characters are guessed. */
export const SHORTEST_PASSPHRASE = 12

/**
 * The same PDF, encrypted with AES-256 (ISO 32000-2, revision 6) under a passphrase: whoever opens it has to know it, and a
 * reader that keeps to permissions lets nobody print or change it. Tags, title and language stay for a screen reader. Two
 * calls give different bytes.
 * @throws RangeError for a passphrase of fewer than `SHORTEST_PASSPHRASE` characters
 */
export async function lockedPdf(pdf: Uint8Array, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  if ([...passphrase].length < SHORTEST_PASSPHRASE) throw new RangeError('the passphrase is too short')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog, context } = document
  const language = catalog.get(PDFName.of('Lang'))
  // The library encrypts streams alone. What is in an object stream is encrypted with it; the catalog lies in none.
  if (language instanceof PDFString) catalog.set(PDFName.of('Lang'), context.register(language))
  await document.encrypt({
    userPassword: passphrase,
    ownerPassword: crypto.randomUUID(),
    permissions: { printing: false, modifying: false, copying: false, contentAccessibility: true },
  })
  return new Uint8Array(await document.save({ useObjectStreams: true }))
}
