import { AreaId, hasReturned, InformationRequestId, Refusal } from '@cdop/domain'
import { completeness } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { markReturned } from '../information-request/request-steps.ts'
import { parseAnswers } from '../reporting-form/answering.ts'
import { keepAccepted } from '../returned-form/accept-return.ts'
import { endCorrection, openCorrection } from '../returned-form/correction-store.ts'
import { findReturn, keepReturn } from '../returned-form/returned-form-store.ts'
import { requires } from '../rpc.ts'
import { enteredForm, entering } from './entering.ts'
import { findOpenTranscription, markRecorded } from './transcription-store.ts'
import { wholeReturn } from './whole-return.ts'

const outcome = z.strictObject({ entry: z.number().int().positive() })

/**
 * Records what was entered as a version of what the agency returned, marked as transcribed. It is a whole one: what was returned
 * before and not entered now stands in it too, and the earlier version stays as it was.
 * With `whole` the agency has answered and is chased no more, and what was entered counts as accepted by whoever entered it;
 * otherwise it is still waited for, or read. Blank answers stay blank:
 * nobody is made to invent what was not told.
 * @throws Refusal `stale` when somebody saved, or the agency returned another version of a form, in between; `not-found` while nothing is being entered; `invalid-answers` when no answer was
 * entered; as `entering`
 */
export const recordTranscription = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      key: AttemptKey,
      version: z.number().int().positive(),
      whole: z.boolean(),
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, version, whole } = input
    const change = { areaId, procedure: 'transcription.record', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { cipher, request } = await entering(tx, parts, person, areaId, informationRequestId)
      const open = await findOpenTranscription(tx, cipher, { areaId, informationRequestId })
      if (open === null) throw new Refusal('not-found')
      if (open.version !== version) throw new Refusal('stale')
      const entered = open.forms.filter(({ answers }) => Object.keys(answers).length > 0)
      if (entered.length === 0) throw new Refusal('invalid-answers', ['answers'])
      const { caseId } = request
      const place = { areaId, caseId, informationRequestId }
      const before = await findReturn(tx, parts.keys, place)
      const entry = (before?.entry ?? 0) + 1
      const at = parts.clock.now()
      const today = parts.clock.today()
      const told = entered.map((one) => {
        const earlier = before?.forms.find(({ name }) => name === one.form)
        // Answers to two versions cannot be laid over each other without losing some.
        if (earlier && earlier.form.version !== one.formVersion) throw new Refusal('stale')
        const form = enteredForm(one)
        const answers = parseAnswers(form, one.answers, { complete: false, today })
        return { name: one.form, form, stages: one.stages, answers }
      })
      const forms = wholeReturn(before?.forms ?? [], told)
      await keepReturn(tx, parts.keys, place, { entry, returnedAt: at, forms })
      // A correction that was begun before the form was sent back would have been this version.
      const correcting = await openCorrection(tx, place)
      if (correcting !== null) await endCorrection(tx, place, { entry: correcting, at })
      await markRecorded(tx, cipher, areaId, open.transcriptionId, { entry, by: person.personId, at })
      await parts.audit.record(tx, actor, areaId, {
        action: 'transcription.record',
        object: { kind: 'case', id: caseId },
      })
      const again = hasReturned(request.state)
      if (!again && !whole) return { entry }
      const accepted = whole || request.state === 'accepted'
      if (accepted) await markReturned(tx, areaId, informationRequestId, at)
      const answered = forms.flatMap(({ name, form, answers }) =>
        completeness(form, answers).map(
          ({ path, status }) => [name === 'reporting' ? path : `${name}/${path}`, status] as const,
        ),
      )
      const payload = {
        informationRequestId,
        formVersion:
          forms.find(({ name }) => name === 'reporting')?.form.version ?? open.forms[0]?.formVersion ?? '',
        completeness: Object.fromEntries(answered),
      }
      await parts.publisher.publish(
        tx,
        person,
        areaId,
        again
          ? { type: 'information-request.corrected.v1', subject: caseId, payload: { ...payload, entry } }
          : { type: 'information-request.returned.v1', subject: caseId, payload },
      )
      const own = { caseId, informationRequestId, entry }
      if (accepted) await keepAccepted(tx, { actor: person, parts }, areaId, own, at)
      return { entry }
    })
  })
