import { z } from 'zod'
import { Instant } from '../plain-date/plain-date.ts'

/** The kinds of file that are taken (assurance B11), each by the ending of its name. */
export const DocumentKind = z.enum(['pdf', 'docx', 'xlsx', 'jpg', 'png', 'eml', 'msg'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** What a browser is told a file is. */
export const mediaTypeOf: Readonly<Record<DocumentKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
}

/**
 * How far a file has come: it was found sound and waits for the scanner; the scanner found nothing, and only then can it
 * be opened; the scanner found something, and its content is destroyed; or it was taken out of the case, and a mark of it
 * stays.
 */
export const DocumentState = z.enum(['received', 'clean', 'refused', 'taken-out'])
export type DocumentState = z.infer<typeof DocumentState>

/** What a document is, for a list. Our own list: the statutory guidance has none. */
export const DocumentSubject = z.enum([
  'post-mortem-report',
  'ambulance-record',
  'health-record',
  'maternity-record',
  'police-report',
  'social-care-record',
  'education-record',
  'scene-visit',
  'investigation-report',
  'review-meeting-paper',
  'letter',
  'photograph',
  'other',
])
export type DocumentSubject = z.infer<typeof DocumentSubject>

/** What a file says of itself that was left in it, because taking it out could change what it says. */
export const KeptTrace = z.enum(['pdf-properties', 'embedded-pictures', 'names-of-authors', 'mail-headers'])
export type KeptTrace = z.infer<typeof KeptTrace>

/** What a mail says of itself: free text, shown beside it. */
export const FiledMail = z.strictObject({
  subject: z.string().max(500),
  from: z.string().max(500),
  sentAt: Instant.nullable(),
  /** What its attachments are called. */
  attachments: z.array(z.string().max(255)).max(100),
})
export type FiledMail = z.infer<typeof FiledMail>

/** Limits of assurance B11, and the quota of one person, one request and one case. Bytes, entries, pixels, files. */
export const documentLimits = {
  bytes: 50 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  entries: 2_000,
  pixels: 50_000_000,
  /** Bytes of a piece on its way in, and of what is sealed at a time. */
  piece: 512 * 1024,
  filesOfCase: 500,
  filesOfPersonInADay: 200,
  filesOfRequestInADay: 40,
} as const

/** The ending of a file's name, in lower case; nothing when it has none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.')
  return at < 0 ? '' : name.slice(at + 1).toLowerCase()
}

/** The kind a file's name says it is; null for one that is not taken. */
export function kindByName(name: string): DocumentKind | null {
  const ending = endingOf(name)
  const read = DocumentKind.safeParse(ending === 'jpeg' ? 'jpg' : ending)
  return read.success ? read.data : null
}

/** What a file is called when it leaves: nothing that somebody typed. */
export function leavingName(reference: string, number: number, kind: DocumentKind): string {
  return `${reference}-${number}.${kind}`
}
