import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, Instant, PanelMeetingId, PersonId, PlainDate } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** On which meeting's agenda a case stands. */
export const Listing = z.strictObject({
  panelMeetingId: PanelMeetingId,
  heldOn: PlainDate,
  listedBy: PersonId,
  listedAt: Instant,
})
export type Listing = z.infer<typeof Listing>

export async function findListing(tx: Db, areaId: AreaId, caseId: CaseId): Promise<Listing | null> {
  const [row] = await tx`
    select l.panel_meeting_id, m.held_on, l.listed_by, l.listed_at
    from case_review.listings l
    join case_review.panel_meetings m on m.area_id = l.area_id and m.panel_meeting_id = l.panel_meeting_id
    where l.area_id = ${areaId} and l.case_id = ${caseId}
  `
  return row === undefined ? null : Listing.parse(row)
}

/** The summary written for the panel, opened. @throws Error when the case was never listed */
export async function listedSummary(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<string> {
  const [row] = await tx<{ summary: Buffer }[]>`
    select summary from case_review.listings where area_id = ${areaId} and case_id = ${caseId}
  `
  if (row === undefined) throw new Error('the case is on no agenda')
  return z.string().parse(cipher.openJson('listings', 'summary', row.summary))
}

/** Puts the case on the agenda; a case listed again leaves the agenda it was on before. */
export async function saveListing(
  tx: Db,
  cipher: SubjectCipher,
  place: { areaId: AreaId; caseId: CaseId },
  listing: { panelMeetingId: PanelMeetingId; summary: string; by: PersonId; at: Instant },
): Promise<void> {
  const summary = cipher.sealJson('listings', 'summary', listing.summary)
  await tx`
    insert into case_review.listings (area_id, case_id, panel_meeting_id, summary, listed_by, listed_at)
    values (${place.areaId}, ${place.caseId}, ${listing.panelMeetingId}, ${summary}, ${listing.by}, ${listing.at})
    on conflict (area_id, case_id) do update
    set panel_meeting_id = excluded.panel_meeting_id, summary = excluded.summary, listed_by = excluded.listed_by,
        listed_at = excluded.listed_at, place_on_agenda = null, minutes = null
  `
}
