import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaveatId,
  CaveatKind,
  CaveatOwner,
  Instant,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import { CaveatTarget } from './caveat-target.ts'

/** A caveat as it lies in the table, with who owns it now. */
export const CaveatRow = z.object({
  caveatId: CaveatId,
  caseId: CaseId,
  kind: CaveatKind,
  target: CaveatTarget,
  /** The version of the form in which the part is named. */
  formVersion: z.string().nullable(),
  /** Which of the documents of its case it is. */
  documentNumber: z.number().int().nullable(),
  /** Who asks whether it is still needed; null when whoever leads the case does. */
  owner: CaveatOwner.nullable(),
  /** When. */
  reviewOn: PlainDate,
  /** How many entries there are; a new one is made from the newest. */
  version: z.number().int().positive(),
  recordedBy: PersonId,
  recordedAt: Instant,
  liftedOn: PlainDate.nullable(),
})
export type CaveatRow = z.infer<typeof CaveatRow>

type Columns = Readonly<Record<string, unknown>>

function targetOf(row: Columns): unknown {
  if (row['documentId'] !== null) return { of: 'document', documentId: row['documentId'] }
  if (row['familyQuestionId'] !== null) {
    return { of: 'family-question', familyQuestionId: row['familyQuestionId'] }
  }
  const { informationRequestId, form, part } = row
  return { of: 'return', informationRequestId, form, part }
}

/** Every caveat of some cases of one child, those that stand and those that were lifted, the newest first. */
export async function caveatsOf(tx: Db, areaId: AreaId, caseIds: readonly CaseId[]): Promise<CaveatRow[]> {
  const rows = await tx<Columns[]>`
    select c.*, d.number as document_number, f.recorded_by, f.recorded_at, n.entry as version, coalesce(o.owner_person::text, o.owner_role) as owner
    from case_review.caveats c
    join case_review.caveat_entries f on f.area_id = c.area_id and f.caveat_id = c.caveat_id and f.entry = 1
    cross join lateral (
      select max(e.entry) as entry, max(e.entry) filter (where e.what <> 'lifted') as owned from case_review.caveat_entries e
      where e.area_id = c.area_id and e.caveat_id = c.caveat_id
    ) n
    join case_review.caveat_entries o on o.area_id = c.area_id and o.caveat_id = c.caveat_id and o.entry = n.owned
    left join case_review.documents d on d.area_id = c.area_id and d.document_id = c.document_id
    where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
    order by f.recorded_at desc, c.caveat_id
  `
  return rows.map((row) => CaveatRow.parse({ ...row, target: targetOf(row) }))
}

/** False when it stands under a caveat of the kind already. */
export async function addCaveat(
  tx: Db,
  areaId: AreaId,
  {
    caveatId,
    caseId,
    kind,
    target,
    formVersion,
    reviewOn,
  }: Pick<CaveatRow, 'caveatId' | 'caseId' | 'kind' | 'target' | 'formVersion' | 'reviewOn'>,
): Promise<boolean> {
  const returned = target.of === 'return' ? target : null
  const added = await tx`
    insert into case_review.caveats (area_id, caveat_id, case_id, kind, information_request_id, form, form_version, part,
      document_id, family_question_id, review_on)
    values (${areaId}, ${caveatId}, ${caseId}, ${kind}, ${returned?.informationRequestId ?? null},
      ${returned?.form ?? null}, ${formVersion}, ${returned?.part ?? null},
      ${target.of === 'document' ? target.documentId : null},
      ${target.of === 'family-question' ? target.familyQuestionId : null}, ${reviewOn})
    on conflict do nothing
    returning caveat_id
  `
  return added.length > 0
}

/** When it is to be looked at again. */
export async function saveReviewOn(
  tx: Db,
  { areaId, caveatId }: { areaId: AreaId; caveatId: CaveatId },
  reviewOn: PlainDate,
): Promise<void> {
  await tx`
    update case_review.caveats set review_on = ${reviewOn} where area_id = ${areaId} and caveat_id = ${caveatId}
  `
}

/** It keeps nothing from anybody from now on. */
export async function saveLifted(
  tx: Db,
  { areaId, caveatId }: { areaId: AreaId; caveatId: CaveatId },
  on: PlainDate,
): Promise<void> {
  await tx`
    update case_review.caveats set lifted_on = ${on} where area_id = ${areaId} and caveat_id = ${caveatId}
  `
}

const Standing = z.object({ standing: z.number().int(), reviewDue: z.number().int() })

/** How many caveats of some cases of one child stand, and how many of them are to be looked at by a day. */
export async function standingCaveats(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  today: PlainDate,
): Promise<z.infer<typeof Standing>> {
  const [row] = await tx`
    select count(*)::int as standing, count(*) filter (where review_on <= ${today})::int as review_due
    from case_review.caveats
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and lifted_on is null
  `
  return Standing.parse(row)
}
