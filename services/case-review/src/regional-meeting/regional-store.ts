import type { Db } from '@cdop/database'
import {
  AreaId,
  CancelMeetingReason,
  Instant,
  PanelMeetingId,
  PersonId,
  PlainDate,
  PlainTime,
  Refusal,
  RegionalMeetingId,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { type PanelMeetingOf, PanelMeetingPlace } from '../panel-meeting/meeting-plan-store.ts'

/** What is said of a regional meeting in words: none of it is of a case. */
export const RegionalWords = z.strictObject({
  /** What the areas meet on. */
  theme: text(200),
  place: PanelMeetingPlace,
  /** Terms of reference: what the meeting is for, and how the areas agreed to hold it. */
  terms: text(2_000),
})
export type RegionalWords = z.infer<typeof RegionalWords>

/** One area's row of a regional meeting, but for its sealed words. */
export const Regional = z.strictObject({
  regionalMeetingId: RegionalMeetingId,
  hostAreaId: AreaId,
  planVersion: z.int().positive(),
  heldOn: PlainDate,
  startsAt: PlainTime,
  endsAt: PlainTime,
  arrangedBy: PersonId,
  arrangedAt: Instant,
  cancelledAt: Instant.nullable(),
  cancelledBy: PersonId.nullable(),
  cancelReason: CancelMeetingReason.nullable(),
  /** This area's own meeting, while it takes part. */
  panelMeetingId: PanelMeetingId.nullable(),
})
export type Regional = z.infer<typeof Regional>

/** A regional meeting as one area knows it. */
export type RegionalOf = { areaId: AreaId; regionalMeetingId: RegionalMeetingId }

const columns = (tx: Db) => tx`
  regional_meeting_id, host_area_id, plan_version, held_on, starts_at, ends_at, arranged_by, arranged_at, cancelled_at,
  cancelled_by, cancel_reason, panel_meeting_id
`
const tableOf = ({ regionalMeetingId }: Pick<RegionalOf, 'regionalMeetingId'>) =>
  `regional_meetings/${regionalMeetingId}`

/** The area's row, or null; locked until the transaction ends when asked. */
export async function regionalIn(
  tx: Db,
  { areaId, regionalMeetingId }: RegionalOf,
  { lock = false }: { lock?: boolean } = {},
): Promise<Regional | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.regional_meetings
    where area_id = ${areaId} and regional_meeting_id = ${regionalMeetingId} ${lock ? tx`for update` : tx``}
  `
  return row === undefined ? null : Regional.parse({ ...row })
}

/** @throws Refusal `not-found`, also to an actor of an area that was not asked */
export async function findRegional(
  tx: Db,
  of: RegionalOf,
  options: { lock?: boolean } = {},
): Promise<Regional> {
  const found = await regionalIn(tx, of, options)
  if (found === null) throw new Refusal('not-found')
  return found
}

/** Those an area arranges or was asked to, the latest first. */
export async function regionalsOf(tx: Db, areaId: AreaId): Promise<Regional[]> {
  const rows = await tx`
    select ${columns(tx)} from case_review.regional_meetings
    where area_id = ${areaId} order by held_on desc, regional_meeting_id limit 200
  `
  return rows.map((row) => Regional.parse({ ...row }))
}

/** What is said of it in words, opened with the key of the area. */
export async function regionalWords(tx: Db, cipher: SubjectCipher, of: RegionalOf): Promise<RegionalWords> {
  const [row] = await tx<{ words: Buffer }[]>`
    select words from case_review.regional_meetings
    where area_id = ${of.areaId} and regional_meeting_id = ${of.regionalMeetingId}
  `
  if (row === undefined) throw new Error('a regional meeting has words')
  return RegionalWords.parse(cipher.openJson(tableOf(of), 'words', row.words))
}

/** Keeps an area's row as the host has planned it; what the area itself said stays. */
export async function saveRegional(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  plan: Omit<Regional, 'panelMeetingId'>,
  words: RegionalWords,
): Promise<void> {
  const sealed = cipher.sealJson(tableOf(plan), 'words', words)
  await tx`
    insert into case_review.regional_meetings (
      area_id, regional_meeting_id, host_area_id, plan_version, held_on, starts_at, ends_at, words, arranged_by,
      arranged_at, cancelled_at, cancelled_by, cancel_reason
    ) values (
      ${areaId}, ${plan.regionalMeetingId}, ${plan.hostAreaId}, ${plan.planVersion}, ${plan.heldOn}, ${plan.startsAt},
      ${plan.endsAt}, ${sealed}, ${plan.arrangedBy}, ${plan.arrangedAt}, ${plan.cancelledAt}, ${plan.cancelledBy},
      ${plan.cancelReason}
    )
    on conflict (area_id, regional_meeting_id) do update
    set plan_version = excluded.plan_version, held_on = excluded.held_on, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, words = excluded.words, cancelled_at = excluded.cancelled_at,
      cancelled_by = excluded.cancelled_by, cancel_reason = excluded.cancel_reason
  `
}

/** The area takes part with a meeting of its own; null when it does not any more. */
export async function bindMeeting(
  tx: Db,
  { areaId, regionalMeetingId }: RegionalOf,
  panelMeetingId: PanelMeetingId | null,
): Promise<void> {
  await tx`
    update case_review.regional_meetings set panel_meeting_id = ${panelMeetingId}
    where area_id = ${areaId} and regional_meeting_id = ${regionalMeetingId}
  `
}

/** The regional meeting a panel meeting is this area's part of; null for one of the area alone. */
async function regionalOfMeeting(
  tx: Db,
  { areaId, panelMeetingId }: PanelMeetingOf,
): Promise<Regional | null> {
  const [row] = await tx`
    select ${columns(tx)} from case_review.regional_meetings
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
  `
  return row === undefined ? null : Regional.parse({ ...row })
}

/** @throws Refusal `part-of-regional-meeting` for a meeting that several areas hold at one time */
export async function requireOwnPlan(tx: Db, of: PanelMeetingOf): Promise<void> {
  if ((await regionalOfMeeting(tx, of)) !== null) throw new Refusal('part-of-regional-meeting')
}
