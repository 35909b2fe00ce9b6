import { randomUUID } from 'node:crypto'
import { AreaId, Refusal, RegionalMeetingId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { knownAreaName, notAnswered, saveAnswer } from './answer-store.ts'
import { wakeRegional } from './carry-regional.ts'
import { beginOwnMeeting } from './own-meeting.ts'
import { AskedAreas, RegionalPlan, requireToCome, wordsOf } from './regional-plan.ts'
import { saveRegional } from './regional-store.ts'

const outcome = z.strictObject({ regionalMeetingId: RegionalMeetingId })

/**
 * Arranges panel meetings of several areas at one time on one theme: this area gets its own at once, the others are asked.
 * @throws Refusal `dates-out-of-order`; `invalid-answers` for an area there is not, or this one
 */
export const arrangeRegional = requires('panel-meeting:arrange')
  .input(z.strictObject({ areaId: AreaId, areas: AskedAreas, ...RegionalPlan.shape, key: AttemptKey }))
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId: by } = requirePerson(actor)
    const { areaId, areas, key: _key, ...plan } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'regional-meeting.arrange', input, outcome },
      async (tx) => {
        requireToCome(plan, parts.clock)
        for (const asked of areas) {
          if (asked === areaId || (await knownAreaName(tx, asked)) === null) {
            throw new Refusal('invalid-answers', ['areas'])
          }
        }
        const regionalMeetingId = RegionalMeetingId.parse(randomUUID())
        const of = { areaId, regionalMeetingId }
        const { heldOn, startsAt, endsAt } = plan
        const at = parts.clock.now()
        const regional = {
          ...{ regionalMeetingId, hostAreaId: areaId, planVersion: 1, heldOn, startsAt, endsAt },
          ...{ arrangedBy: by, arrangedAt: at, cancelledAt: null, cancelledBy: null, cancelReason: null },
        }
        const words = wordsOf(plan)
        await saveRegional(tx, await areaCipher(tx, parts.keys, areaId), areaId, regional, words)
        await beginOwnMeeting(
          tx,
          { actor, parts },
          { areaId, by, regional: { ...regional, panelMeetingId: null } },
          words,
        )
        const own = { ofAreaId: areaId, answer: 'accepted' as const, answeredBy: by, answeredAt: at }
        await saveAnswer(tx, of, { ...own, wordVersion: 1 })
        for (const asked of areas) await saveAnswer(tx, of, notAnswered(asked))
        await wakeRegional(tx, { regionalMeetingId, hostAreaId: areaId })
        await parts.audit.record(tx, actor, areaId, {
          action: 'regional-meeting.arrange',
          object: { kind: 'regional-meeting', id: regionalMeetingId },
        })
        return { regionalMeetingId }
      },
    )
  })
