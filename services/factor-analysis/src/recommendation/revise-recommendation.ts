import { AreaId, RecommendationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { requires } from '../rpc.ts'
import { addEntry } from './entry-store.ts'
import { linkedCases, screenWords } from './linked-cases.ts'
import { checkWritten, WrittenRecommendation } from './propose-recommendation.ts'
import { findRecommendation, rewriteRecommendation } from './recommendation-store.ts'
import { recommendationWords } from './recommendation-words.ts'

const Revised = z.strictObject({ version: z.int() })

/**
 * Writes a proposed recommendation anew. Once it is issued it stays as whoever was told read it.
 * @throws Refusal `stale`, `not-allowed-in-this-state`, `identifiers-in-note`, `invalid-answers`, `not-found`
 */
export const reviseRecommendation = requires('recommendation:write')
  .input(
    WrittenRecommendation.extend({
      areaId: AreaId,
      recommendationId: RecommendationId,
      version: z.int().positive(),
      key: AttemptKey,
    }),
  )
  .output(Revised)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, recommendationId, facts, words } = input
    checkWritten(input, parts.clock.today())
    const caseIds = await parts.database.transaction(actor, (tx) => linkedCases(tx, areaId, recommendationId))
    await screenWords({ actor, assertion, parts }, areaId, caseIds, Object.values(words))
    const change = { procedure: 'recommendation.revise', areaId, input, outcome: Revised }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findRecommendation(tx, areaId, recommendationId, { lock: true })
      if (found === null) throw new Refusal('not-found')
      if (found.version !== input.version) throw new Refusal('stale')
      if (found.state !== 'proposed') throw new Refusal('not-allowed-in-this-state')
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const sealedWords = recommendationWords.seal(cipher, recommendationId, words)
      await rewriteRecommendation(tx, areaId, recommendationId, { ...facts, sealedWords })
      await addEntry(tx, cipher, areaId, recommendationId, {
        actionId: null,
        act: 'revise',
        happenedOn: parts.clock.today(),
        words: null,
        recordedBy: by,
        recordedAt: parts.clock.now(),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.revise',
        object: { kind: 'recommendation', id: recommendationId },
      })
      return { version: found.version + 1 }
    })
  })
