import type { Db } from '@cdop/database'
import {
  type CaseId,
  hasReturned,
  type InformationRequestState,
  type Instant,
  isAnswered,
  Refusal,
  type RequestHolder,
} from '@cdop/domain'
import type { Answers, CompiledForm, SectionWords, StatedSection } from '@cdop/forms'
import { AttemptKey } from '@cdop/service'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { answering } from './answering.ts'
import { findReportingForm, saveReportingForm } from './reporting-form-store.ts'
import { keepSections, Stated } from './section-store.ts'

/** Answers as they travel; the form's own schema parses them. */
export const ReportingAnswers = z.strictObject({
  key: AttemptKey,
  formVersion: z.string().max(40),
  version: z.number().int().nonnegative(),
  answers: z.record(z.string(), z.unknown()),
})

/** Answers of a draft, and what is said of the section they were given in. */
export const DraftAnswers = ReportingAnswers.extend({ stated: Stated })

/**
 * Puts answers in the place of those they were made from, whose version they name, and audits it. What was returned is
 * changed only by a correction, of which `correcting` is the version, or once it was sent back. What was said of the sections
 * is kept with them.
 * @throws Refusal `stale` when somebody saved in between, `request-answered`, `link-dead`
 */
export async function saveAnswers(
  tx: Db,
  parts: Parts,
  holder: RequestHolder,
  given: {
    form: CompiledForm
    answers: Answers
    madeFrom: number
    returned: boolean
    stated: StatedSection | null
  },
): Promise<{
  caseId: CaseId
  version: number
  savedAt: Instant
  correcting: number | null
  before: InformationRequestState
  words: SectionWords
}> {
  const { areaId, subject: informationRequestId } = holder
  const { form, answers, madeFrom, returned, stated } = given
  const { request, found } = await answering(tx, holder, { lock: true })
  const correcting = hasReturned(request.state)
    ? await openCorrection(tx, { areaId, informationRequestId })
    : null
  if (isAnswered(request.state) && correcting === null) throw new Refusal('request-answered')
  const { caseId } = found
  const before = await findReportingForm(tx, parts.keys, areaId, caseId, informationRequestId)
  if ((before?.version ?? 0) !== madeFrom) throw new Refusal('stale')
  const savedAt = parts.clock.now()
  const place = { areaId, caseId, informationRequestId }
  const version = await saveReportingForm(tx, parts.keys, place, { form, answers, at: savedAt, returned })
  const words = await keepSections(tx, place, {
    name: 'reporting',
    form,
    before: before?.answers ?? {},
    answers,
    stated,
    at: savedAt,
  })
  await parts.audit.record(tx, holder, areaId, {
    action: returned ? 'reporting-form.submit' : 'reporting-form.save-draft',
    object: { kind: 'information-request', id: informationRequestId },
  })
  return { caseId, version, savedAt, correcting, before: request.state, words }
}
