import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  CodingSampleId,
  type Instant,
  PanelMeetingId,
  PersonId,
  PlainDate,
  Refusal,
  SecondCodingId,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

const of = {
  codingId: SecondCodingId,
  sampleId: CodingSampleId,
  caseId: CaseId,
  /** Which agreement of the case the first panel's is. */
  revision: z.int().positive(),
  reference: CaseReference,
  panelMeetingId: PanelMeetingId,
  firstMeetingId: PanelMeetingId,
  firstDecidedBy: z.array(PersonId).min(1),
  version: z.int().nonnegative(),
}
const written = { formVersion: z.string(), sealedAnswers: z.instanceof(Buffer) }

const StoredCoding = z.discriminatedUnion('state', [
  z.object({ state: z.literal('assigned'), ...of }),
  z.object({ state: z.literal('draft'), ...of, ...written }),
  z.object({
    state: z.literal('final'),
    ...of,
    ...written,
    codedOn: PlainDate,
    decidedBy: z.array(PersonId).min(1),
    differs: z.boolean(),
  }),
  z.object({ state: z.literal('withdrawn'), ...of }),
])
export type StoredCoding = z.infer<typeof StoredCoding>
export type FinalCoding = Extract<StoredCoding, { state: 'final' }>

const columns = (tx: Db) => tx`
  coding_id, sample_id, case_id, revision, reference, panel_meeting_id, first_meeting_id, first_decided_by, state,
  version, form_version, sealed_answers, coded_on, decided_by, differs
`

/** @throws Refusal `not-found` */
export async function secondCoding(
  tx: Db,
  areaId: AreaId,
  codingId: SecondCodingId,
  options: { lock: boolean } = { lock: false },
): Promise<StoredCoding> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.second_codings
    where area_id = ${areaId} and coding_id = ${codingId} ${options.lock ? tx`for update` : tx``}
  `
  if (row === undefined) throw new Refusal('not-found')
  return StoredCoding.parse(row)
}

/** Every second coding of the area that was not withdrawn, in the order of drawing. */
export async function secondCodings(tx: Db, areaId: AreaId): Promise<StoredCoding[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.second_codings
    where area_id = ${areaId} and state <> 'withdrawn' order by sample_id, reference, coding_id
  `
  return rows.map((row) => StoredCoding.parse(row))
}

/** The second coding of a case that is not final yet; null when there is none. */
export async function openCodingOf(tx: Db, areaId: AreaId, caseId: CaseId): Promise<StoredCoding | null> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.second_codings
    where area_id = ${areaId} and case_id = ${caseId} and state in ('assigned', 'draft')
    order by revision desc limit 1
  `
  return row === undefined ? null : StoredCoding.parse(row)
}

/** Bound to its coding: it opens as no other's, and as no analysis of the case. */
const tableOf = (codingId: SecondCodingId) => `second_codings/${codingId}`

export const sealCoding = (cipher: SubjectCipher, codingId: SecondCodingId, answers: unknown): Buffer =>
  cipher.sealJson(tableOf(codingId), 'sealed_answers', answers)

export const openCoding = (
  cipher: SubjectCipher,
  { codingId, sealedAnswers }: { codingId: SecondCodingId; sealedAnswers: Buffer },
): unknown => cipher.openJson(tableOf(codingId), 'sealed_answers', sealedAnswers)

/** Keeps the draft made from the version before. The row has to be locked. */
export async function saveCoding(
  tx: Db,
  areaId: AreaId,
  codingId: SecondCodingId,
  draft: { version: number; formVersion: string; sealedAnswers: Buffer; by: PersonId; at: Instant },
): Promise<void> {
  const { version, formVersion, sealedAnswers, by, at } = draft
  await tx`
    update factor_analysis.second_codings
    set state = 'draft', version = ${version}, form_version = ${formVersion}, sealed_answers = ${sealedAnswers},
      saved_by = ${by}, saved_at = ${at}
    where area_id = ${areaId} and coding_id = ${codingId}
  `
}

/** From now on it is as it is. The row has to be locked. */
export async function finishCoding(
  tx: Db,
  areaId: AreaId,
  codingId: SecondCodingId,
  final: { codedOn: PlainDate; decidedBy: readonly PersonId[]; differs: boolean; at: Instant },
): Promise<void> {
  const { codedOn, decidedBy, differs, at } = final
  await tx`
    update factor_analysis.second_codings
    set state = 'final', version = version + 1, saved_at = ${at}, coded_on = ${codedOn},
      decided_by = ${[...decidedBy]}::uuid[], differs = ${differs}
    where area_id = ${areaId} and coding_id = ${codingId}
  `
}

/** Ends a second coding that is not final; what was drafted of it stays sealed and is counted nowhere. */
export async function withdrawCoding(
  tx: Db,
  areaId: AreaId,
  codingId: SecondCodingId,
  at: Instant,
): Promise<void> {
  await tx`
    update factor_analysis.second_codings set state = 'withdrawn', withdrawn_at = ${at}
    where area_id = ${areaId} and coding_id = ${codingId} and state in ('assigned', 'draft')
  `
}

/** Whoever sees what a panel makes of a case does not code it a second time. */
export async function keepReader(tx: Db, areaId: AreaId, caseId: CaseId, reader: PersonId): Promise<void> {
  await tx`
    insert into factor_analysis.analysis_readers (area_id, case_id, person_id)
    values (${areaId}, ${caseId}, ${reader}) on conflict do nothing
  `
}

export async function hasRead(tx: Db, areaId: AreaId, caseId: CaseId, reader: PersonId): Promise<boolean> {
  const rows = await tx`
    select from factor_analysis.analysis_readers
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${reader}
  `
  return rows.length > 0
}
