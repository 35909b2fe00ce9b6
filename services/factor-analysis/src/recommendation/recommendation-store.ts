import type { Db } from '@cdop/database'
import {
  type AreaId,
  FactorCode,
  OrganisationId,
  OrganisationKind,
  PersonId,
  PlainDate,
  RecommendationId,
  RecommendationLevel,
  RecommendationSource,
  RecommendationState,
  RecommendationTheme,
} from '@cdop/domain'
import { z } from 'zod'

/** Whom a recommendation asks, or who acts: an organisation of the directory, and its kind for whoever may not read its name. */
export const Addressee = z.strictObject({ kind: OrganisationKind, organisationId: OrganisationId })
export type Addressee = z.infer<typeof Addressee>

/** Of a recommendation what stands in clear, but how far it is. */
export const RecommendationFacts = z.strictObject({
  level: RecommendationLevel,
  source: RecommendationSource,
  addressee: Addressee.nullable(),
  themes: z.array(RecommendationTheme).min(1),
  factors: z.array(FactorCode).max(30),
  dueOn: PlainDate.nullable(),
})
export type RecommendationFacts = z.infer<typeof RecommendationFacts>

const Row = z.object({
  recommendationId: RecommendationId,
  year: z.int(),
  number: z.int(),
  version: z.int(),
  state: RecommendationState,
  level: RecommendationLevel,
  source: RecommendationSource,
  addresseeKind: OrganisationKind.nullable(),
  addresseeId: OrganisationId.nullable(),
  themes: z.array(RecommendationTheme),
  factors: z.array(FactorCode),
  dueOn: PlainDate.nullable(),
  informedOn: PlainDate.nullable(),
  proposedOn: PlainDate,
  proposedBy: PersonId,
  relevantOn: PlainDate.nullable(),
  escalatedOn: PlainDate.nullable(),
  closingBy: PersonId.nullable(),
  closedOn: PlainDate.nullable(),
  sealedWords: z.instanceof(Buffer),
})

/** "R-2026-014": what a letter or mail may name a recommendation by. */
const referenceOf = ({ year, number }: { year: number; number: number }) =>
  `R-${year}-${String(number).padStart(3, '0')}`

const stored = (row: unknown) => {
  const { addresseeKind, addresseeId, ...read } = Row.parse(row)
  const addressee =
    addresseeKind === null || addresseeId === null
      ? null
      : { kind: addresseeKind, organisationId: addresseeId }
  return { ...read, addressee, reference: referenceOf(read) }
}
export type StoredRecommendation = ReturnType<typeof stored>

const columns = (tx: Db) => tx`
  recommendation_id, year, number, version, state, level, source, addressee_kind, addressee_id, themes, factors, due_on,
  informed_on, proposed_on, proposed_by, relevant_on, escalated_on, closing_by, closed_on, sealed_words
`

/** Every recommendation of an area, the newest first. */
export async function recommendationsOf(tx: Db, areaId: AreaId): Promise<StoredRecommendation[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.recommendations where area_id = ${areaId} order by year desc, number desc
  `
  return rows.map(stored)
}

/** Every recommendation of an area, held for the transaction. */
export async function lockRecommendations(tx: Db, areaId: AreaId): Promise<StoredRecommendation[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.recommendations where area_id = ${areaId}
    order by year, number for update
  `
  return rows.map(stored)
}

/** One recommendation, or null. `lock` holds it for the transaction. */
export async function findRecommendation(
  tx: Db,
  areaId: AreaId,
  recommendationId: RecommendationId,
  { lock = false }: { lock?: boolean } = {},
): Promise<StoredRecommendation | null> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.recommendations
    where area_id = ${areaId} and recommendation_id = ${recommendationId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : stored(row)
}

/** Adds one under the next number of its year. One at a time: no number is given twice. */
export async function addRecommendation(
  tx: Db,
  areaId: AreaId,
  added: RecommendationFacts & {
    recommendationId: RecommendationId
    sealedWords: Buffer
    proposedOn: PlainDate
    proposedBy: PersonId
  },
): Promise<void> {
  const { recommendationId, level, source, addressee, themes, factors, dueOn, proposedOn } = added
  const year = Number(proposedOn.slice(0, 4))
  await tx`select pg_advisory_xact_lock(hashtextextended(${`factor_analysis.recommendations:${areaId}`}, 0))`
  await tx`
    insert into factor_analysis.recommendations (area_id, recommendation_id, year, number, version, state, level, source,
      addressee_kind, addressee_id, themes, factors, due_on, sealed_words, proposed_on, proposed_by)
    select ${areaId}, ${recommendationId}, ${year}, coalesce(max(number), 0) + 1, 1, 'proposed', ${level}, ${source},
      ${addressee?.kind ?? null}, ${addressee?.organisationId ?? null}, ${themes}::text[], ${factors}::text[], ${dueOn},
      ${added.sealedWords}, ${proposedOn}, ${added.proposedBy}
    from factor_analysis.recommendations where area_id = ${areaId} and year = ${year}
  `
}

/** Writes a proposed one anew. The row is locked by the caller. */
export async function rewriteRecommendation(
  tx: Db,
  areaId: AreaId,
  recommendationId: RecommendationId,
  {
    level,
    source,
    addressee,
    themes,
    factors,
    dueOn,
    sealedWords,
  }: RecommendationFacts & { sealedWords: Buffer },
): Promise<void> {
  await tx`
    update factor_analysis.recommendations
    set level = ${level}, source = ${source}, addressee_kind = ${addressee?.kind ?? null},
      addressee_id = ${addressee?.organisationId ?? null}, themes = ${themes}::text[], factors = ${factors}::text[],
      due_on = ${dueOn}, sealed_words = ${sealedWords}, version = version + 1
    where area_id = ${areaId} and recommendation_id = ${recommendationId}
  `
}

/** How far it is now: what an act changes beside its entry. The row is locked by the caller. */
export async function moveRecommendation(
  tx: Db,
  areaId: AreaId,
  { recommendationId, informedOn, relevantOn, escalatedOn, closingBy }: StoredRecommendation,
  state: RecommendationState,
  closed: { by: PersonId; on: PlainDate } | null,
): Promise<void> {
  await tx`
    update factor_analysis.recommendations
    set state = ${state}, informed_on = ${informedOn}, relevant_on = ${relevantOn},
      escalated_on = ${escalatedOn}, closing_by = ${closingBy}, closed_by = ${closed?.by ?? null}, closed_on = ${closed?.on ?? null}, version = version + 1
    where area_id = ${areaId} and recommendation_id = ${recommendationId}
  `
}
