import type { Db } from '@cdop/database'
import {
  type AreaId,
  type Instant,
  OrganisationId,
  OrganisationKind,
  type PersonId,
  PlainDate,
  RecommendationId,
  Refusal,
  SelfAssessmentAnswers,
  type SelfAssessmentStep,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'

/** Why an answer takes the place of the one before. */
export const CorrectionOfAnswer = text(500)

/** A year that was opened. */
export const OpenedYear = z.strictObject({ year: ReportingYearCode, dueOn: PlainDate, openedOn: PlainDate })
export type OpenedYear = z.infer<typeof OpenedYear>

/** The years of an area that were opened, the newest first. */
export async function openedYears(tx: Db, areaId: AreaId): Promise<OpenedYear[]> {
  const rows = await tx`
    select year, due_on, opened_on from factor_analysis.self_assessments where area_id = ${areaId} order by year desc
  `
  return rows.map((row) => OpenedYear.parse(row))
}

/** @returns false when the year is open already */
export async function addYear(
  tx: Db,
  areaId: AreaId,
  { year, dueOn, openedOn, openedBy }: OpenedYear & { openedBy: PersonId },
): Promise<boolean> {
  const added = await tx`
    insert into factor_analysis.self_assessments (area_id, year, due_on, opened_on, opened_by)
    values (${areaId}, ${year}, ${dueOn}, ${openedOn}, ${openedBy}) on conflict do nothing returning year
  `
  return added.length > 0
}

/** The form of one organisation: which recommendations it is asked about. */
export const AskedForm = z.strictObject({
  organisation: z.strictObject({ kind: OrganisationKind, organisationId: OrganisationId }),
  recommendationIds: z.array(RecommendationId).min(1),
})
export type AskedForm = z.infer<typeof AskedForm>

export async function addForm(
  tx: Db,
  areaId: AreaId,
  year: ReportingYearCode,
  { organisation: { kind, organisationId }, recommendationIds }: AskedForm,
): Promise<void> {
  await tx`
    insert into factor_analysis.self_assessment_forms (area_id, year, organisation_id, organisation_kind, recommendation_ids)
    values (${areaId}, ${year}, ${organisationId}, ${kind}, ${recommendationIds}::uuid[])
  `
}

/** The forms of a year. */
export async function formsOf(tx: Db, areaId: AreaId, year: ReportingYearCode): Promise<AskedForm[]> {
  const rows = await tx`
    select organisation_id, organisation_kind, recommendation_ids from factor_analysis.self_assessment_forms
    where area_id = ${areaId} and year = ${year} order by organisation_kind, organisation_id
  `
  return rows.map(({ organisationId, organisationKind: kind, recommendationIds }) =>
    AskedForm.parse({ organisation: { kind, organisationId }, recommendationIds }),
  )
}

/** The form of an organisation, held for the transaction. @throws Refusal `not-found` */
export async function formOf(tx: Db, areaId: AreaId, of: FormOf): Promise<AskedForm> {
  await tx`
    select pg_advisory_xact_lock(hashtextextended(${`factor_analysis.self-assessment:${areaId}:${of.year}:${of.organisationId}`}, 0))
  `
  const found = (await formsOf(tx, areaId, of.year)).find(
    ({ organisation }) => organisation.organisationId === of.organisationId,
  )
  if (found === undefined) throw new Refusal('not-found')
  return found
}

export type FormOf = { readonly year: ReportingYearCode; readonly organisationId: OrganisationId }

/** What an organisation said, in one version. */
export type StoredAnswers = {
  version: number
  edit: number
  answers: SelfAssessmentAnswers
  reason: string | null
  submittedOn: PlainDate | null
  /** The organisation itself saved it, from the inbox of its mailbox. */
  byOrganisation: boolean
}

const bound = ({ year, organisationId }: FormOf, version: number) =>
  `self_assessment_answers/${year}/${organisationId}/${version}`

const Row = z.object({
  version: z.int(),
  edit: z.int(),
  sealedAnswers: z.instanceof(Buffer),
  sealedReason: z.instanceof(Buffer).nullable(),
  submittedOn: PlainDate.nullable(),
  byOrganisation: z.boolean(),
})

/** Every version of what an organisation said, the newest first. */
export async function answersOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  of: FormOf,
): Promise<StoredAnswers[]> {
  const rows = await tx`
    select version, edit, sealed_answers, sealed_reason, submitted_on,
      saved_by is null as by_organisation
    from factor_analysis.self_assessment_answers
    where area_id = ${areaId} and year = ${of.year} and organisation_id = ${of.organisationId} order by version desc
  `
  return rows.map((row) => {
    const { sealedAnswers, sealedReason, ...read } = Row.parse(row)
    const place = bound(of, read.version)
    return {
      ...read,
      answers: SelfAssessmentAnswers.parse(cipher.openJson(place, 'sealed_answers', sealedAnswers)),
      reason: sealedReason && CorrectionOfAnswer.parse(cipher.openJson(place, 'sealed_reason', sealedReason)),
    }
  })
}

/** Saves a version: anew, or on from the edit before. The form is locked by the caller. */
export async function keepAnswers(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  of: FormOf,
  {
    version,
    edit,
    answers,
    reason,
    submittedOn,
    by,
    at,
  }: Omit<StoredAnswers, 'byOrganisation'> & { by: PersonId | null; at: Instant },
): Promise<void> {
  const place = bound(of, version)
  const sealed = cipher.sealJson(place, 'sealed_answers', answers)
  const sealedReason = reason === null ? null : cipher.sealJson(place, 'sealed_reason', reason)
  if (edit === 1) {
    await tx`
      insert into factor_analysis.self_assessment_answers (area_id, year, organisation_id, version, edit, sealed_answers,
        sealed_reason, saved_by, saved_at, submitted_on)
      values (${areaId}, ${of.year}, ${of.organisationId}, ${version}, 1, ${sealed}, ${sealedReason}, ${by}, ${at},
        ${submittedOn})
    `
    return
  }
  await tx`
    update factor_analysis.self_assessment_answers
    set edit = ${edit}, sealed_answers = ${sealed}, saved_by = ${by}, saved_at = ${at}, submitted_on = ${submittedOn}
    where area_id = ${areaId} and year = ${of.year} and organisation_id = ${of.organisationId} and version = ${version}
  `
}

/** Which organisations have submitted an answer in a year, in any version. */
export async function submittedForms(
  tx: Db,
  areaId: AreaId,
  year: ReportingYearCode,
): Promise<ReadonlySet<OrganisationId>> {
  const rows = await tx`
    select distinct organisation_id from factor_analysis.self_assessment_answers
    where area_id = ${areaId} and year = ${year} and submitted_on is not null
  `
  return new Set(rows.map(({ organisationId }) => OrganisationId.parse(organisationId)))
}

/** @returns false when the organisation was asked so already */
export async function addReminder(
  tx: Db,
  areaId: AreaId,
  { year, organisationId, step, askedOn }: FormOf & { step: SelfAssessmentStep; askedOn: PlainDate },
): Promise<boolean> {
  const added = await tx`
    insert into factor_analysis.self_assessment_reminders (area_id, year, organisation_id, step, asked_on)
    values (${areaId}, ${year}, ${organisationId}, ${step}, ${askedOn}) on conflict do nothing returning step
  `
  return added.length > 0
}
