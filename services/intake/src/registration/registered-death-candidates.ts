import type { Db } from '@cdop/database'
import { type AreaId, addDays, NotificationId, type PlainDate } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { lockDeaths, type OpenRegisteredDeath } from './registered-death-store.ts'

/** A day of death is told wrongly by this much now and then: found late at night, or dead for some time. */
const DAYS_APART = 3

const NotifiedPerson = z.object({
  notificationId: NotificationId,
  person: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
})

/**
 * Notified children of an area who share a keyed hash, those with the rarest first, at most 50; undecided ones and those
 * with a case.
 */
export async function notifiedAlike(
  tx: Db,
  areaId: AreaId,
  hashes: readonly string[],
): Promise<readonly z.infer<typeof NotifiedPerson>[]> {
  const rows = await tx`
    select n.id as notification_id, p.person, k.wrapped
    from (
      select m.notification_id, sum(1.0::float8 / m.shared_by) as rarity
      from (
        select s.notification_id, count(*) over (partition by h.key) as shared_by
        from unnest(${[...hashes]}::bigint[]) as h (key)
        cross join lateral (
          select k.notification_id from intake.match_keys k where k.area_id = ${areaId} and k.key = h.key limit 1000
        ) s
      ) m
      group by m.notification_id
    ) f
    join intake.notifications n on n.area_id = ${areaId} and n.id = f.notification_id
    join intake.match_people p on p.area_id = n.area_id and p.notification_id = n.id
    join intake.data_keys k on k.area_id = n.area_id and k.subject = n.id
    where n.state in ('received', 'accepted')
    order by f.rarity desc, n.id
    limit 50
  `
  return rows.map((row) => NotifiedPerson.parse(row))
}

/**
 * Registered deaths without a certain place that may be this child's, locked: by a keyed hash; by number and by the day
 * of death too, for lists that were loaded before hashes were kept. At most 50.
 */
export async function waitingAlike(
  tx: Db,
  { keys, log }: ServiceParts,
  areaId: AreaId,
  { hashes, diedOn, nhsNumber }: { hashes: readonly string[]; diedOn: PlainDate; nhsNumber: Buffer | null },
): Promise<readonly OpenRegisteredDeath[]> {
  const rows = await tx`
    select d.id from intake.registered_deaths d
    where d.area_id = ${areaId} and d.state in ('unmatched', 'proposed') and d.id in (
      select w.registered_death_id from intake.registered_death_keys w
      where w.area_id = ${areaId} and w.key = any (${[...hashes]}::bigint[])
      union
      select near.id from intake.registered_deaths near
      where near.area_id = ${areaId} and near.died_on between ${addDays(diedOn, -DAYS_APART)} and ${addDays(diedOn, DAYS_APART)}
      union
      select same.id from intake.registered_deaths same
      where same.area_id = ${areaId} and same.nhs_number_index = ${nhsNumber}
    )
    order by d.died_on, d.id
    limit 50
  `
  const ids = rows.map((row) => z.uuid().parse(row['id']))
  if (ids.length === 0) return []
  return lockDeaths(tx, keys, areaId, ids, (thrown) =>
    log.failure('an entry of a register did not open, and was not held against a notification', thrown),
  )
}
