import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  CategoryOfDeath,
  type Factor,
  type FactorDomain,
  Modifiability,
  PanelMeetingId,
  PlainDate,
  ReviewMeetingId,
} from '@cdop/domain'
import { type KeyProvider, newDataKey, type SubjectCipher, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'

const agreed = {
  panelMeetingId: PanelMeetingId,
  reviewedOn: PlainDate,
  primaryCategory: CategoryOfDeath,
  modifiability: Modifiability,
}
const kept = {
  /** Which agreement of the case it is, or will be. */
  revision: z.number().int().positive(),
  /** Counts every saving, of all of them. */
  version: z.number().int().positive(),
  formVersion: z.string(),
  sealedAnswers: z.instanceof(Buffer),
}
const none = {
  panelMeetingId: z.null(),
  reviewedOn: z.null(),
  primaryCategory: z.null(),
  modifiability: z.null(),
}

const StoredAnalysis = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft'), ...kept, ...none }),
  z.object({ state: z.literal('agreed'), ...kept, ...agreed }),
])
export type StoredAnalysis = z.infer<typeof StoredAnalysis>

/** The newest version of the analysis of a case, or null before a first draft. `lock` holds it for the transaction. */
export async function findAnalysis(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  options: { lock: boolean } = { lock: false },
): Promise<StoredAnalysis | null> {
  const [newest] = await versionsOf(tx, areaId, caseId, options)
  return newest ?? null
}

/** Every version of the analysis of a case, the newest first. */
export async function versionsOf(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  options: { lock: boolean } = { lock: false },
): Promise<StoredAnalysis[]> {
  const rows = await tx`
    select revision, state, version, form_version, sealed_answers, panel_meeting_id, reviewed_on, primary_category,
      modifiability
    from factor_analysis.analyses where area_id = ${areaId} and case_id = ${caseId} order by revision desc
    ${options.lock ? tx`for update` : tx``}
  `
  return rows.map((row) => StoredAnalysis.parse(row))
}

export type Draft = { version: number; formVersion: string; sealedAnswers: Buffer; savedAt: string }

/** @returns false when somebody else saved the version this one was made from */
export async function saveAnalysis(tx: Db, areaId: AreaId, caseId: CaseId, draft: Draft): Promise<boolean> {
  const { version, formVersion, sealedAnswers, savedAt } = draft
  const saved =
    version === 1
      ? await tx`
          insert into factor_analysis.analyses (area_id, case_id, revision, state, version, form_version, sealed_answers, saved_at)
          values (${areaId}, ${caseId}, 1, 'draft', 1, ${formVersion}, ${sealedAnswers}, ${savedAt})
          on conflict do nothing returning version`
      : await tx`
          update factor_analysis.analyses
          set version = ${version}, form_version = ${formVersion}, sealed_answers = ${sealedAnswers}, saved_at = ${savedAt}
          where area_id = ${areaId} and case_id = ${caseId} and version = ${version - 1} and state = 'draft'
          returning version`
  return saved.length === 1
}

/** Begins the next version from the one agreed last; false when somebody has begun it already. */
export async function beginRevision(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  begun: Draft & { revision: number },
): Promise<boolean> {
  const { revision, version, formVersion, sealedAnswers, savedAt } = begun
  const rows = await tx`
    insert into factor_analysis.analyses (area_id, case_id, revision, state, version, form_version, sealed_answers, saved_at)
    values (${areaId}, ${caseId}, ${revision}, 'draft', ${version}, ${formVersion}, ${sealedAnswers}, ${savedAt})
    on conflict do nothing returning revision
  `
  return rows.length === 1
}

/** Begins the panel's own analysis from what a review meeting sent; false where it was begun already. */
export async function beginFrom(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  begun: Draft & { from: { reviewMeetingId: ReviewMeetingId; revision: number } },
): Promise<boolean> {
  const { version, formVersion, sealedAnswers, savedAt, from } = begun
  const rows = await tx`
    insert into factor_analysis.analyses (area_id, case_id, revision, state, version, form_version, sealed_answers, saved_at,
      begun_from, begun_from_revision)
    values (${areaId}, ${caseId}, 1, 'draft', ${version}, ${formVersion}, ${sealedAnswers}, ${savedAt},
      ${from.reviewMeetingId}, ${from.revision})
    on conflict do nothing returning revision
  `
  return rows.length === 1
}

const Source = z.object({ begunFrom: ReviewMeetingId, begunFromRevision: z.number().int().positive() })

/** What of which review meeting the panel's own analysis began from; null where the chair began it. */
export async function sourceOf(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
): Promise<z.infer<typeof Source> | null> {
  const [row] = await tx`
    select begun_from, begun_from_revision from factor_analysis.analyses
    where area_id = ${areaId} and case_id = ${caseId} and revision = 1 and begun_from is not null
  `
  return row === undefined ? null : Source.parse(row)
}

export type Agreement = {
  panelMeetingId: PanelMeetingId
  reviewedOn: PlainDate
  primaryCategory: CategoryOfDeath
  modifiability: Modifiability
}

export async function agree(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  agreement: Agreement,
  at: string,
): Promise<void> {
  const { panelMeetingId, reviewedOn, primaryCategory, modifiability } = agreement
  await tx`
    update factor_analysis.analyses
    set state = 'agreed', version = version + 1, saved_at = ${at}, panel_meeting_id = ${panelMeetingId},
        reviewed_on = ${reviewedOn}, primary_category = ${primaryCategory}, modifiability = ${modifiability}
    where area_id = ${areaId} and case_id = ${caseId} and state = 'draft'
  `
}

/** A factor as it is counted: its codes without its words. */
export type CountedFactor = {
  domain: FactorDomain
  code: Factor['code']
  relevance: 1 | 2
  modifiable: boolean
}

/** Goes before the agreement: then nothing is added any more. */
export async function addFactors(
  tx: Db,
  areaId: AreaId,
  { caseId, revision }: { caseId: CaseId; revision: number },
  factors: readonly CountedFactor[],
): Promise<void> {
  if (factors.length === 0) return
  const rows = factors.map((factor, position) => ({
    area_id: areaId,
    case_id: caseId,
    revision,
    position,
    ...factor,
  }))
  await tx`insert into factor_analysis.analysis_factors ${tx(rows)}`
}

/** The cipher of a case, its key made at the first use. */
export async function caseCipher(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseId: CaseId,
): Promise<SubjectCipher> {
  await tx`
    insert into factor_analysis.data_keys (area_id, subject, wrapped)
    values (${areaId}, ${caseId}, ${newDataKey(keys, areaId, caseId)}) on conflict do nothing
  `
  const [row] = await tx<{ wrapped: Buffer }[]>`
    select wrapped from factor_analysis.data_keys where area_id = ${areaId} and subject = ${caseId}
  `
  if (row === undefined) throw new Error('the key of the case is missing')
  return subjectCipher(keys, areaId, caseId, row.wrapped)
}
