import type { Db } from '@cdop/database'
import {
  ActionAct,
  ActionId,
  type AreaId,
  Instant,
  PersonId,
  PlainDate,
  RecommendationAct,
  type RecommendationId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { entryWords } from './recommendation-words.ts'

/** Everything that is recorded of a recommendation and of its actions. */
const EntryAct = z.enum([
  'propose',
  'revise',
  'agree',
  'escalate-by-itself',
  ...RecommendationAct.options,
  ...ActionAct.options,
])

/** One thing that was recorded. */
export const Entry = z.strictObject({
  /** Of which action; null of the recommendation itself. */
  actionId: ActionId.nullable(),
  act: EntryAct,
  happenedOn: PlainDate,
  words: z.string().nullable(),
  /** Null where the service recorded it by itself. */
  recordedBy: PersonId.nullable(),
  recordedAt: Instant,
})
export type Entry = z.infer<typeof Entry>

const bound = (recommendationId: RecommendationId, entry: number) => `${recommendationId}/${entry}`

/** Everything that was recorded, in its order. */
export async function entriesOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  recommendationId: RecommendationId,
): Promise<Entry[]> {
  const rows = await tx<{ entry: number; sealedWords: Buffer | null }[]>`
    select entry, action_id, act, happened_on, sealed_words, recorded_by, recorded_at
    from factor_analysis.recommendation_entries
    where area_id = ${areaId} and recommendation_id = ${recommendationId} order by entry
  `
  return rows.map(({ entry, sealedWords, ...row }) => {
    const of = bound(recommendationId, entry)
    return Entry.parse({ ...row, words: sealedWords && entryWords.open(cipher, of, sealedWords) })
  })
}

/** Records the next thing. The recommendation is locked by the caller, so that entries follow one another. */
export async function addEntry(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  recommendationId: RecommendationId,
  { actionId, act, happenedOn, words, recordedBy, recordedAt }: Entry,
): Promise<void> {
  const [row] = await tx<{ entry: number }[]>`
    select coalesce(max(entry), 0) + 1 as entry from factor_analysis.recommendation_entries
    where area_id = ${areaId} and recommendation_id = ${recommendationId}
  `
  const entry = row?.entry ?? 1
  const sealed = words === null ? null : entryWords.seal(cipher, bound(recommendationId, entry), words)
  await tx`
    insert into factor_analysis.recommendation_entries (area_id, recommendation_id, entry, action_id, act, happened_on,
      sealed_words, recorded_by, recorded_at)
    values (${areaId}, ${recommendationId}, ${entry}, ${actionId}, ${act}, ${happenedOn}, ${sealed}, ${recordedBy},
      ${recordedAt})
  `
}
