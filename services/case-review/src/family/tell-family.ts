import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  FamilyChannel,
  FamilyFeedbackId,
  FamilyMemberId,
  FamilyQuestionId,
  FamilySupport,
  PlainDate,
  Refusal,
  text,
  whyNotTold,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { isKeptFromFamily } from '../caveat/withhold.ts'
import { requires } from '../rpc.ts'
import { writeOfFamily } from './family-case.ts'
import { addFeedback } from './feedback-store.ts'
import { membersOf } from './member-store.ts'
import { findQuestion } from './question-store.ts'

const Told = z.strictObject({ familyFeedbackId: FamilyFeedbackId })

/** An answer to a question in the version it was told, or a leaflet or support. */
const What = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('answer'),
    familyQuestionId: FamilyQuestionId,
    version: z.number().int().positive(),
  }),
  z.strictObject({ what: z.literal('support'), support: FamilySupport }),
])

/**
 * Records what one parent or carer was told of an answer, or was given or offered: when, how and by whom. What they are
 * told against a wish to hear nothing is recorded only by somebody who says that they know of it.
 * @throws Refusal `must-not-be-contacted`, `not-to-be-told-yet`, `wishes-to-hear-nothing`; `stale` when the answer has
 * changed; `not-found`, `date-in-future`, `dates-out-of-order` before the death
 */
export const tellFamily = requires('family:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      familyMemberId: FamilyMemberId,
      told: What,
      toldOn: PlainDate,
      channel: FamilyChannel,
      toldBy: text(200),
      /** Whoever records it knows that this person wished to hear nothing, and has asked since. */
      knowsWish: z.boolean(),
    }),
  )
  .output(Told)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, familyMemberId, told, toldOn, channel, toldBy, knowsWish } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.tell', input, outcome: Told },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const members = await membersOf(tx, parts.keys, areaId, found.caseIds)
        const member = members.find((one) => one.familyMemberId === familyMemberId && !one.inError)
        if (member === undefined) throw new Refusal('not-found')
        const asked = told.what === 'answer' ? told.familyQuestionId : null
        const question = asked === null ? null : await findQuestion(tx, areaId, found.caseIds, asked)
        if (asked !== null && question === null) throw new Refusal('not-found')
        const withheld = asked !== null && isKeptFromFamily(asked, await caveatsOf(tx, areaId, found.caseIds))
        const no = whyNotTold({ ...member, knowsWish, withheld })
        if (no !== null) throw new Refusal(no)
        if (told.what === 'answer' && question?.version !== told.version) throw new Refusal('stale')
        if (toldOn > parts.clock.today()) throw new Refusal('date-in-future', ['toldOn'])
        if (toldOn < found.diedOn) throw new Refusal('dates-out-of-order', ['toldOn'])
        const familyFeedbackId = FamilyFeedbackId.parse(randomUUID())
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        await addFeedback(tx, cipher, areaId, caseId, {
          familyFeedbackId,
          familyMemberId,
          familyQuestionId: asked,
          answerEntry: told.what === 'answer' ? told.version : null,
          support: told.what === 'support' ? told.support : null,
          toldOn,
          channel,
          toldBy,
          recordedBy: person.personId,
          recordedAt: parts.clock.now(),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.tell',
          object: { kind: 'case', id: caseId },
        })
        return { familyFeedbackId }
      },
    )
  })
