import {
  AreaId,
  addDays,
  InformationRequestId,
  PlainDate,
  Refusal,
  requireArea,
  requireConfirmed,
  SEND_BACK_DAYS,
} from '@cdop/domain'
import { completeness } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { markSentBack } from '../information-request/request-steps.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { addDecision, Missing } from './return-decision-store.ts'
import { findReturn, type Return } from './returned-form-store.ts'
import { seeReturn } from './seen-return.ts'

/** @throws Refusal `invalid-answers` for a question that was not asked, or when nothing is said to be missing */
function requireMissing(returned: Return, { questions, note }: Missing): void {
  if (questions.length === 0 && note === null) throw new Refusal('invalid-answers', ['questions'])
  const asked = new Set(
    returned.forms.flatMap(({ name, form, answers }) =>
      completeness(form, answers)
        .filter(({ status }) => status !== 'not-asked')
        .map(({ path }) => `${name}/${path}`),
    ),
  )
  if (!questions.every(({ form, path }) => asked.has(`${form}/${path}`))) {
    throw new Refusal('invalid-answers', ['questions'])
  }
}

/**
 * Sends the version of what an agency returned that somebody has read back to it, with what is missing and a new day. The agency
 * is told by mail, which says nothing of the child; what it sent stays, and what it sends then is a further version. It is chased
 * from the new day.
 * @throws Refusal `stale` when a newer version came, or somebody else decided, since; `dates-out-of-order` for a day that is not
 * to come, or too far off; `invalid-answers`; `not-confirmed`; `transfer-open`; `not-allowed-in-this-state` once the panel has
 * reviewed the case
 */
export const sendBack = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      entry: z.number().int().positive(),
      missing: Missing,
      answerBy: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, entry, missing, answerBy } = input
    requireArea(actor, areaId)
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'returned-form.send-back', input, outcome: z.null() },
      async (tx) => {
        const read = { informationRequestId, entry, from: 'returned' as const }
        const { request, found } = await seeReturn(tx, person, areaId, read)
        const { caseId } = request
        const at = parts.clock.now()
        const on = parts.clock.today()
        requireNotOffered(found, at)
        requireConfirmed(found)
        if (answerBy <= on || answerBy > addDays(on, SEND_BACK_DAYS)) {
          throw new Refusal('dates-out-of-order', ['answerBy'])
        }
        const returned = await findReturn(tx, parts.keys, { areaId, caseId, informationRequestId }, entry)
        if (returned === null) throw new Refusal('not-allowed-in-this-state')
        requireMissing(returned, missing)
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const added = await addDecision(
          tx,
          cipher,
          { areaId, informationRequestId },
          { entry, decision: 'sent-back', decidedBy: person.personId, decidedAt: at, missing, answerBy },
        )
        if (!added) throw new Refusal('stale')
        await markSentBack(tx, areaId, informationRequestId, { on, answerBy })
        await wakeMail(tx, { kind: 'sent-back', areaId, informationRequestId })
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'returned-form.send-back',
          object: { kind: 'information-request', id: informationRequestId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'information-request.sent-back.v1',
          subject: caseId,
          payload: { informationRequestId, entry, answerBy },
        })
        return null
      },
    )
  })
