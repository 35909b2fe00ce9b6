import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  Instant,
  PackPlace,
  type PanelMeetingId,
  type PersonId,
  SectionDigest,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Whose reading of which case. */
export type Reader = { readonly areaId: AreaId; readonly caseId: CaseId; readonly personId: PersonId }

const Reading = z.object({ readAt: Instant.nullable(), place: PackPlace.nullable() })

const sealedFor = (panelMeetingId: string, personId: string) => `pack_readings/${panelMeetingId}/${personId}`

/** How far they are for a meeting; null before they began. */
export async function readingFor(
  tx: Db,
  { areaId, caseId, personId }: Reader,
  panelMeetingId: PanelMeetingId,
): Promise<z.infer<typeof Reading> | null> {
  const [row] = await tx`
    select read_at, place from case_review.pack_readings
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId}
      and panel_meeting_id = ${panelMeetingId}
  `
  return row === undefined ? null : Reading.parse(row)
}

/** What was shown when they last marked the case as read, for whichever meeting; null when they never did. */
export async function lastShown(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId, personId }: Reader,
): Promise<SectionDigest[] | null> {
  const [row] = await tx<{ panelMeetingId: string; shown: Buffer }[]>`
    select panel_meeting_id, shown from case_review.pack_readings
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId} and marked_at is not null
    order by marked_at desc limit 1
  `
  if (row === undefined) return null
  const opened = cipher.openJson(sealedFor(row.panelMeetingId, personId), 'shown', row.shown)
  return z.array(SectionDigest).parse(opened)
}

export async function saveRead(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId, personId }: Reader,
  { panelMeetingId, at, shown }: { panelMeetingId: PanelMeetingId; at: Instant; shown: SectionDigest[] },
): Promise<void> {
  const sealed = cipher.sealJson(sealedFor(panelMeetingId, personId), 'shown', shown)
  await tx`
    insert into case_review.pack_readings (area_id, case_id, person_id, panel_meeting_id, read_at, marked_at, shown)
    values (${areaId}, ${caseId}, ${personId}, ${panelMeetingId}, ${at}, ${at}, ${sealed})
    on conflict (area_id, case_id, person_id, panel_meeting_id)
    do update set read_at = excluded.read_at, marked_at = excluded.marked_at, shown = excluded.shown
  `
}

/** It counts as not read again; what was shown stays known. */
export async function saveUnread(
  tx: Db,
  { areaId, caseId, personId }: Reader,
  panelMeetingId: PanelMeetingId,
): Promise<void> {
  await tx`
    update case_review.pack_readings set read_at = null
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${personId}
      and panel_meeting_id = ${panelMeetingId}
  `
}

export async function savePlace(
  tx: Db,
  { areaId, caseId, personId }: Reader,
  panelMeetingId: PanelMeetingId,
  place: PackPlace,
): Promise<void> {
  await tx`
    insert into case_review.pack_readings (area_id, case_id, person_id, panel_meeting_id, place)
    values (${areaId}, ${caseId}, ${personId}, ${panelMeetingId}, ${place})
    on conflict (area_id, case_id, person_id, panel_meeting_id) do update set place = excluded.place
  `
}

const Progress = Reading.extend({ caseId: CaseId })

/** The cases of a meeting's agenda with how far somebody is in each, whether or not they may see it. */
export async function progressIn(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  personId: PersonId,
): Promise<z.infer<typeof Progress>[]> {
  const rows = await tx`
    select l.case_id, r.read_at, r.place
    from case_review.listings l
    join case_review.cases c on c.area_id = l.area_id and c.case_id = l.case_id
    left join case_review.pack_readings r
      on r.area_id = l.area_id and r.case_id = l.case_id and r.person_id = ${personId}
        and r.panel_meeting_id = l.panel_meeting_id
    where l.area_id = ${areaId} and l.panel_meeting_id = ${panelMeetingId} and c.merged_into is null
  `
  return rows.map((row) => Progress.parse(row))
}
