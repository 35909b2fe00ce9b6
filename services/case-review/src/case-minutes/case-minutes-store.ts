import type { Db } from '@cdop/database'
import {
  AgendaMinutes,
  type AreaId,
  caseMinutesInForce,
  Instant,
  PanelMeetingKind,
  PersonId,
  PlainDate,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'

/** What an area has set for one kind of panel, from which day, by whom and when. */
export const KeptCaseMinutes = z.strictObject({
  kind: PanelMeetingKind,
  version: z.int().positive(),
  validFrom: PlainDate,
  minutes: AgendaMinutes,
  changedBy: PersonId,
  changedAt: Instant,
})
export type KeptCaseMinutes = z.infer<typeof KeptCaseMinutes>

/** Every version an area has set, of each kind of panel the newest first; none while the usual minutes hold. */
export async function keptCaseMinutes(tx: Db, areaId: AreaId): Promise<KeptCaseMinutes[]> {
  const rows = await tx`
    select kind, version, valid_from, minutes, changed_by, changed_at from case_review.case_minutes
    where area_id = ${areaId} order by kind, version desc
  `
  return rows.map((row) => KeptCaseMinutes.parse({ ...row }))
}

/** How long a case has at a meeting where nobody gave it minutes of its own. */
export async function minutesAt(
  tx: Db,
  areaId: AreaId,
  { kind, heldOn }: { kind: PanelMeetingKind; heldOn: PlainDate },
): Promise<number> {
  return caseMinutesInForce(await keptCaseMinutes(tx, areaId), kind, heldOn).minutes
}

/** @throws Refusal `stale` when somebody else has written the next version meanwhile */
export async function addCaseMinutes(
  tx: Db,
  areaId: AreaId,
  { kind, version, validFrom, minutes, changedBy, changedAt }: KeptCaseMinutes,
): Promise<void> {
  const newest = (await keptCaseMinutes(tx, areaId)).find((one) => one.kind === kind)?.version ?? 0
  if (newest !== version - 1) throw new Refusal('stale')
  const added = await tx`
    insert into case_review.case_minutes (area_id, kind, version, valid_from, minutes, changed_by, changed_at)
    values (${areaId}, ${kind}, ${version}, ${validFrom}, ${minutes}, ${changedBy}, ${changedAt})
    on conflict do nothing
  `
  if (added.count === 0) throw new Refusal('stale')
}
