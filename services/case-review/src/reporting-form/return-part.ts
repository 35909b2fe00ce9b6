import { Instant, isAnswered, LaterReason, PlainDate, promiseFault, Refusal } from '@cdop/domain'
import { formInForce, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { caseReviewIn, requireRequestHolder } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { setEscalateOn } from '../chasing/chaser-store.ts'
import { chasingSettingsOn } from '../chasing/chasing-settings-store.ts'
import { sendWithAnswer } from '../document/taken-out-rows.ts'
import { endCorrection, openCorrection } from '../returned-form/correction-store.ts'
import {
  insertPartialReturn,
  partialReturnsOf,
  saysAnything,
  saysTheSame,
  sectionsOf,
} from '../returned-form/partial-return-store.ts'
import { findReturn, keepReturn } from '../returned-form/returned-form-store.ts'
import { toldToOffice } from '../returned-form/told-by.ts'
import { requires } from '../rpc.ts'
import { openFormsAskedWith } from '../supplementary-form/request-form-store.ts'
import { wholeReturn } from '../transcription/whole-return.ts'
import { answering } from './answering.ts'
import { findReportingForm } from './reporting-form-store.ts'
import { sectionWords } from './section-store.ts'

const outcome = z.strictObject({ sentAt: Instant, entry: z.int().positive() })

/**
 * Sends what was saved so far, as a version that stays, with the day by which the rest will come and a code for why. The agency is
 * still waited for, and its clock runs on; nobody chases it before that day is over. The same answers once more are no further
 * version, only a new promise. Documents added so far go with the part.
 * @throws Refusal `invalid-answers` while nothing is answered; `stale` when somebody saved in between; `dates-out-of-order` for a day
 * that is not to come; `promised-too-late`, `promises-used`; `not-allowed-in-this-state` once the review goes on without the agency;
 * `request-answered`, `link-dead`
 */
export const returnPart = requires('information-request:answer')
  .input(
    z.strictObject({
      key: AttemptKey,
      /** The version of the reporting form that was seen. */
      version: z.int().nonnegative(),
      promisedOn: PlainDate,
      reason: LaterReason,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    // Whoever holds a link sees nothing of how the area chases.
    const onAccountOf = caseReviewIn(areaId, holder.requestId)
    const change = { areaId, procedure: 'reporting-form.return-part', input, outcome, onAccountOf }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { request, found } = await answering(tx, holder, { lock: true })
      if (isAnswered(request.state)) throw new Refusal('request-answered')
      const { caseId } = found
      const place = { areaId, caseId, informationRequestId }
      const draft = await findReportingForm(tx, parts.keys, areaId, caseId, informationRequestId)
      if ((draft?.version ?? 0) !== input.version) throw new Refusal('stale')
      const { promisedOn, reason } = input
      const { state, round } = request
      const today = parts.clock.today()
      const sentAt = parts.clock.now()
      const earlier = await partialReturnsOf(tx, place)
      const promises = earlier.filter((one) => one.round === round).length
      const { promise } = await chasingSettingsOn(tx, areaId, today)
      const fault = promiseFault({ state, promises }, promise, { today, promisedOn })
      if (fault !== null) throw new Refusal(fault, fault.startsWith('promise') ? ['promisedOn'] : [])
      const others = await openFormsAskedWith(tx, parts.keys, place)
      const every = [
        {
          name: 'reporting' as const,
          stages: null,
          form: draft?.form ?? formInForce(statutoryForms, REPORTING_FORM, today),
          answers: draft?.answers ?? {},
        },
        ...others.map(({ kind, stages, form, answers }) => ({ name: kind, stages, form, answers })),
      ]
      if (!every.some(({ form, answers }) => saysAnything(form, answers))) {
        throw new Refusal('invalid-answers', ['answers'])
      }
      const wordsOf = await sectionWords(tx, place)
      const counted = every.map(({ name, form, answers }) => sectionsOf(form, answers, wordsOf(name)))
      const sectionsCompleted = counted.reduce((sum, { completed }) => sum + completed, 0)
      const sectionsAsked = counted.reduce((sum, { asked }) => sum + asked, 0)
      const own = every.filter(({ answers }) => Object.keys(answers).length > 0)
      const before = await findReturn(tx, parts.keys, place)
      // What the office was told stays beside a part, which takes the place of nothing; answers to two versions do not go together.
      const told = before === null ? [] : await toldToOffice(tx, parts.keys, place, before)
      const kept = told.filter(({ name, form }) =>
        own.every((one) => one.name !== name || one.form.version === form.version),
      )
      const forms = wholeReturn(kept, own)
      const same =
        before !== null && earlier.at(-1)?.entry === before.entry && saysTheSame(before.forms, forms)
      const entry = same ? before.entry : (before?.entry ?? 0) + 1
      if (!same) await keepReturn(tx, parts.keys, place, { entry, returnedAt: sentAt, forms }, { part: true })
      // What was begun of its own accord before the form was sent back came with this.
      const correcting = await openCorrection(tx, place)
      if (correcting !== null) await endCorrection(tx, place, { entry: correcting, at: sentAt })
      await insertPartialReturn(tx, place, {
        number: earlier.length + 1,
        round,
        entry,
        sentOn: today,
        sentAt,
        promisedOn,
        reason,
        sectionsCompleted,
        sectionsAsked,
      })
      await sendWithAnswer(tx, areaId, informationRequestId, sentAt)
      // Whoever was to be written to is written to once the day is over.
      await setEscalateOn(tx, areaId, informationRequestId, null)
      await setNextClock(tx, areaId, caseId)
      await parts.audit.record(tx, holder, areaId, {
        action: 'reporting-form.return-part',
        object: { kind: 'information-request', id: informationRequestId },
      })
      await parts.publisher.publish(tx, holder, areaId, {
        type: 'information-request.partly-returned.v1',
        subject: caseId,
        payload: { informationRequestId, entry, promisedOn, reason },
      })
      return { sentAt, entry }
    })
  })
