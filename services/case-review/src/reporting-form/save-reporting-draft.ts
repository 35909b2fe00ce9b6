import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { answeredForm, parseAnswers } from './answering.ts'
import { DraftAnswers, saveAnswers } from './save-answers.ts'

const outcome = z.strictObject({ version: z.number().int().positive() })

/**
 * Keeps what the reporter has answered so far, and whether the section it was answered in is completed.
 * @throws Refusal `stale` when somebody saved in between, `request-answered`, `link-dead`, `invalid-answers`: also for a
 * section said to be completed in which something that has to be answered is blank
 */
export const saveReportingDraft = requires('information-request:answer')
  .input(DraftAnswers)
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId } = holder
    const form = answeredForm(input.formVersion)
    const answers = parseAnswers(form, input.answers, { complete: false, today: parts.clock.today() })
    const change = { areaId, procedure: 'reporting-form.save-draft', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const given = { form, answers, madeFrom: input.version, returned: false, stated: input.stated ?? null }
      const { version } = await saveAnswers(tx, parts, holder, given)
      return { version }
    })
  })
