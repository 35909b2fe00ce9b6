import { z } from 'zod'
import { CaseId, RequestId } from '../id/id.ts'

/**
 * The classes of content about a case that are disclosed one apart from another. `agenda` is what an agenda names: reference,
 * age band and month of death.
 */
export const FieldClass = z.enum(['identity', 'agency-return', 'family', 'agenda', 'pack', 'analysis'])
export type FieldClass = z.infer<typeof FieldClass>

/** At most this many cases in one pass: a list page, never a whole area. */
export const CASES_PER_PASS = 50

/** Seconds a case pass lives. It is used at once and never stored. */
export const CASE_PASS_SECONDS = 10

/**
 * Case-review's signed word that this person (or the holder of this one mailed link) may see these classes of content of these cases, for this request.
 * Intake and factor-analysis disclose nothing about a case without one.
 */
export const CasePass = z.strictObject({
  /** `actorKey` of the person or link holder it was issued to. */
  holder: z.string().max(80),
  caseIds: z.array(CaseId).min(1).max(CASES_PER_PASS),
  fieldClasses: z.array(FieldClass).min(1),
  requestId: RequestId,
  /**
   * In this visit the holder was shown who the child is before, and it is written down that they were: a further page of
   * the visit adds no entry of its own.
   */
  again: z.literal(true).exactOptional(),
})
export type CasePass = z.infer<typeof CasePass>
