import { Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireLinkHolder } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { answeredForm, answering, parseAnswers } from './answering.ts'
import { findReportingForm, saveReportingForm } from './reporting-form-store.ts'

/** Answers as they travel; the form's own schema parses them. */
export const ReportingAnswers = z.strictObject({
  key: AttemptKey,
  formVersion: z.string().max(40),
  version: z.number().int().nonnegative(),
  answers: z.record(z.string(), z.unknown()),
})

const outcome = z.strictObject({ version: z.number().int().positive() })

/**
 * Keeps what the reporter has answered so far.
 * @throws Refusal `stale` when somebody saved in between, `request-answered`, `invalid-answers`, `link-dead`
 */
export const saveReportingDraft = requires('information-request:answer')
  .input(ReportingAnswers)
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireLinkHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const form = answeredForm(input.formVersion)
    const answers = parseAnswers(form, input.answers, { complete: false, today: parts.clock.today() })
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'reporting-form.save-draft', input, outcome },
      async (tx) => {
        const { request, found } = await answering(tx, holder, { lock: true })
        if (request.state === 'returned') throw new Refusal('request-answered')
        const { caseId } = found
        const before = await findReportingForm(tx, parts.keys, areaId, caseId, informationRequestId)
        if ((before?.version ?? 0) !== input.version) throw new Refusal('stale')
        const version = await saveReportingForm(
          tx,
          parts.keys,
          { areaId, caseId, informationRequestId },
          { form, answers, at: parts.clock.now(), returned: false },
        )
        await parts.audit.record(tx, holder, areaId, {
          action: 'reporting-form.save-draft',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return { version }
      },
    )
  })
