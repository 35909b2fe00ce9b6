import { isAnswered, Refusal, SupplementaryFormKind } from '@cdop/domain'
import { changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import { answering, parseAnswers } from '../reporting-form/answering.ts'
import { DraftAnswers } from '../reporting-form/save-answers.ts'
import { keepSections } from '../reporting-form/section-store.ts'
import { openCorrection } from '../returned-form/correction-store.ts'
import { requires } from '../rpc.ts'
import { openFormsAskedWith, saveSupplementaryForm } from './request-form-store.ts'

const outcome = z.strictObject({ version: z.number().int().positive() })

/**
 * Keeps what the reporter has answered so far of a supplementary form, and whether the section is completed.
 * @throws Refusal `stale` when somebody saved in between, `not-found` when the agency was not asked for this form,
 * `request-answered`, `invalid-answers`, `link-dead`
 */
export const saveSupplementaryDraft = requires('information-request:answer')
  .input(DraftAnswers.extend({ kind: SupplementaryFormKind }))
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const change = { areaId, procedure: 'supplementary-form.save-draft', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { request, found } = await answering(tx, holder, { lock: true })
      const open = await openCorrection(tx, { areaId, informationRequestId })
      if (isAnswered(request.state) && open === null) throw new Refusal('request-answered')
      const place = { areaId, caseId: found.caseId, informationRequestId }
      const asked = (await openFormsAskedWith(tx, parts.keys, place)).find(({ kind }) => kind === input.kind)
      if (asked === undefined) throw new Refusal('not-found')
      if (asked.formVersion !== input.formVersion) throw new Refusal('invalid-answers', ['formVersion'])
      if (asked.version !== input.version) throw new Refusal('stale')
      const today = parts.clock.today()
      const answers = parseAnswers(asked.form, input.answers, { complete: false, today })
      const at = parts.clock.now()
      const version = await saveSupplementaryForm(tx, parts.keys, place, { asked, answers, at })
      const { kind: name, form, answers: before } = asked
      const stated = input.stated ?? null
      await keepSections(tx, place, { name, form, before, answers, stated, at })
      await parts.audit.record(tx, holder, areaId, {
        action: 'supplementary-form.save-draft',
        object: { kind: 'information-request', id: informationRequestId },
      })
      return { version }
    })
  })
