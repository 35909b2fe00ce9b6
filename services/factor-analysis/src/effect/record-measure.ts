import { AreaId, PlainDate, RecommendationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { writerOf } from '../meeting-analysis/meeting-access.ts'
import { linkedCases, screenWords } from '../recommendation/linked-cases.ts'
import { findRecommendation } from '../recommendation/recommendation-store.ts'
import { EntryWords } from '../recommendation/recommendation-words.ts'
import { requires } from '../rpc.ts'
import { Aim, addMeasure, baselineAndLatest, measuresOf } from './measure-store.ts'

const Recorded = z.strictObject({ measures: z.int() })

/** The baseline has not reached the target yet: there is something to be moved. */
const isAhead = (aim: Aim, { count, of }: { count: number; of: number }) =>
  aim.wanted === 'rise' ? 100 * count < aim.target * of : 100 * count > aim.target * of

/**
 * Records what was counted of the indicator of a recommendation: first the baseline with what is aimed at, then again and
 * again, as with each release. A second baseline begins anew. `measures` is how many there were when the form was drawn.
 * @throws Refusal `stale` where somebody measured meanwhile, `invalid-answers` where a baseline is missing, what is aimed at
 * is reached already, or more is counted than there is, `date-in-future`, `dates-out-of-order`, `identifiers-in-note`,
 * `not-found`
 */
export const recordMeasure = requires('recommendation:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      recommendationId: RecommendationId,
      key: AttemptKey,
      measures: z.int().min(0),
      measuredOn: PlainDate,
      count: z.int().min(0).max(1_000_000),
      of: z.int().min(1).max(1_000_000),
      aim: Aim.nullable(),
      words: EntryWords.nullable(),
    }),
  )
  .output(Recorded)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const by = writerOf(actor)
    const { areaId, recommendationId, measuredOn, count, of, aim, words } = input
    const caseIds = await parts.database.transaction(actor, (tx) => linkedCases(tx, areaId, recommendationId))
    await screenWords({ actor, assertion, parts }, areaId, caseIds, [words])
    const change = { procedure: 'recommendation.measure', areaId, input, outcome: Recorded }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await findRecommendation(tx, areaId, recommendationId, { lock: true })
      if (found === null) throw new Refusal('not-found')
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const measures = await measuresOf(tx, cipher, areaId, recommendationId)
      if (measures.length !== input.measures) throw new Refusal('stale')
      const { baseline } = baselineAndLatest(measures)
      if (count > of) throw new Refusal('invalid-answers', ['count'])
      if (aim === null && baseline === null) throw new Refusal('invalid-answers', ['aim'])
      if (aim !== null && !isAhead(aim, input)) throw new Refusal('invalid-answers', ['target'])
      if (measuredOn > parts.clock.today()) throw new Refusal('date-in-future', ['measuredOn'])
      const before = measures.at(-1)
      if (before !== undefined && measuredOn < before.measuredOn) {
        throw new Refusal('dates-out-of-order', ['measuredOn'])
      }
      const entry = measures.length + 1
      const measured = { measuredOn, count, of, aim, words, recordedBy: by, entry, at: parts.clock.now() }
      await addMeasure(tx, cipher, areaId, recommendationId, measured)
      await parts.audit.record(tx, actor, areaId, {
        action: 'recommendation.measure',
        object: { kind: 'recommendation', id: recommendationId },
      })
      return { measures: entry }
    })
  })
