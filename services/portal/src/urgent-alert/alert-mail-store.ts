import type { Db } from '@cdop/database'
import { type AreaId, type Instant, PersonId, type UrgentAlertId } from '@cdop/domain'
import { z } from 'zod'

/** What a mail tells: that an alert waits, or that its time is over and not everybody knows of it. */
export const AlertMailAbout = z.enum(['raised', 'unacknowledged'])
export type AlertMailAbout = z.infer<typeof AlertMailAbout>

/** One person to be told of one alert. */
export type AlertMail = {
  areaId: AreaId
  alertId: UrgentAlertId
  about: AlertMailAbout
  personId: PersonId
}

const ids = (rows: readonly Record<string, unknown>[]) => rows.map((row) => PersonId.parse(row['personId']))

/**
 * Whom an alert goes to: designated doctors and people of public health who have access now. Coordinators too where one of
 * the two is nobody, so that somebody telephones.
 */
export async function peopleToTell(tx: Db, areaId: AreaId): Promise<PersonId[]> {
  const rows = await tx`
    with here as (
      select person_id, roles, agency from portal.memberships where area_id = ${areaId} and disabled_at is null
    ), doctors as (select person_id from here where 'designated-doctor' = any (roles)),
      health as (
        select person_id from here where agency = 'public-health' and roles && array['panel-member', 'chair']
      )
    select person_id from doctors
    union select person_id from health
    union select person_id from here
      where 'coordinator' = any (roles) and not (exists (select from doctors) and exists (select from health))
    order by person_id
  `
  return ids(rows)
}

/** Coordinators and chairs who have access now: whom it falls to telephone. */
export async function peopleToRemind(tx: Db, areaId: AreaId): Promise<PersonId[]> {
  const rows = await tx`
    select person_id from portal.memberships
    where area_id = ${areaId} and disabled_at is null and roles && array['coordinator', 'chair']
    order by person_id
  `
  return ids(rows)
}

/** @returns false when this person was to be told of it before */
export async function addAlertMail(tx: Db, mail: AlertMail, askedAt: Instant): Promise<boolean> {
  const { areaId, alertId, about, personId } = mail
  const added = await tx`
    insert into portal.alert_mails (area_id, alert_id, about, person_id, asked_at)
    values (${areaId}, ${alertId}, ${about}, ${personId}, ${askedAt}) on conflict do nothing returning 1
  `
  return added.length > 0
}

const Recipient = z.strictObject({ email: z.email(), areaName: z.string() })

/** Where a mail goes that has not left; null when it has, or when they have no access to the area any more. */
export async function recipientOf(
  tx: Db,
  { areaId, alertId, about, personId }: AlertMail,
): Promise<z.infer<typeof Recipient> | null> {
  const [row] = await tx`
    select u.email, a.name as area_name
    from portal.alert_mails m
    join portal.memberships s on s.area_id = m.area_id and s.person_id = m.person_id
    join portal.users u on u.person_id = m.person_id
    join portal.areas a on a.area_id = m.area_id
    where m.area_id = ${areaId} and m.alert_id = ${alertId} and m.about = ${about} and m.person_id = ${personId}
      and m.sent_at is null and s.disabled_at is null
  `
  return row === undefined ? null : Recipient.parse({ ...row })
}

export async function markAlertMailSent(
  tx: Db,
  { areaId, alertId, about, personId }: AlertMail,
  at: Instant,
): Promise<void> {
  await tx`
    update portal.alert_mails set sent_at = ${at}
    where area_id = ${areaId} and alert_id = ${alertId} and about = ${about} and person_id = ${personId}
      and sent_at is null
  `
}
