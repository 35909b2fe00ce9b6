import { createHash } from 'node:crypto'
import type { Database } from '@cdop/database'
import { AreaId } from '@cdop/domain'
import { blindIndex, type KeyProvider, newDataKey, subjectCipher } from '@cdop/encryption'
import { type MatchPerson, matchKeysOf } from '@cdop/matching'
import { type Random, randomFrom } from '../invented/random.ts'
import type { BenchGround } from './bench-ground.ts'

/** People stored in a single statement. */
const AT_ONCE = 5_000

/** Invented people whose names, dates and homes are as crowded as a country's, each made anew from its number. */
export type KnownPeople = {
  readonly count: number
  personOf(number: number): MatchPerson
}

const BEGINNINGS =
  'Ad Bar Cald Dun East Fair Gar Hel Ing Jes Kirk Lang Mar Nor Os Pen Quil Rad Stan Thorn Up Wal'.split(' ')
const MIDDLES = 'a e i o u ar el in or an is ow ey al en'.split(' ')
const ENDS =
  'by comb den field gate ham ley mere ner on per ridge shaw ton well wick worth man ster dale'.split(' ')

/** A name from so many; the first are borne by many, the last by hardly anybody. */
function nameOf(random: Random, many: number): string {
  const at = Math.floor(many * (random.below(1_000_000) / 1_000_000) ** 2.5)
  const beginning = BEGINNINGS[Math.floor(at / ENDS.length) % BEGINNINGS.length]
  const middle = MIDDLES[Math.floor(at / (ENDS.length * BEGINNINGS.length)) % MIDDLES.length]
  return `${beginning}${middle}${ENDS[at % ENDS.length]}`
}

const DAY = 86_400_000
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

function inventedPerson(number: number): MatchPerson {
  const random = randomFrom(number)
  const died = Date.UTC(1996, 0, 1) + random.below(10_950) * DAY
  const days = random.below(10) < 6 ? random.below(365) : random.below(6_500)
  return {
    familyName: nameOf(random, 6_000),
    givenNames: nameOf(random, 1_500),
    alsoKnownAs: null,
    nhsNumber: `4${String(random.below(1_000_000_000)).padStart(9, '0')}`,
    motherNhsNumber: null,
    dateOfBirth: dateOf(died - days * DAY),
    timeOfBirth: null,
    dateOfDeath: dateOf(died),
    sex: random.below(2) === 0 ? 'female' : 'male',
    address: `${1 + random.below(200)} ${nameOf(random, 5_000)} Road`,
    postcodes: [`LS${1 + random.below(99)} ${random.below(10)}A${'ABDEFGHJLN'[random.below(10)]}`],
    ofSeveral: null,
    birthOrder: null,
    birthWeightGrams: null,
  }
}

/** The id a person is stored under: spread like a random one, and leading back to the number. */
function idOf(number: number): string {
  const spread = createHash('md5').update(String(number)).digest('hex').slice(0, 8)
  return `${spread}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}
const numberOf = (id: string) => Number.parseInt(id.slice(-12), 16)

/** The areas people are spread over: those given, and others nobody works in. */
function areasAmong(areaId: AreaId): readonly AreaId[] {
  const others = Array.from({ length: 57 }, (_, at) =>
    AreaId.parse(`00000000-0000-4000-9000-${String(at).padStart(12, '0')}`),
  )
  return [areaId, ...others]
}

type Crowd = { count: number; areaId: AreaId } & Pick<BenchGround, 'report' | 'signal'>

/**
 * Stores people to be found by matching, as the service's own steps would leave them but for the sealed person, which
 * `sealCandidates` adds where it is looked at. Indexes are made afterwards, as they were.
 */
export async function storePeople(
  admin: Database,
  keys: KeyProvider,
  { count, areaId, report, signal }: Crowd,
): Promise<KnownPeople> {
  const areas = areasAmong(areaId)
  const { sql } = admin
  // Written by the one connection that is the administrator's.
  await sql`set session_replication_role = replica`
  await sql`set statement_timeout = 0`
  const indexes = await sql<{ made: string }[]>`
    select pg_get_indexdef(indexrelid) as made from pg_index
    where indrelid = any (array['intake.match_keys', 'intake.search_keys']::regclass[]) and not indisprimary`
  await sql`drop index intake.match_keys_by_key, intake.search_keys_by_notification`
  await sql`alter table intake.match_keys drop constraint match_keys_pkey`
  const hashed = new Map<string, string>()
  const hash = (value: string): string => {
    // Of a number there is one; of a date and a sex there are many.
    const crowded = !value.startsWith('nhs-number')
    const known = crowded ? hashed.get(value) : undefined
    if (known !== undefined) return known
    const made = blindIndex(keys, 'match-key', value).readBigInt64BE(0).toString()
    if (crowded) hashed.set(value, made)
    return made
  }
  for (let from = 0; from < count; from += AT_ONCE) {
    signal.throwIfAborted()
    if (from % 100_000 === 0) report(`match-check: ${from} of ${count} people stored …`)
    const [areaIds, ids, found]: [string[], string[], string[]] = [[], [], []]
    for (let number = from; number < Math.min(from + AT_ONCE, count); number += 1) {
      for (const value of matchKeysOf(inventedPerson(number))) {
        areaIds.push(areas[number % areas.length] ?? areaId)
        ids.push(idOf(number))
        found.push(hash(value))
      }
    }
    await sql`
      insert into intake.match_keys (area_id, notification_id, key)
      select * from unnest(${areaIds}::uuid[], ${ids}::uuid[], ${found}::bigint[])`
  }
  report('match-check: notifications, keys and indexes …')
  await sql`
    create temporary table people as
    select a.area_id, (substr(md5(n::text), 1, 8) || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id
    from generate_series(0, ${count - 1}) n
    join unnest(${[...areas]}::uuid[]) with ordinality a (area_id, at) on a.at = n % ${areas.length} + 1`
  await sql`
    insert into intake.notifications (area_id, id, state, version, received_on, form_version, answers, died_on,
      place_of_death, birth_date_and_sex_index, submitted_at, decided_at, door)
    select area_id, id, 'out-of-scope', 1, '2020-01-02', 'filler', '', '2020-01-01', 'home', '', '2020-01-02',
      '2020-01-03', 'import' from people`
  await sql`insert into intake.match_people select area_id, id, '' from people`
  await sql`insert into intake.data_keys select area_id, id, '' from people`
  await sql`
    insert into intake.search_keys
    select area_id, ('x' || substr(md5(id::text || part), 1, 16))::bit(64)::bigint, id
    from people, generate_series(1, 3) part`
  await sql`alter table intake.match_keys add primary key (area_id, notification_id, key)`
  for (const { made } of indexes) await sql.unsafe(made)
  for (const table of ['match_keys', 'match_people', 'search_keys', 'data_keys', 'notifications']) {
    await sql.unsafe(`vacuum (analyze) intake.${table}`)
  }
  await sql`set session_replication_role = origin`
  await sql`reset statement_timeout`
  return { count, personOf: inventedPerson }
}

/** Seals the people whom checks for these will open, so that what is measured opens what it would open. */
export async function sealCandidates(
  admin: Database,
  keys: KeyProvider,
  people: KnownPeople,
  sought: readonly MatchPerson[],
): Promise<number> {
  let sealed = 0
  for (const person of sought) {
    const hashes = matchKeysOf(person).map((value) =>
      blindIndex(keys, 'match-key', value).readBigInt64BE(0).toString(),
    )
    const found = await admin.sql<{ areaId: string; notificationId: string }[]>`
      select area_id, notification_id from intake.match_candidates(${hashes}::bigint[])
      where length(wrapped) = 0`
    for (const candidate of found) {
      const areaId = AreaId.parse(candidate.areaId)
      const id = candidate.notificationId
      const wrapped = newDataKey(keys, areaId, id)
      const cipher = subjectCipher(keys, areaId, id, wrapped)
      const content = cipher.sealJson('match_people', 'person', people.personOf(numberOf(id)))
      await admin.sql`
        with kept as (
          update intake.data_keys set wrapped = ${wrapped} where area_id = ${areaId} and subject = ${id}
        )
        update intake.match_people set person = ${content}
        where area_id = ${areaId} and notification_id = ${id}`
      sealed += 1
    }
  }
  return sealed
}
