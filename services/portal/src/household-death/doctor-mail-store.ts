import type { Db } from '@cdop/database'
import { type AreaId, type Instant, PersonId, type RelatedId } from '@cdop/domain'
import { z } from 'zod'

/** One designated doctor to be told of one relation. */
export type DoctorMail = { areaId: AreaId; relatedId: RelatedId; personId: PersonId }

/** Designated doctors of an area who have access now. */
export async function designatedDoctors(tx: Db, areaId: AreaId): Promise<PersonId[]> {
  const rows = await tx`
    select person_id from portal.memberships
    where area_id = ${areaId} and disabled_at is null and 'designated-doctor' = any (roles)
    order by person_id
  `
  return rows.map((row) => PersonId.parse(row['personId']))
}

/** @returns false when this doctor was to be told of it before */
export async function addDoctorMail(tx: Db, mail: DoctorMail, askedAt: Instant): Promise<boolean> {
  const { areaId, relatedId, personId } = mail
  const added = await tx`
    insert into portal.doctor_mails (area_id, related_id, person_id, asked_at)
    values (${areaId}, ${relatedId}, ${personId}, ${askedAt})
    on conflict do nothing
    returning 1
  `
  return added.length > 0
}

const Recipient = z.strictObject({ email: z.email(), areaName: z.string() })

/** Where a mail goes that has not left; null when it has, or when they are no designated doctor of the area any more. */
export async function recipientOf(
  tx: Db,
  { areaId, relatedId, personId }: DoctorMail,
): Promise<z.infer<typeof Recipient> | null> {
  const [row] = await tx`
    select u.email, a.name as area_name
    from portal.doctor_mails m
    join portal.memberships s on s.area_id = m.area_id and s.person_id = m.person_id
    join portal.users u on u.person_id = m.person_id
    join portal.areas a on a.area_id = m.area_id
    where m.area_id = ${areaId} and m.related_id = ${relatedId} and m.person_id = ${personId}
      and m.sent_at is null and s.disabled_at is null and 'designated-doctor' = any (s.roles)
  `
  return row === undefined ? null : Recipient.parse({ ...row })
}

export async function markDoctorMailSent(
  tx: Db,
  { areaId, relatedId, personId }: DoctorMail,
  at: Instant,
): Promise<void> {
  await tx`
    update portal.doctor_mails set sent_at = ${at}
    where area_id = ${areaId} and related_id = ${relatedId} and person_id = ${personId} and sent_at is null
  `
}
