import { Instant, Refusal } from '@cdop/domain'
import { completeness } from '@cdop/forms'
import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireLinkHolder } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { markReturned } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { answeredForm, answering, parseAnswers } from './answering.ts'
import { findReportingForm, saveReportingForm } from './reporting-form-store.ts'
import { ReportingAnswers } from './save-reporting-draft.ts'

const outcome = z.strictObject({ returnedAt: Instant })

/**
 * Returns the completed form: once, and then it stays as it is.
 * @throws Refusal `request-answered`, `stale`, `invalid-answers`, `link-dead`
 */
export const submitReportingForm = requires('information-request:answer')
  .input(ReportingAnswers)
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireLinkHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const form = answeredForm(input.formVersion)
    const answers = parseAnswers(form, input.answers, { complete: true, today: parts.clock.today() })
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'reporting-form.submit', input, outcome },
      async (tx) => {
        const { request, found } = await answering(tx, holder, { lock: true })
        if (request.state === 'returned') throw new Refusal('request-answered')
        const { caseId } = found
        const before = await findReportingForm(tx, parts.keys, areaId, caseId, informationRequestId)
        if ((before?.version ?? 0) !== input.version) throw new Refusal('stale')
        const returnedAt = parts.clock.now()
        await saveReportingForm(
          tx,
          parts.keys,
          { areaId, caseId, informationRequestId },
          { form, answers, at: returnedAt, returned: true },
        )
        await markReturned(tx, areaId, informationRequestId, returnedAt)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, holder, areaId, {
          action: 'reporting-form.submit',
          object: { kind: 'information-request', id: informationRequestId },
        })
        await parts.publisher.publish(tx, holder, areaId, {
          type: 'information-request.returned.v1',
          subject: caseId,
          payload: {
            informationRequestId,
            formVersion: form.version,
            completeness: Object.fromEntries(
              completeness(form, answers).map(({ path, status }) => [path, status]),
            ),
          },
        })
        return { returnedAt }
      },
    )
  })
