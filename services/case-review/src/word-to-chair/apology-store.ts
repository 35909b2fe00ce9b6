import type { Db } from '@cdop/database'
import { type AreaId, type Instant, type PanelMeetingId, PersonId } from '@cdop/domain'
import { z } from 'zod'

const Standing = z.object({ entry: z.int().positive(), apologises: z.boolean() })
export type ApologyStanding = { readonly entry: number; readonly apologises: boolean }

/** Whether somebody said that they cannot come, and with which entry; entry 0 before they said anything. */
export async function apologyOf(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  personId: PersonId,
): Promise<ApologyStanding> {
  const [row] = await tx`
    select entry, apologises from case_review.panel_apologies
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} and person_id = ${personId}
    order by entry desc limit 1
  `
  return row === undefined ? { entry: 0, apologises: false } : Standing.parse(row)
}

/** Everybody who cannot come. */
export async function apologiesFor(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<PersonId[]> {
  const rows = await tx<{ personId: string; apologises: boolean }[]>`
    select distinct on (person_id) person_id, apologises from case_review.panel_apologies
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
    order by person_id, entry desc
  `
  return rows.filter(({ apologises }) => apologises).map(({ personId }) => PersonId.parse(personId))
}

/** False when they said something else, in another window, meanwhile. */
export async function addApology(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  said: ApologyStanding & { personId: PersonId; at: Instant },
): Promise<boolean> {
  const { count } = await tx`
    insert into case_review.panel_apologies (area_id, panel_meeting_id, person_id, entry, apologises, recorded_at)
    values (${areaId}, ${panelMeetingId}, ${said.personId}, ${said.entry}, ${said.apologises}, ${said.at})
    on conflict do nothing
  `
  return count > 0
}
