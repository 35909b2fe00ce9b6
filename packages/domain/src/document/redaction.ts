import { z } from 'zod'
import type { DocumentState } from './document.ts'

/** What somebody of the office said of a version of a document: whether anything in it has to be blacked out. */
export const RedactionDecision = z.enum(['nothing-to-redact', 'to-be-redacted'])
export type RedactionDecision = z.infer<typeof RedactionDecision>

/** How a version of a document stands: nobody has looked at it, what was said of it last, or it is a copy made for leaving. */
export type RedactionStatus = 'not-looked-at' | RedactionDecision | 'redacted-copy'

export function redactionStatus({
  redactedOf,
  decision,
}: {
  redactedOf: string | null
  decision: RedactionDecision | null
}): RedactionStatus {
  return redactedOf === null ? (decision ?? 'not-looked-at') : 'redacted-copy'
}

const leaves: Readonly<Record<RedactionStatus, boolean>> = {
  'not-looked-at': false,
  'nothing-to-redact': true,
  'to-be-redacted': false,
  'redacted-copy': true,
}

/**
 * Whether a version of a document may be offered to anybody outside the office, a family or a panel: the scanner found it
 * clean, no newer version took its place, no caveat keeps it back, and somebody said that nothing in it is to be blacked
 * out, or it is the copy where that was done. A copy stays too while a caveat keeps what it was made of, and once that was taken out.
 */
export function shareable(document: {
  state: DocumentState
  redaction: RedactionStatus
  isReplaced: boolean
  isKeptBack: boolean
}): boolean {
  const { state, redaction, isReplaced, isKeptBack } = document
  return state === 'clean' && leaves[redaction] && !isReplaced && !isKeptBack
}
