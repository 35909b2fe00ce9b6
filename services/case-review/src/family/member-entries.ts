import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  FamilyMemberDetails,
  FamilyMemberId,
  FamilyRelation,
  Instant,
  NoContactReason,
  PersonId,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'
import { memberTable } from './member-store.ts'

const MemberEntry = z.strictObject({
  familyMemberId: FamilyMemberId,
  entry: z.number().int().positive(),
  relation: FamilyRelation,
  noContact: NoContactReason.nullable(),
  hearsNothing: z.boolean(),
  inError: z.boolean(),
  details: FamilyMemberDetails,
  /** Why they may be contacted again; empty where nobody was asked for a reason yet. */
  allowedWhy: z.string().nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type MemberEntry = z.infer<typeof MemberEntry>

/** Every version of what was kept of the parents and carers of some cases, the oldest first of each. */
export async function entriesOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<MemberEntry[]> {
  const rows = await tx<
    { caseId: CaseId; familyMemberId: string; entry: number; details: Buffer; allowedWhy: Buffer | null }[]
  >`
    select m.case_id, e.family_member_id, e.entry, e.relation, e.no_contact, e.hears_nothing, e.in_error, e.details,
      e.allowed_why, e.recorded_by, e.recorded_at
    from case_review.family_members m
    join case_review.family_member_entries e on e.area_id = m.area_id and e.family_member_id = m.family_member_id
    where m.area_id = ${areaId} and m.case_id = any (${[...caseIds]}::uuid[])
    order by e.family_member_id, e.entry
  `
  const opened: MemberEntry[] = []
  for (const { caseId, details, allowedWhy, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const table = memberTable(row.familyMemberId, row.entry)
    opened.push(
      MemberEntry.parse({
        ...row,
        details: cipher.openJson(table, 'details', details),
        allowedWhy:
          allowedWhy === null || allowedWhy.length === 0
            ? (allowedWhy?.toString() ?? null)
            : cipher.openJson(table, 'allowed_why', allowedWhy),
      }),
    )
  }
  return opened
}

/** That somebody had to be left alone from a moment on, or need not be any longer, by whom and why. */
export const ContactMark = z.strictObject({
  familyMemberId: FamilyMemberId,
  /** Null where it was lifted. */
  noContact: NoContactReason.nullable(),
  why: z.string().nullable(),
  by: PersonId,
  at: Instant,
})
export type ContactMark = z.infer<typeof ContactMark>

/** Every time it was recorded that somebody must not be contacted, why, and that it was lifted: the oldest first of each. */
export function contactMarks(entries: readonly MemberEntry[]): ContactMark[] {
  const before = new Map<FamilyMemberId, MemberEntry>()
  return entries.flatMap((entry): ContactMark[] => {
    const { familyMemberId, noContact, inError, allowedWhy, details, recordedBy: by, recordedAt: at } = entry
    const last = before.get(familyMemberId)
    before.set(familyMemberId, entry)
    if (allowedWhy !== null) return [{ familyMemberId, noContact: null, why: allowedWhy || null, by, at }]
    if (noContact === null || inError) return []
    const same = last?.noContact === noContact && last.details.noContactWhy === details.noContactWhy
    return same ? [] : [{ familyMemberId, noContact, why: details.noContactWhy, by, at }]
  })
}
