import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, canonicalJson, FamilyMemberId } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { caseCipher } from '../case/case-store.ts'
import { feedbackTable } from './feedback-store.ts'
import { entriesOf, type MemberEntry } from './member-entries.ts'
import { addMember, addMemberEntry, membersOf } from './member-store.ts'

type Told = {
  familyFeedbackId: string
  caseId: CaseId
  familyMemberId: FamilyMemberId
  memberCase: CaseId
  questionCase: CaseId | null
  toldBy: Buffer
}
type Asked = { familyQuestionId: string; caseId: CaseId; askedBy: FamilyMemberId; memberCase: CaseId }

/**
 * Has what a family asked and was told stand whole with some cases, and with every other: while records are merged, a parent
 * of one asks in the other and is told its answers. What names something of the other side is put with the case it is
 * about, and the parent stands in both from then on, with every version of what is known of them: that somebody must not
 * be contacted is forgotten in neither. Done again it does nothing.
 */
export async function partFamilies(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  ones: readonly CaseId[],
): Promise<void> {
  const crosses = (one: CaseId, other: CaseId) => ones.includes(one) !== ones.includes(other)
  const inBoth = standsInBoth(tx, keys, areaId)
  const told = await tx<Told[]>`
    select f.family_feedback_id, f.case_id, f.family_member_id, m.case_id as member_case, q.case_id as question_case,
      f.told_by
    from case_review.family_feedback f
    join case_review.family_members m on m.area_id = f.area_id and m.family_member_id = f.family_member_id
    left join case_review.family_questions q
      on q.area_id = f.area_id and q.family_question_id = f.family_question_id
    where f.area_id = ${areaId} and (f.case_id <> m.case_id or f.case_id <> q.case_id)
    order by f.recorded_at, f.family_feedback_id
  `
  for (const one of told) {
    const home = one.questionCase ?? one.memberCase
    if (!crosses(one.caseId, home) && !crosses(one.memberCase, home)) continue
    const member = crosses(one.memberCase, home)
      ? await inBoth(one.familyMemberId, one.memberCase, home)
      : one.familyMemberId
    const [from, to] = [
      await caseCipher(tx, keys, areaId, one.caseId),
      await caseCipher(tx, keys, areaId, home),
    ]
    const table = feedbackTable(one.familyFeedbackId)
    const toldBy = to.sealJson(table, 'told_by', from.openJson(table, 'told_by', one.toldBy))
    await tx`
      update case_review.family_feedback set case_id = ${home}, family_member_id = ${member}, told_by = ${toldBy}
      where area_id = ${areaId} and family_feedback_id = ${one.familyFeedbackId}
    `
  }
  const asked = await tx<Asked[]>`
    select q.family_question_id, q.case_id, q.asked_by, m.case_id as member_case
    from case_review.family_questions q
    join case_review.family_members m on m.area_id = q.area_id and m.family_member_id = q.asked_by
    where q.area_id = ${areaId} and q.case_id <> m.case_id
    order by q.recorded_at, q.family_question_id
  `
  for (const { familyQuestionId, caseId, askedBy, memberCase } of asked) {
    if (!crosses(caseId, memberCase)) continue
    await tx`
      update case_review.family_questions set asked_by = ${await inBoth(askedBy, memberCase, caseId)}
      where area_id = ${areaId} and family_question_id = ${familyQuestionId}
    `
  }
}

/** Who somebody of one case is in another: found there as they are known, or put there too with all that is known. */
function standsInBoth(tx: Db, keys: KeyProvider, areaId: AreaId) {
  return async (familyMemberId: FamilyMemberId, from: CaseId, to: CaseId): Promise<FamilyMemberId> => {
    const entries = (await entriesOf(tx, keys, areaId, [from])).filter(
      (entry) => entry.familyMemberId === familyMemberId,
    )
    const newest = entries.at(-1)
    if (newest === undefined) throw new Error('nothing is kept of somebody of a family')
    const there = await membersOf(tx, keys, areaId, [to])
    const same = there.find((member) => asKnown(member) === asKnown(newest))
    if (same !== undefined) return same.familyMemberId
    const copy = FamilyMemberId.parse(randomUUID())
    const cipher = await caseCipher(tx, keys, areaId, to)
    await addMember(tx, { areaId, caseId: to, familyMemberId: copy }, newest.recordedAt)
    for (const { entry, recordedBy: by, recordedAt: at, ...said } of entries) {
      await addMemberEntry(tx, cipher, { areaId, familyMemberId: copy, entry }, said, { by, at })
    }
    return copy
  }
}

type Known = Pick<MemberEntry, 'relation' | 'noContact' | 'hearsNothing' | 'inError' | 'details'>

const asKnown = ({ relation, noContact, hearsNothing, inError, details }: Known) =>
  canonicalJson({ relation, noContact, hearsNothing, inError, details })
