import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { AreaId, answerDueOn, bankHolidays, ChallengeId, ChallengeSubject, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { actionsOf } from '../action/action-store.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { findRecommendation } from '../recommendation/recommendation-store.ts'
import { requires } from '../rpc.ts'
import { addChallenge, addChallengeEntry, ChallengeWords } from './challenge-store.ts'
import { screenChallenge } from './screen-challenge.ts'

const Raised = z.strictObject({ challengeId: ChallengeId })

/** @throws Refusal `not-found` for a recommendation or action the area does not have. Releases are known further up. */
async function requireSubject(tx: Db, areaId: AreaId, subject: ChallengeSubject): Promise<void> {
  if (!('recommendationId' in subject)) return
  const { recommendationId } = subject
  if ((await findRecommendation(tx, areaId, recommendationId)) === null) throw new Refusal('not-found')
  if (subject.kind !== 'action') return
  const actions = await actionsOf(tx, areaId, recommendationId)
  if (!actions.some(({ actionId }) => actionId === subject.actionId)) throw new Refusal('not-found')
}

/**
 * Questions how an area does, or a recommendation, action or release of it. The area has ten working days to answer.
 * @throws Refusal `identifiers-in-note`, `not-found`
 */
export const raiseChallenge = requires('challenge:raise')
  .input(
    z.strictObject({ areaId: AreaId, subject: ChallengeSubject, words: ChallengeWords, key: AttemptKey }),
  )
  .output(Raised)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, subject, words } = input
    await screenChallenge({ actor, assertion, parts }, areaId, subject, words)
    const today = parts.clock.today()
    const change = { procedure: 'challenge.raise', areaId, input, outcome: Raised }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await requireSubject(tx, areaId, subject)
      const challengeId = ChallengeId.parse(randomUUID())
      const dueOn = answerDueOn(today, bankHolidays)
      await addChallenge(tx, areaId, { challengeId, subject, raisedOn: today, raisedBy: by, dueOn })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const said = { words, recordedOn: today, recordedBy: by, recordedAt: parts.clock.now() }
      await addChallengeEntry(tx, cipher, areaId, challengeId, { act: 'raise', ...said })
      await parts.audit.record(tx, actor, areaId, {
        action: 'challenge.raise',
        object: { kind: 'challenge', id: challengeId },
      })
      return { challengeId }
    })
  })
