import { Instant } from '@cdop/domain'
import { completeness } from '@cdop/forms'
import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { markReturned } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { completeSupplementary } from '../supplementary-form/complete-supplementary.ts'
import { answeredForm, parseAnswers } from './answering.ts'
import { ReportingAnswers, saveAnswers } from './save-answers.ts'

const outcome = z.strictObject({ returnedAt: Instant })

/**
 * Returns the completed form with the supplementary forms that were asked: once, and then they stay as they are.
 * @throws Refusal `request-answered`, `stale`, `invalid-answers` (naming a supplementary form by its kind), `link-dead`
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
      const given = { form, answers, madeFrom: input.version, returned: true }
      const { caseId, savedAt } = await saveAnswers(tx, parts, holder, given)
      await markReturned(tx, areaId, informationRequestId, savedAt)
      await setNextClock(tx, areaId, caseId)
      const place = { areaId, caseId, informationRequestId }
      const answered = [
        ...completeness(form, answers).map(({ path, status }) => [path, status] as const),
        ...(await completeSupplementary(tx, parts, place)),
      ]
      await parts.publisher.publish(tx, holder, areaId, {
        type: 'information-request.returned.v1',
        subject: caseId,
        payload: {
          informationRequestId,
          formVersion: form.version,
          completeness: Object.fromEntries(answered),
        },
      })
      return { returnedAt: savedAt }
    })
  })
