import { hasReturned, Instant, Refusal } from '@cdop/domain'
import { completeness, unfinishedSections } from '@cdop/forms'
import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { sendWithAnswer } from '../document/taken-out-rows.ts'
import { markReturned } from '../information-request/request-steps.ts'
import { endCorrection } from '../returned-form/correction-store.ts'
import { keepReturn, lastEntry } from '../returned-form/returned-form-store.ts'
import { requires } from '../rpc.ts'
import { completeSupplementary } from '../supplementary-form/complete-supplementary.ts'
import { answeredForm, parseAnswers } from './answering.ts'
import { ReportingAnswers, saveAnswers } from './save-answers.ts'

const outcome = z.strictObject({ returnedAt: Instant })

/**
 * Returns the completed form with the supplementary forms that were asked: once, and then they stay as they
 * are. A correction, or an answer to what was sent back, returns them once more, as a further version. Somebody reads
 * every version.
 * @throws Refusal `request-answered`, `stale`, `invalid-answers` (naming a supplementary form by its kind),
 * `sections-unfinished` while a section that is needed is not completed, `link-dead`
 */
export const submitReportingForm = requires('information-request:answer')
  .input(ReportingAnswers)
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const form = answeredForm(input.formVersion)
    const answers = parseAnswers(form, input.answers, { complete: true, today: parts.clock.today() })
    const change = { areaId, procedure: 'reporting-form.submit', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const given = { form, answers, madeFrom: input.version, returned: true, stated: null }
      const { caseId, savedAt, correcting, before, words } = await saveAnswers(tx, parts, holder, given)
      if (unfinishedSections(form, answers, words).length > 0) throw new Refusal('sections-unfinished')
      const place = { areaId, caseId, informationRequestId }
      const supplementary = await completeSupplementary(tx, parts, place)
      const forms = [
        { name: 'reporting' as const, form, answers, stages: null },
        ...supplementary.forms.map(({ kind, ...own }) => ({ ...own, name: kind })),
      ]
      // What the office entered for the agency before stays as an earlier version.
      const entry = correcting ?? (await lastEntry(tx, place)) + 1
      await keepReturn(tx, parts.keys, place, { entry, returnedAt: savedAt, forms })
      if (correcting !== null) await endCorrection(tx, place, { entry: correcting, at: savedAt })
      await markReturned(tx, areaId, informationRequestId, savedAt)
      await sendWithAnswer(tx, areaId, informationRequestId, savedAt)
      await setNextClock(tx, areaId, caseId)
      const answered = [
        ...completeness(form, answers).map(({ path, status }) => [path, status] as const),
        ...supplementary.answered,
      ]
      const payload = {
        informationRequestId,
        formVersion: form.version,
        completeness: Object.fromEntries(answered),
      }
      await parts.publisher.publish(
        tx,
        holder,
        areaId,
        hasReturned(before)
          ? { type: 'information-request.corrected.v1', subject: caseId, payload: { ...payload, entry } }
          : { type: 'information-request.returned.v1', subject: caseId, payload },
      )
      return { returnedAt: savedAt }
    })
  })
