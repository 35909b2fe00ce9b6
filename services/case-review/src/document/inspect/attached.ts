import { type DocumentKind, type KeptTrace, kindByName } from '@cdop/domain'
import { FaultFound } from './fault-found.ts'
import type { Inspected } from './inspected.ts'
import type { Attached } from './read-mail.ts'

/** Mails within mails that are followed, and attachments of one. */
export const DEEPEST = 3
export const MOST_ATTACHMENTS = 100

export const ENCRYPTED = /^(multipart\/encrypted|application\/(x-)?pkcs7-mime)\b/i
/** Attachments that are no documents and do nothing: signatures, cards, invitations, plain words. */
const HARMLESS = /\.(txt|ics|vcf|asc|sig|p7s)$/i
const PLAIN = /^text\/(plain|html|calendar|x-amp-html)\b/i

/** Looks into a file inside a mail, so many mails deep. */
export type LookInto = (content: Buffer, kind: DocumentKind, depth: number) => Promise<Inspected>

/**
 * Holds an attachment of a mail to what its name says it is, as a file by itself. It stays in the mail as it was sent.
 * @throws FaultFound
 */
export async function lookAtAttached(
  { filename = '', contentType, content }: Pick<Attached, 'filename' | 'contentType' | 'content'>,
  lookInto: LookInto,
  depth: number,
): Promise<readonly KeptTrace[]> {
  if (ENCRYPTED.test(contentType)) throw new FaultFound('password')
  if (contentType === 'message/rfc822' || /\.eml$/i.test(filename)) {
    return (await lookInto(content, 'eml', depth + 1)).kept
  }
  if (/\.msg$/i.test(filename)) return (await lookInto(content, 'msg', depth + 1)).kept
  const kind = kindByName(filename)
  if (kind !== null) {
    const { kept } = await lookInto(content, kind, depth)
    // It stays in the mail as it was sent, whatever a file by itself would have lost.
    return [...kept, kind === 'jpg' || kind === 'png' ? 'embedded-pictures' : 'names-of-authors']
  }
  const drawing = /\.gif$/i.test(filename) && content.subarray(0, 4).toString('latin1') === 'GIF8'
  if (drawing || HARMLESS.test(filename) || (filename === '' && PLAIN.test(contentType))) return []
  throw new FaultFound('holds-other-files')
}

/** Words as they can be shown: one line, no more than so many characters. */
export const line = (words: string, most: number): string =>
  [
    ...words
      .toWellFormed()
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  ]
    .slice(0, most / 2)
    .join('')
