import type { DocumentKind, DocumentState, DocumentSubject, KeptTrace, RedactionStatus } from '@cdop/domain'

/** What a document is, in words. */
export const documentSubjectWords: Readonly<Record<DocumentSubject, string>> = {
  'post-mortem-report': 'Post-mortem report',
  'ambulance-record': 'Ambulance record',
  'health-record': 'Health record',
  'maternity-record': 'Maternity or neonatal record',
  'police-report': 'Police report',
  'social-care-record': 'Social care record',
  'education-record': 'Education record',
  'scene-visit': 'Record of a scene or home visit',
  'investigation-report': 'Report of an investigation',
  'review-meeting-paper': 'Paper of a review meeting',
  letter: 'Letter',
  photograph: 'Photograph',
  other: 'Something else',
}

export const documentKindWords: Readonly<Record<DocumentKind, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  jpg: 'JPG picture',
  png: 'PNG picture',
  eml: 'Mail',
  msg: 'Outlook mail',
}

/** How far a document has come, in words. */
export const documentStateWords: Readonly<Record<DocumentState, string>> = {
  received: 'Waiting to be scanned',
  clean: 'Scanned',
  refused: 'Malware found: destroyed',
  'taken-out': 'Taken out: destroyed',
}

/** Whether anything in it is to be blacked out before it leaves the office, in words. */
export const redactionWords: Readonly<Record<RedactionStatus, string>> = {
  'not-looked-at': 'Not looked at',
  'nothing-to-redact': 'Nothing to redact',
  'to-be-redacted': 'To be redacted',
  'redacted-copy': 'Redacted copy',
}

/** What a file still says of its maker, in words that follow "Still says". */
export const keptTraceWords: Readonly<Record<KeptTrace, string>> = {
  'pdf-properties': 'the properties of the PDF, such as its author',
  'embedded-pictures': 'what the pictures in it say of where and when they were taken',
  'names-of-authors': 'who wrote it, its comments and changes',
  'mail-headers': 'which way a mail took',
}

const KILO = 1024

/** A size in bytes as people say it. */
export function writtenSize(bytes: number): string {
  if (bytes < KILO) return `${bytes} bytes`
  if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} KB`
  return `${(bytes / KILO / KILO).toFixed(1)} MB`
}
