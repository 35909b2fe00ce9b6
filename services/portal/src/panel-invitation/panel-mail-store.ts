import type { Db } from '@cdop/database'
import { type AreaId, Instant, type PanelMeetingId, PersonId } from '@cdop/domain'
import { z } from 'zod'

/** A meeting as it was at one time, to be told to those who are invited. */
type Announced = { areaId: AreaId; panelMeetingId: PanelMeetingId; sequence: number }

/** One person to be told of it. */
export type PanelMail = Announced & { personId: PersonId }

/** Keeps who is to be told; answers with those who were not to be told of it before. An id of nobody is left out. */
export async function addPanelMails(
  tx: Db,
  { areaId, panelMeetingId, sequence }: Announced,
  { personIds, askedAt }: { personIds: readonly PersonId[]; askedAt: Instant },
): Promise<PersonId[]> {
  const rows = await tx`
    insert into portal.panel_mails (area_id, panel_meeting_id, person_id, sequence, asked_at)
    select ${areaId}, ${panelMeetingId}, person_id, ${sequence}, ${askedAt}
    from portal.memberships where area_id = ${areaId} and person_id = any (${[...personIds]}::uuid[])
    on conflict do nothing
    returning person_id
  `
  return rows.map((row) => PersonId.parse(row['personId']))
}

const Recipient = z.strictObject({ email: z.email(), areaName: z.string(), toldBefore: z.boolean() })

/** Where a mail goes that has not left; null when it has, or when they sit on the panel of the area no more. */
export async function panelRecipient(
  tx: Db,
  { areaId, panelMeetingId, personId, sequence }: PanelMail,
): Promise<z.infer<typeof Recipient> | null> {
  const [row] = await tx`
    select u.email, a.name as area_name, exists (
      select from portal.panel_mails before
      where before.area_id = m.area_id and before.panel_meeting_id = m.panel_meeting_id
        and before.person_id = m.person_id and before.sent_at is not null
    ) as told_before
    from portal.panel_mails m
    join portal.memberships s on s.area_id = m.area_id and s.person_id = m.person_id
    join portal.users u on u.person_id = m.person_id
    join portal.areas a on a.area_id = m.area_id
    where m.area_id = ${areaId} and m.panel_meeting_id = ${panelMeetingId} and m.person_id = ${personId}
      and m.sequence = ${sequence} and m.sent_at is null and s.disabled_at is null
      and s.roles && array['panel-member', 'chair']
  `
  return row === undefined ? null : Recipient.parse({ ...row })
}

export async function markPanelMailSent(
  tx: Db,
  { areaId, panelMeetingId, personId, sequence }: PanelMail,
  at: Instant,
): Promise<void> {
  await tx`
    update portal.panel_mails set sent_at = ${at}
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId} and person_id = ${personId}
      and sequence = ${sequence} and sent_at is null
  `
}

/** How far somebody has been told of a meeting. */
export const ToldOfMeeting = z.strictObject({
  personId: PersonId,
  /** When the mail left that says what holds now; null while it waits. */
  sentAt: Instant.nullable(),
  /** When the mail left before that one; null where none did. */
  toldBeforeAt: Instant.nullable(),
})

/** Everybody who was to be told of a meeting, each as the newest mail to them stands. */
export async function toldOfMeeting(
  tx: Db,
  { areaId, panelMeetingId }: Omit<Announced, 'sequence'>,
): Promise<z.infer<typeof ToldOfMeeting>[]> {
  const rows = await tx`
    select distinct on (person_id) person_id, sent_at, (
      select max(before.sent_at) from portal.panel_mails before
      where before.area_id = m.area_id and before.panel_meeting_id = m.panel_meeting_id
        and before.person_id = m.person_id and before.sequence < m.sequence
    ) as told_before_at
    from portal.panel_mails m
    where area_id = ${areaId} and panel_meeting_id = ${panelMeetingId}
    order by person_id, sequence desc
  `
  return rows.map((row) => ToldOfMeeting.parse({ ...row }))
}
