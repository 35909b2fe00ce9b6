import { z } from 'zod'
import { DocumentSubject } from '../document/document.ts'
import { OdsCode, OrganisationKind } from '../organisation/organisation.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

/** A file a bundle names: of which case it is follows from where it stands. */
export const OpenCaseDocument = z.strictObject({
  /** The row of the sheet of documents. */
  row: z.int().min(2),
  /** As the file is called, ending and all. */
  fileName: text(255),
  subject: DocumentSubject,
  /** The day it was received where the case was kept before. */
  receivedOn: PlainDate.nullable(),
  /** Whose it is; null for the office's own. */
  agency: z.strictObject({ name: text(200), kind: OrganisationKind, odsCode: OdsCode.nullable() }).nullable(),
})
export type OpenCaseDocument = z.infer<typeof OpenCaseDocument>

/**
 * How far a file of a bundle has come: it is awaited; its pieces are on their way; it came whole and waits to be looked
 * into; it was found sound and waits for the scanner; it is clean; it was refused, and another may come in its place;
 * somebody has said why it is not taken in; or it is a document of its case.
 */
export const OpenCaseFileState = z.enum([
  'awaited',
  'coming',
  'whole',
  'received',
  'clean',
  'refused',
  'left-out',
  'taken',
])
export type OpenCaseFileState = z.infer<typeof OpenCaseFileState>

/** Why a file a bundle names is not taken in. Our own list. */
export const LeftOutReason = z.enum(['not-found', 'cannot-be-opened', 'not-of-this-case', 'kept-elsewhere'])
export type LeftOutReason = z.infer<typeof LeftOutReason>

/** Documents one bundle may name, and how often a file may be sent for each. */
export const bundleDocumentLimits = { rows: 2_000, attempts: 5 } as const

/** A file's name as it is matched: exactly, whichever way a system writes its accents. */
export const matchedName = (fileName: string): string => fileName.normalize('NFC')

/** Whether a bundle can be signed off as far as this file is concerned. */
export const isSettled = (state: OpenCaseFileState): boolean =>
  state === 'clean' || state === 'left-out' || state === 'taken'
