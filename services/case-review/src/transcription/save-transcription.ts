import { AreaId, InformationRequestId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { parseAnswers } from '../reporting-form/answering.ts'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'
import { requires } from '../rpc.ts'
import { enteredForm, entering } from './entering.ts'
import { findOpenTranscription, saveTranscription as save } from './transcription-store.ts'

const outcome = z.strictObject({ version: z.number().int().positive() })

/**
 * Keeps what was entered so far of one form.
 * @throws Refusal `stale` when somebody saved in between; `not-found` while nothing is being entered, or for a form that was not
 * asked; `invalid-answers`, `date-in-future`; as `entering`
 */
export const saveTranscription = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      key: AttemptKey,
      form: ReturnedFormName,
      formVersion: z.string().max(40),
      version: z.number().int().positive(),
      answers: z.record(z.string(), z.unknown()),
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, form, formVersion, version } = input
    const change = { areaId, procedure: 'transcription.save', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { cipher } = await entering(tx, parts, person, areaId, informationRequestId)
      const open = await findOpenTranscription(tx, cipher, { areaId, informationRequestId })
      const own = open?.forms.find((one) => one.form === form)
      if (open === null || own === undefined) throw new Refusal('not-found')
      if (own.formVersion !== formVersion) throw new Refusal('invalid-answers', ['formVersion'])
      if (open.version !== version) throw new Refusal('stale')
      const today = parts.clock.today()
      const answers = parseAnswers(enteredForm(own), input.answers, { complete: false, today })
      const forms = open.forms.map((one) => (one.form === form ? { ...one, answers } : one))
      await save(tx, cipher, areaId, open, forms)
      await parts.audit.record(tx, actor, areaId, {
        action: 'transcription.save',
        object: { kind: 'information-request', id: informationRequestId },
      })
      return { version: version + 1 }
    })
  })
