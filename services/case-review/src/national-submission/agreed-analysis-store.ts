import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  CategoryOfDeath,
  FactorCode,
  FactorDomain,
  Modifiability,
  type PayloadOf,
  PerinatalKind,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'

const Codes = z.strictObject({
  categories: z.array(CategoryOfDeath),
  primaryCategory: CategoryOfDeath,
  modifiability: Modifiability,
  factors: z.array(
    z.strictObject({
      domain: FactorDomain,
      code: FactorCode,
      relevance: z.int(),
      modifiable: z.boolean(),
    }),
  ),
  perinatalKinds: z.array(PerinatalKind).exactOptional(),
})

const AgreedAnalysis = z.object({ analysisVersion: z.int().positive(), reviewedOn: PlainDate, codes: Codes })
type AgreedAnalysis = z.infer<typeof AgreedAnalysis>

/** Keeps what the panel agreed; heard a second time it changes nothing. */
export async function keepAnalysis(
  tx: Db,
  areaId: AreaId,
  agreed: PayloadOf<'analysis.agreed.v1'>,
): Promise<void> {
  const { caseId, analysisVersion, reviewedOn } = agreed
  const { categories, primaryCategory, modifiability, factors, perinatalKinds } = agreed
  const codes = {
    categories,
    primaryCategory,
    modifiability,
    factors,
    ...(perinatalKinds && { perinatalKinds }),
  }
  await tx`
    insert into case_review.agreed_analyses (area_id, case_id, analysis_version, reviewed_on, codes)
    values (${areaId}, ${caseId}, ${analysisVersion}, ${reviewedOn},
      ${tx.json(codes)})
    on conflict do nothing
  `
}

/** What was agreed as of a version, or last; null when nothing came here. */
export async function analysisOf(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  version: number | null,
): Promise<AgreedAnalysis | null> {
  const [row] = await tx`
    select analysis_version, reviewed_on, codes from case_review.agreed_analyses
    where area_id = ${areaId} and case_id = ${caseId} and ${version === null ? tx`true` : tx`analysis_version = ${version}`}
    order by analysis_version desc limit 1
  `
  return row === undefined ? null : AgreedAnalysis.parse(row)
}
