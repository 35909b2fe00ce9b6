import type { Database } from '@cdop/database'
import { AreaId } from '@cdop/domain'
import { blindIndex, type KeyProvider, newDataKey, subjectCipher } from '@cdop/encryption'
import { type MatchPerson, matchKeysOf } from '@cdop/matching'
import { type Random, randomFrom } from '../invented/random.ts'
import type { BenchGround } from './bench-ground.ts'

/** People whose keys are sent in a single statement. */
const AT_ONCE = 5_000

/** So many are made one by one; the others stand in the same crowds, each a child of its own. */
const MADE = 50_000
/** Kinds of key that many children share: the days there are, and families of one name born in one year. */
const CROWDED = /^(birth-and-sex|family-name-and-birth-year)\|/

/** Invented people whose names and dates are as crowded as a country's, each made anew from its number. */
export type KnownPeople = {
  readonly count: number
  /** The first so many share all their keys with whoever is like them; later ones only those many share. */
  readonly made: number
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

/** One of the crowd: past those made one by one, the day of birth, sex and family name of one of them. */
function personOf(number: number): MatchPerson {
  const one = inventedPerson(number)
  if (number < MADE) return one
  const { dateOfBirth, sex, familyName } = inventedPerson(number % MADE)
  return { ...one, dateOfBirth, sex, familyName }
}

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

/** The number of the person stored under an id: ids are spread like random ones, and end in it. */
const numberOf = (id: string) => Number.parseInt(id.slice(-12), 16)

/** As intake hashes it. */
function hashOf(keys: KeyProvider, value: string): string {
  return blindIndex(keys, 'match-key', value).readBigInt64BE(0).toString()
}

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
  report(`storing ${count} people …`)
  await sql`create temporary table made (n bigint, key bigint, crowded int)`
  for (let from = 0; from < MADE; from += AT_ONCE) {
    signal.throwIfAborted()
    const rows = Array.from({ length: AT_ONCE }, (_, at) => from + at).flatMap((number) =>
      matchKeysOf(inventedPerson(number)).map((value) => ({ number, value })),
    )
    await sql`
      insert into made
      select * from unnest(${rows.map(({ number }) => String(number))}::bigint[],
        ${rows.map(({ value }) => hashOf(keys, value))}::bigint[],
        ${rows.map(({ value }) => (CROWDED.test(value) ? '1' : '0'))}::int[])`
  }
  await sql`
    create temporary table people as
    select n, a.area_id,
      (substr(md5(n::text), 1, 8) || '-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id
    from generate_series(0, ${count - 1}::bigint) n
    join unnest(${[...areas]}::uuid[]) with ordinality a (area_id, at) on a.at = n % ${areas.length} + 1`
  await sql`
    insert into intake.match_keys (area_id, notification_id, key)
    select p.area_id, p.id,
      case when m.crowded = 1 or p.n < ${MADE} then m.key else hashtextextended(p.id::text, m.key) end
    from people p join made m on m.n = p.n % ${MADE}`
  signal.throwIfAborted()
  report('storing their notifications, keys and indexes …')
  await sql`
    insert into intake.notifications (area_id, id, state, version, received_on, form_version, answers, died_on,
      place_of_death, birth_date_and_sex_index, submitted_at, decided_at, door, died_by, known_by, known_from,
      received_from, notify_within_hours, scope_pending, incomplete, national_within_hours)
    select area_id, id, 'out-of-scope', 1, '2020-01-02', 'filler', '', '2020-01-01', 'home', '', '2020-01-02',
      '2020-01-03', 'import', '2020-01-02', '2020-01-02', 'day-of-death', '2020-01-02', 48, false, false, 48 from people`
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
  return { count, made: MADE, personOf }
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
    const hashes = matchKeysOf(person).map((value) => hashOf(keys, value))
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
