import type { Db } from '@cdop/database'
import {
  type AreaId,
  FactorCode,
  LearningId,
  PersonId,
  PlainDate,
  RecommendationSource,
  RecommendationTheme,
} from '@cdop/domain'
import { z } from 'zod'

/** Of a learning point what stands in clear. */
export const LearningFacts = z.strictObject({
  /** At which stage of a review it was learnt. */
  source: RecommendationSource,
  themes: z.array(RecommendationTheme).min(1),
  factors: z.array(FactorCode).max(30),
})
export type LearningFacts = z.infer<typeof LearningFacts>

const Row = LearningFacts.extend({
  learningId: LearningId,
  year: z.int(),
  number: z.int(),
  issuedOn: PlainDate,
  issuedBy: PersonId,
  sealedWords: z.instanceof(Buffer),
})
export type StoredLearning = Omit<z.infer<typeof Row>, 'year' | 'number'> & { reference: string }

/** "L-2026-003": what a letter may name it by. */
function stored(row: unknown): StoredLearning {
  const { year, number, ...read } = Row.parse({ ...(row as object) })
  return { ...read, reference: `L-${year}-${String(number).padStart(3, '0')}` }
}

const columns = (tx: Db) => tx`
  learning_id, year, number, source, themes, factors, issued_on, issued_by, sealed_words
`

/** Every learning point of an area, the newest first. */
export async function learningIn(tx: Db, areaId: AreaId): Promise<StoredLearning[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.learning_points where area_id = ${areaId} order by year desc, number desc
  `
  return rows.map(stored)
}

/** One learning point, or null. */
export async function findLearning(
  tx: Db,
  areaId: AreaId,
  learningId: LearningId,
): Promise<StoredLearning | null> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.learning_points where area_id = ${areaId} and learning_id = ${learningId}
  `
  return row === undefined ? null : stored(row)
}

/** Adds one under the next number of its year. One at a time: no number is given twice. */
export async function addLearning(
  tx: Db,
  areaId: AreaId,
  added: LearningFacts & {
    learningId: LearningId
    sealedWords: Buffer
    issuedOn: PlainDate
    issuedBy: PersonId
  },
): Promise<void> {
  const { learningId, source, themes, factors, sealedWords, issuedOn, issuedBy } = added
  const year = Number(issuedOn.slice(0, 4))
  await tx`select pg_advisory_xact_lock(hashtextextended(${`factor_analysis.learning_points:${areaId}`}, 0))`
  await tx`
    insert into factor_analysis.learning_points (area_id, learning_id, year, number, source, themes, factors, sealed_words,
      issued_on, issued_by)
    select ${areaId}, ${learningId}, ${year}, coalesce(max(number), 0) + 1, ${source}, ${themes}::text[],
      ${factors}::text[], ${sealedWords}, ${issuedOn}, ${issuedBy}
    from factor_analysis.learning_points where area_id = ${areaId} and year = ${year}
  `
}
