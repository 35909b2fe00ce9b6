import { AreaId, mayAnswer, Refusal, RegionalMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { answersIn, notAnswered, saveAnswer } from './answer-store.ts'
import { wakeRegional } from './carry-regional.ts'
import { beginOwnMeeting, leaveOwnMeeting } from './own-meeting.ts'
import { findRegional, regionalWords } from './regional-store.ts'

/**
 * An area that was asked takes part, with a panel meeting of its own at the time of all, or does not, also after it had
 * said it would: its own meeting is then called off, unless its panel has decided something.
 * @throws Refusal `regional-meeting-answered` when it is answered so already, or was called off; `stale` when the host has
 * planned it anew since it was read; `panel-meeting-decided`; `not-found` for an area that was not asked
 */
export const answerRegional = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      regionalMeetingId: RegionalMeetingId,
      planVersion: z.int().positive(),
      answer: z.enum(['accepted', 'declined']),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, regionalMeetingId, planVersion, answer } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'regional-meeting.answer', input, outcome: z.null() },
      async (tx) => {
        const regional = await findRegional(tx, input, { lock: true })
        const { hostAreaId, cancelledAt } = regional
        const said = (await answersIn(tx, input)).get(areaId) ?? notAnswered(areaId)
        const standing = { hostAreaId, cancelled: cancelledAt !== null }
        if (!mayAnswer(standing, areaId, { from: said.answer, to: answer })) {
          throw new Refusal('regional-meeting-answered')
        }
        if (regional.planVersion !== planVersion) throw new Refusal('stale')
        const of = { areaId, by, regional }
        if (answer === 'accepted') {
          const words = await regionalWords(tx, await areaCipher(tx, parts.keys, areaId), input)
          await beginOwnMeeting(tx, { actor, parts }, of, words)
        } else {
          await leaveOwnMeeting(tx, { actor, parts }, of)
        }
        await saveAnswer(tx, input, {
          ...{ ofAreaId: areaId, answer, answeredBy: by, answeredAt: parts.clock.now() },
          wordVersion: said.wordVersion + 1,
        })
        await wakeRegional(tx, { regionalMeetingId, hostAreaId })
        await parts.audit.record(tx, actor, areaId, {
          action: `regional-meeting.${answer}`,
          object: { kind: 'regional-meeting', id: regionalMeetingId },
        })
        return null
      },
    )
  })
