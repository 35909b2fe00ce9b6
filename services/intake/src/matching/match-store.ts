import type { Db } from '@cdop/database'
import { AreaId, CaseId, NotificationId } from '@cdop/domain'
import { z } from 'zod'
import type { MatchReasons } from './proposed-reasons.ts'

export type KeyedPerson = {
  areaId: AreaId
  notificationId: NotificationId
  /** Sealed under the key of the notification. */
  person: Uint8Array
  matchKeys: readonly string[]
  searchKeys: readonly string[]
}

/** Adds what a notified child is found and compared by, in one statement. */
export async function addKeyedPerson(tx: Db, added: KeyedPerson): Promise<void> {
  const { areaId, notificationId, person, matchKeys, searchKeys } = added
  await tx`
    with person as (
      insert into intake.match_people (area_id, notification_id, person)
      values (${areaId}, ${notificationId}, ${Buffer.from(person)})
      on conflict (area_id, notification_id) do update set person = excluded.person
    ), matched as (
      insert into intake.match_keys (area_id, notification_id, key)
      select ${areaId}, ${notificationId}, key from unnest(${[...matchKeys]}::bigint[]) key
    )
    insert into intake.search_keys (area_id, key, notification_id)
    select ${areaId}, key, ${notificationId} from unnest(${[...searchKeys]}::bigint[]) key
  `
}

/** Takes away what a notified child was found by, to be followed by what it is found by now. */
export async function forgetKeys(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  await tx`
    with matched as (
      delete from intake.match_keys where area_id = ${areaId} and notification_id = ${notificationId}
    )
    delete from intake.search_keys where area_id = ${areaId} and notification_id = ${notificationId}
  `
}

/**
 * Makes others who would add a child with one of these keys wait until this transaction ends, so that of two at the same
 * moment the second sees the first. Always in the same order, so that two never wait for each other.
 */
export async function lockKeys(tx: Db, hashes: readonly string[]): Promise<void> {
  await tx`
    select pg_advisory_xact_lock(key) from (
      select key from unnest(${[...hashes]}::bigint[]) key order by key
    ) sorted
  `
}

/**
 * Takes some keys as `lockKeys` does, but waits for nobody: of how many somebody else is just adding a child, who does
 * not see this one and is not seen.
 */
export async function tryKeys(tx: Db, hashes: readonly string[]): Promise<number> {
  const taken = await tx`
    select key::text from unnest(${[...hashes]}::bigint[]) key where not pg_try_advisory_xact_lock(key)
  `
  return taken.length
}

const FoundPerson = z.object({
  person: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  matchKeys: z.array(z.string()),
})

/** What a notified child is found and compared by; null when it is matched no more. */
export async function findKeyedPerson(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<z.infer<typeof FoundPerson> | null> {
  const [row] = await tx`
    select p.person, k.wrapped, array(
      select m.key::text from intake.match_keys m
      where m.area_id = ${areaId} and m.notification_id = ${notificationId}
    ) as match_keys
    from intake.match_people p
    join intake.data_keys k on k.area_id = p.area_id and k.subject = p.notification_id
    where p.area_id = ${areaId} and p.notification_id = ${notificationId}
  `
  if (row === undefined) return null
  const found = FoundPerson.parse(row)
  return found.matchKeys.length === 0 ? null : found
}

const Candidate = z.object({
  areaId: AreaId,
  notificationId: NotificationId,
  caseId: CaseId.nullable(),
  person: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  /** Of the `people` of the area, how many have a name that sounds so. */
  family: z.int(),
  given: z.int(),
  people: z.int(),
})
export type Candidate = z.infer<typeof Candidate>

/** What candidates are looked for by; how many people the area has, where that is known. */
type Looked = {
  matchKeys: readonly string[]
  family: string | null
  given: string | null
  people: number | null
}

/** People of any area who share a key, at most 50, by the one door across areas; and how common the names are here. */
export async function candidatesFor(
  tx: Db,
  areaId: AreaId,
  { matchKeys, family, given, people }: Looked,
): Promise<readonly Candidate[]> {
  const named = (key: string | null) => tx`
    (select count(*)::int from intake.search_keys where area_id = ${areaId} and key = ${key})`
  const all =
    people === null
      ? tx`(select count(*)::int from intake.match_people where area_id = ${areaId})`
      : tx`${people}::int`
  const rows = await tx`
    select c.area_id, c.notification_id, c.case_id, c.person, c.wrapped, f.family, f.given, f.people
    from intake.match_candidates(${[...matchKeys]}::bigint[]) c
    cross join (select ${named(family)} as family, ${named(given)} as given, ${all} as people) f
  `
  return rows.map((row) => Candidate.parse(row))
}

/** A pair to be looked at; of a child of another area neither probability nor reasons are kept. */
export type ProposedReview = {
  id: string
  notificationId: NotificationId
  candidateAreaId: AreaId
  candidateNotificationId: NotificationId
  probability: number | null
  reasons: MatchReasons
}

/** Proposes pairs for review. One that was proposed before, whatever was decided about it, stays as it is. */
export async function proposeReviews(
  tx: Db,
  areaId: AreaId,
  proposed: readonly ProposedReview[],
  at: string,
): Promise<void> {
  const rows = proposed.map((one) => ({ ...one, reasons: [...one.reasons] }))
  await tx`
    insert into intake.duplicate_reviews (area_id, id, notification_id, candidate_area_id, candidate_notification_id,
      probability, reasons, state, proposed_at)
    select ${areaId}, r.id, r."notificationId", r."candidateAreaId", r."candidateNotificationId", r.probability,
      r.reasons, 'open', ${at}
    from jsonb_to_recordset(${tx.json(rows)}) as r (id uuid, "notificationId" uuid, "candidateAreaId" uuid,
      "candidateNotificationId" uuid, probability float8, reasons jsonb)
    on conflict do nothing
  `
}
