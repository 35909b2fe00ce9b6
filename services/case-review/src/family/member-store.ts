import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  FamilyMemberDetails,
  FamilyMemberId,
  type FamilyMemberSaid,
  FamilyRelation,
  Instant,
  NoContactReason,
  PersonId,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** A parent or carer as they are known now. */
export const FamilyMember = z.strictObject({
  familyMemberId: FamilyMemberId,
  /** How many versions there are; a new one is made from the newest. */
  version: z.number().int().positive(),
  relation: FamilyRelation,
  noContact: NoContactReason.nullable(),
  hearsNothing: z.boolean(),
  inError: z.boolean(),
  details: FamilyMemberDetails,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type FamilyMember = z.infer<typeof FamilyMember>

/** Why somebody who had to be left alone may be contacted again; null where that is not what changed. */
type AllowedWhy = { allowedWhy: string | null }

/** What is kept is bound to its person and entry: it opens as no other's. */
export const memberTable = (familyMemberId: string, entry: number) =>
  `family_member_entries/${familyMemberId}/${entry}`

/** The parents and carers of a child, opened, in the order they were recorded; those recorded wrongly too. */
export async function membersOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<FamilyMember[]> {
  const rows = await tx<{ caseId: CaseId; familyMemberId: string; version: number; details: Buffer }[]>`
    select m.case_id, m.family_member_id, e.entry as version, e.relation, e.no_contact, e.hears_nothing, e.in_error,
      e.details, e.recorded_by, e.recorded_at
    from case_review.family_members m
    cross join lateral (
      select * from case_review.family_member_entries x
      where x.area_id = m.area_id and x.family_member_id = m.family_member_id order by x.entry desc limit 1
    ) e
    where m.area_id = ${areaId} and m.case_id = any (${[...caseIds]}::uuid[])
    order by m.recorded_at, m.family_member_id
  `
  const members: FamilyMember[] = []
  for (const { caseId, details, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const opened = cipher.openJson(memberTable(row.familyMemberId, row.version), 'details', details)
    members.push(FamilyMember.parse({ ...row, details: opened }))
  }
  return members
}

const FoundMember = FamilyMember.pick({ version: true, noContact: true, inError: true }).extend({
  caseId: CaseId,
})

/** Which case a parent or carer stands with, how many versions there are and whether they may be contacted; null when there is none. */
export async function findMember(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  familyMemberId: FamilyMemberId,
): Promise<z.infer<typeof FoundMember> | null> {
  const [row] = await tx`
    select m.case_id, e.entry as version, e.no_contact, e.in_error
    from case_review.family_members m
    cross join lateral (
      select * from case_review.family_member_entries x
      where x.area_id = m.area_id and x.family_member_id = m.family_member_id order by x.entry desc limit 1
    ) e
    where m.area_id = ${areaId} and m.family_member_id = ${familyMemberId}
      and m.case_id = any (${[...caseIds]}::uuid[])
  `
  return row === undefined ? null : FoundMember.parse({ ...row })
}

export async function addMember(
  tx: Db,
  { areaId, caseId, familyMemberId }: { areaId: AreaId; caseId: CaseId; familyMemberId: FamilyMemberId },
  at: Instant,
): Promise<void> {
  await tx`
    insert into case_review.family_members (area_id, family_member_id, case_id, recorded_at)
    values (${areaId}, ${familyMemberId}, ${caseId}, ${at})
  `
}

export async function addMemberEntry(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, familyMemberId, entry }: { areaId: AreaId; familyMemberId: FamilyMemberId; entry: number },
  { relation, noContact, hearsNothing, inError, details, allowedWhy }: FamilyMemberSaid & AllowedWhy,
  { by, at }: { by: PersonId; at: Instant },
): Promise<void> {
  const table = memberTable(familyMemberId, entry)
  const why = allowedWhy === null ? null : cipher.sealJson(table, 'allowed_why', allowedWhy)
  await tx`
    insert into case_review.family_member_entries (area_id, family_member_id, entry, relation, no_contact,
      hears_nothing, in_error, details, allowed_why, recorded_by, recorded_at)
    values (${areaId}, ${familyMemberId}, ${entry}, ${relation}, ${noContact}, ${hearsNothing}, ${inError},
      ${cipher.sealJson(table, 'details', details)}, ${why}, ${by}, ${at})
  `
}
