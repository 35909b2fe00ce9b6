import { randomUUID } from 'node:crypto'
import {
  ActionId,
  AreaId,
  PlainDate,
  RecommendationId,
  type RecommendationState,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { addEntry } from '../recommendation/entry-store.ts'
import { linkedCases, screenWords } from '../recommendation/linked-cases.ts'
import { Addressee, findRecommendation } from '../recommendation/recommendation-store.ts'
import { ActionWords, actionWords } from '../recommendation/recommendation-words.ts'
import { requires } from '../rpc.ts'
import { addAction } from './action-store.ts'

const Agreed = z.strictObject({ actionId: ActionId })

/** Somebody was told of it and it is not settled: then its actions are agreed and followed. */
export const isFollowed = (state: RecommendationState): boolean =>
  state === 'issued' || state === 'accepted' || state === 'in-progress'

/**
 * Agrees who does what, and by when, to follow a recommendation that was issued.
 * @throws Refusal `dates-out-of-order` for a day that is over, `not-allowed-in-this-state`, `identifiers-in-note`, `not-found`
 */
export const agreeAction = requires('recommendation:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      recommendationId: RecommendationId,
      key: AttemptKey,
      owner: Addressee,
      dueOn: PlainDate,
      words: ActionWords,
    }),
  )
  .output(Agreed)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, recommendationId, owner, dueOn, words } = input
    const today = parts.clock.today()
    const caseIds = await parts.database.transaction(actor, (tx) => linkedCases(tx, areaId, recommendationId))
    await screenWords({ actor, assertion, parts }, areaId, caseIds, Object.values(words))
    const change = { procedure: 'action.agree', areaId, input, outcome: Agreed }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findRecommendation(tx, areaId, recommendationId, { lock: true })
      if (found === null) throw new Refusal('not-found')
      if (!isFollowed(found.state)) throw new Refusal('not-allowed-in-this-state')
      if (dueOn < today) throw new Refusal('dates-out-of-order', ['dueOn'])
      const actionId = ActionId.parse(randomUUID())
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const sealedWords = actionWords.seal(cipher, actionId, words)
      const agreed = { agreedOn: today, agreedBy: by }
      await addAction(tx, areaId, { actionId, recommendationId, owner, dueOn, sealedWords, ...agreed })
      await addEntry(tx, cipher, areaId, recommendationId, {
        actionId,
        act: 'agree',
        happenedOn: today,
        words: null,
        recordedBy: by,
        recordedAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'action.agree',
        object: { kind: 'recommendation', id: recommendationId },
      })
      return { actionId }
    })
  })
