import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  type HeldStage,
  HoldId,
  HoldReason,
  Instant,
  PersonId,
  PlainDate,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Whom to ask how it stands: a name, an office, a number. */
export const HoldContact = text(500)

/** A hold as it lies in the table. */
export const HoldRow = z.object({
  holdId: HoldId,
  caseId: CaseId,
  reason: HoldReason,
  stages: z.array(z.enum(['review-meeting', 'panel'] satisfies HeldStage[])),
  from: PlainDate,
  until: PlainDate.nullable(),
  /** When somebody last heard that it goes on, and when to ask again. */
  confirmedOn: PlainDate,
  nextCheckOn: PlainDate,
  /** How many checks there are; a new one is made from the newest. */
  version: z.number().int().positive(),
  recordedBy: PersonId,
  recordedAt: Instant,
  endedBy: PersonId.nullable(),
  endedAt: Instant.nullable(),
})
export type HoldRow = z.infer<typeof HoldRow>

/** What some cases of one child waited and wait for, the oldest first. */
export async function holdsOfCases(tx: Db, areaId: AreaId, caseIds: readonly CaseId[]): Promise<HoldRow[]> {
  const rows = await tx`
    select h.hold_id, h.case_id, h.reason,
      array_remove(array[
        case when h.keeps_review_meeting then 'review-meeting' end, case when h.keeps_panel then 'panel' end
      ], null) as stages,
      h.began_on as "from", h.ended_on as until, k.confirmed_on, h.next_check_on, k.entry as version,
      h.recorded_by, h.recorded_at, h.ended_by, h.ended_at
    from case_review.holds h
    cross join lateral (
      select c.entry, c.confirmed_on from case_review.hold_checks c
      where c.area_id = h.area_id and c.hold_id = h.hold_id order by c.entry desc limit 1
    ) k
    where h.area_id = ${areaId} and h.case_id = any (${[...caseIds]}::uuid[])
    order by h.began_on, h.recorded_at, h.hold_id
  `
  return rows.map((row) => HoldRow.parse(row))
}

/** Somebody asked how it stands, and it goes on. */
export const HoldCheck = z.strictObject({
  entry: z.number().int().positive(),
  confirmedOn: PlainDate,
  nextCheckOn: PlainDate,
  contact: z.string(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type HoldCheck = z.infer<typeof HoldCheck>

/** The contact is bound to its hold and entry: it opens as no other's. */
const tableOf = (holdId: HoldId, entry: number) => `hold_checks/${holdId}/${entry}`

/** Every check of a hold, the newest first. */
export async function checksOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  holdId: HoldId,
): Promise<HoldCheck[]> {
  const rows = await tx<{ entry: number; contact: Buffer }[]>`
    select entry, confirmed_on, next_check_on, contact, recorded_by, recorded_at from case_review.hold_checks
    where area_id = ${areaId} and hold_id = ${holdId} order by entry desc
  `
  return rows.map(({ contact, ...row }) =>
    HoldCheck.parse({ ...row, contact: cipher.openJson(tableOf(holdId, row.entry), 'contact', contact) }),
  )
}

export type NewHold = Pick<
  HoldRow,
  'holdId' | 'caseId' | 'reason' | 'stages' | 'from' | 'nextCheckOn' | 'recordedBy' | 'recordedAt'
>

/** False when the case waits for such a thing already. */
export async function addHold(tx: Db, areaId: AreaId, hold: NewHold): Promise<boolean> {
  const { holdId, caseId, reason, stages, from, nextCheckOn, recordedBy, recordedAt } = hold
  const added = await tx`
    insert into case_review.holds (area_id, hold_id, case_id, reason, keeps_review_meeting, keeps_panel, began_on,
      next_check_on, recorded_by, recorded_at)
    values (${areaId}, ${holdId}, ${caseId}, ${reason}, ${stages.includes('review-meeting')},
      ${stages.includes('panel')}, ${from}, ${nextCheckOn}, ${recordedBy}, ${recordedAt})
    on conflict (area_id, case_id, reason) where ended_on is null do nothing
    returning hold_id
  `
  return added.length > 0
}

export async function addCheck(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, holdId }: { areaId: AreaId; holdId: HoldId },
  { entry, confirmedOn, nextCheckOn, contact, recordedBy, recordedAt }: HoldCheck,
): Promise<void> {
  await tx`
    insert into case_review.hold_checks (area_id, hold_id, entry, confirmed_on, next_check_on, contact, recorded_by,
      recorded_at)
    values (${areaId}, ${holdId}, ${entry}, ${confirmedOn}, ${nextCheckOn},
      ${cipher.sealJson(tableOf(holdId, entry), 'contact', contact)}, ${recordedBy}, ${recordedAt})
  `
  await tx`
    update case_review.holds set next_check_on = ${nextCheckOn} where area_id = ${areaId} and hold_id = ${holdId}
      and next_check_on <> ${nextCheckOn}
  `
}

/** It is over: the case waits for it no longer. */
export async function saveEnd(
  tx: Db,
  { areaId, holdId }: { areaId: AreaId; holdId: HoldId },
  { on, by, at }: { on: PlainDate; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.holds set ended_on = ${on}, ended_by = ${by}, ended_at = ${at}
    where area_id = ${areaId} and hold_id = ${holdId}
  `
}
