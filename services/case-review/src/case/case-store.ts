import type { Db } from '@cdop/database'
import {
  AgeBand,
  type AreaId,
  AuthorityCode,
  CaseId,
  CaseReference,
  CaseState,
  ConfirmedBy,
  demographicQuestions,
  Instant,
  MergeId,
  NextDue,
  type PayloadOf,
  PersonId,
  PlainDate,
  ReportedInErrorReason,
  Sex,
  TransferId,
  whoMustBeTold,
} from '@cdop/domain'
import { type KeyProvider, newDataKey, type SubjectCipher, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { setCaseIds } from '../merge/merge-store.ts'

/** A case as it lies in the table. */
export const CaseRow = z.object({
  caseId: CaseId,
  reference: CaseReference,
  diedOn: PlainDate,
  receivedOn: PlainDate,
  ageBand: AgeBand,
  sex: Sex,
  expectedness: z.string(),
  placeOfDeath: z.string(),
  localAuthority: AuthorityCode,
  /** As notified, in codes; null for a case from before this service was told. */
  jarTriggers: z.array(z.string()).nullable(),
  flags: z.array(z.string()).nullable(),
  state: CaseState,
  version: z.number().int().positive(),
  nextWhat: NextDue,
  nextDueOn: PlainDate.nullable(),
  deathConfirmedBy: ConfirmedBy.nullable(),
  deathConfirmedOn: PlainDate.nullable(),
  identityConfirmedBy: ConfirmedBy.nullable(),
  identityConfirmedOn: PlainDate.nullable(),
  /** Nothing of the case leaves before it. */
  confirmedAt: Instant.nullable(),
  /** How many have not been told of the death yet. */
  notTold: z.number().int().nonnegative(),
  /** Whoever has it; null when nobody has. */
  coordinatorId: PersonId.nullable(),
  openedAt: Instant,
  /** Since when another area is asked to take it over, and by which transfer, once intake has told of it. */
  offeredAt: Instant.nullable(),
  offeredBy: TransferId.nullable(),
  /** The transfer by which another area took it over, and that by which it comes while not all of it has arrived. */
  leftBy: TransferId.nullable(),
  arrivingBy: TransferId.nullable(),
  errorReason: ReportedInErrorReason.nullable(),
  errorReportedAt: Instant.nullable(),
  /** The case the child turned out to be that of; nothing else happens to this one until that is undone. */
  mergedInto: CaseId.nullable(),
  mergeId: MergeId.nullable(),
  mergedAt: Instant.nullable(),
  stateBeforeMerge: CaseState.nullable(),
  /** This case and every case merged into it. */
  caseIds: z.array(CaseId),
  /** How often its finished review began again, and when the panel had finished it first. */
  reopenings: z.number().int().nonnegative(),
  firstReviewedOn: PlainDate.nullable(),
  reviewedOn: PlainDate.nullable(),
  reviewedAt: Instant.nullable(),
  nationalSubmissionOn: PlainDate.nullable(),
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
})
export type CaseRow = z.infer<typeof CaseRow>

/** The case, or null where the transaction sees none; locked until its end when `lock` is set. */
export async function findCase(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { lock = false }: { lock?: boolean } = {},
): Promise<CaseRow | null> {
  const [row] = await tx`
    select * from case_review.cases where area_id = ${areaId} and case_id = ${caseId}
    ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : CaseRow.parse(row)
}

/** What a case begins with. */
export type NewCase = Pick<
  CaseRow,
  | 'caseId'
  | 'reference'
  | 'diedOn'
  | 'receivedOn'
  | 'ageBand'
  | 'sex'
  | 'expectedness'
  | 'placeOfDeath'
  | 'localAuthority'
> &
  Pick<PayloadOf<'notification.accepted.v1'>, 'jarTriggers' | 'flags' | 'completeness'>

/** Opens a case in state `gathering` with a data key of its own. */
export async function insertCase(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  opened: NewCase,
  at: Instant,
): Promise<void> {
  await tx`
    insert into case_review.cases (
      area_id, case_id, reference, died_on, received_on, age_band, sex, expectedness, place_of_death,
      local_authority, jar_triggers, flags, blank_demographics, state, next_what, not_told, opened_at
    ) values (
      ${areaId}, ${opened.caseId}, ${opened.reference}, ${opened.diedOn}, ${opened.receivedOn}, ${opened.ageBand},
      ${opened.sex}, ${opened.expectedness}, ${opened.placeOfDeath}, ${opened.localAuthority}, ${opened.jarTriggers},
      ${opened.flags ?? null}, ${demographicQuestions.filter((question) => opened.completeness[question] === 'blank')},
      'gathering', 'none',
      ${whoMustBeTold(opened.ageBand).length}, ${at}
    )
  `
  await tx`
    insert into case_review.data_keys (area_id, subject, wrapped)
    values (${areaId}, ${opened.caseId}, ${newDataKey(keys, areaId, opened.caseId)})
  `
  await setCaseIds(tx, areaId, opened.caseId)
  await setNextClock(tx, areaId, opened.caseId)
}

/** Writes down who confirmed the death and who the child is, by profession; a correction takes its place. */
export async function markConfirmed(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { death, identity, at }: Omit<PayloadOf<'identity-and-death.confirmed.v1'>, 'caseId'> & { at: Instant },
): Promise<void> {
  await tx`
    update case_review.cases
    set death_confirmed_by = ${death.by}, death_confirmed_on = ${death.on}, identity_confirmed_by = ${identity.by},
        identity_confirmed_on = ${identity.on}, confirmed_at = ${at}
    where area_id = ${areaId} and case_id = ${caseId}
  `
}

/** What was confirmed no longer counts: nothing leaves before it is recorded anew. */
export async function forgetConfirmation(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  await tx`
    update case_review.cases
    set death_confirmed_by = null, death_confirmed_on = null, identity_confirmed_by = null,
        identity_confirmed_on = null, confirmed_at = null
    where area_id = ${areaId} and case_id = ${caseId}
  `
}

/** Works out again what is due next. Call it after whatever changes a date or state of the case. */
export async function setNextClock(tx: Db, areaId: AreaId, caseId: CaseId): Promise<void> {
  await tx`select case_review.set_next_clock(${areaId}, ${caseId})`
}

/** Seals and opens what is written about the case. @throws Error when the key is gone */
export async function caseCipher(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseId: CaseId,
): Promise<SubjectCipher> {
  const [row] = await tx<{ wrapped: Buffer }[]>`
    select wrapped from case_review.data_keys where area_id = ${areaId} and subject = ${caseId}
  `
  if (row === undefined) throw new Error('the case has no key')
  return subjectCipher(keys, areaId, caseId, row.wrapped)
}
