import { randomUUID } from 'node:crypto'
import { connect, type Database, type SentStatement, sendAgain } from '@cdop/database'
import { type Actor, AuthorityCode, addDays, daysBetween, PlainDate, RequestId } from '@cdop/domain'
import { createApp } from '@cdop/intake/app'
import type { MatchPerson } from '@cdop/matching'
import { caseworkOf } from '../casework/casework.ts'
import { type InventedNotification, inventedChild, testNhsNumbers } from '../invented/invented-child.ts'
import { randomFrom } from '../invented/random.ts'
import { demonstrationAreas } from '../seed/demonstration-areas.ts'
import { operatorClient } from '../stack/operator-client.ts'
import { backgroundWorkDone } from './background-work.ts'
import type { BenchGround } from './bench-ground.ts'
import { type BenchResult, type Round, resultOf } from './bench-result.ts'
import { type KnownPeople, sealCandidates, storePeople } from './known-people.ts'
import { median, percentile } from './statistics.ts'

const PEOPLE = 1_000_000
/** The first warms up and is not counted. */
const ROUNDS = 5
const PER_ROUND = 40
/** What is measured mails nothing. */
const noMail = { send: async () => {} }

const area = demonstrationAreas.WYB

/** What the check itself sends, from the lock it takes first; nothing else a notification does is counted. */
const FIRST = /pg_advisory_xact_lock\(key\)/
/** Sent once by the check, and again by what follows it: other deaths that may be related. */
const TRIES = /pg_try_advisory_xact_lock\(key\)/
const OF_THE_CHECK =
  /pg_try_advisory_xact_lock\(key\)|match_candidates|match_people|duplicate_reviews|add_job/

/** A statement and when it was sent. */
type Timed = { statement: SentStatement; at: number }

/**
 * What holding a notification against a million people adds to taking it in: from the first statement of the check to
 * the first that is none of its own, candidates opened and judged meanwhile. Every second notification is of a child
 * who is known. Against the same statements sent again with nothing between them.
 */
export async function matchCheck(ground: BenchGround): Promise<readonly BenchResult[]> {
  const { admin, report } = ground
  let sent: Timed[] = []
  const url = await ground.databaseUrlOf('intake')
  const database = connect(url, {
    max: 1,
    onStatement: (statement) => sent.push({ statement, at: performance.now() }),
  })
  const bare = connect(url, { max: 1 })
  try {
    const parts = await ground.partsOf('intake', database)
    const people = await storePeople(admin, parts.keys, { ...ground, count: PEOPLE, areaId: area.areaId })
    const notified = notifications(ground, people, ROUNDS * PER_ROUND)
    const app = createApp({ ...parts, mail: noMail, portalPublicUrl: '' })
    const { keysDir, urls } = ground.stack
    const client = await operatorClient({ keysDir, urls, fetch: async (request) => app.fetch(request) })
    const casework = caseworkOf(client, ground.staffOf(area.areaId), 'match-check')
    const coordinator = ground.staffOf(area.areaId).holding('coordinator')
    const actor: Actor = { ...coordinator, requestId: RequestId.parse(randomUUID()) }

    const rounds: Round[] = []
    const middles: Round[] = []
    let opened = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      report(`match-check: round ${round + 1} of ${ROUNDS} …`)
      const [values, ceilings]: [number[], number[]] = [[], []]
      const now = notified.slice(round * PER_ROUND, (round + 1) * PER_ROUND)
      // Before each round: those notified since change which fifty are the likeliest.
      opened += await sealCandidates(
        admin,
        parts.keys,
        people,
        now.map(({ person }) => person),
      )
      for (const [at, { notification }] of now.entries()) {
        ground.signal.throwIfAborted()
        // What the one before set off (events, sealing) is done: in an area deaths are notified one at a time.
        await backgroundWorkDone(ground)
        sent = []
        const id = await casework.notify(
          `${round}-${at}`,
          notification,
          addDays(notification.death.dateOfDeath, 1),
        )
        const { milliseconds, statements } = checkIn(sent)
        values.push(milliseconds)
        ceilings.push(await bareMilliseconds(bare, actor, id, statements))
      }
      rounds.push({ value: percentile(values, 95), ceiling: percentile(ceilings, 95) })
      middles.push({ value: median(values), ceiling: median(ceilings) })
    }
    const more = { people: PEOPLE, notifications: (ROUNDS - 1) * PER_ROUND, candidatesOpened: opened }
    const longer = `a notification takes longer for being held against ${PEOPLE} people`
    const unit = 'ms' as const
    return [
      resultOf({ name: 'match-check', what: `p95 ${longer}`, unit }, rounds.slice(1), more),
      resultOf({ name: 'match-check-middle', what: `p50 ${longer}`, unit }, middles.slice(1), more),
    ]
  } finally {
    await bare.close()
    await database.close()
  }
}

/** The check within what one notification sent. @throws Error when there is none */
function checkIn(sent: readonly Timed[]): { milliseconds: number; statements: readonly SentStatement[] } {
  const from = sent.findIndex(({ statement }) => FIRST.test(statement.text))
  const tried = sent.findIndex(({ statement }) => TRIES.test(statement.text))
  const after = sent.findIndex(
    ({ statement: { text } }, at) =>
      at > from && (!OF_THE_CHECK.test(text) || (at > tried && TRIES.test(text))),
  )
  const [first, next] = [sent[from], sent[after]]
  const statements = sent.slice(from, after).map(({ statement }) => statement)
  const whole = [/match_candidates/, /match_people/].every((part) =>
    statements.some(({ text }) => part.test(text)),
  )
  if (first === undefined || next === undefined || !whole) throw new Error('no whole check was seen')
  return { milliseconds: next.at - first.at, statements }
}

/** The statements of one check sent again, with what it left taken away first, and undone afterwards. */
async function bareMilliseconds(
  database: Database,
  actor: Actor,
  notificationId: string,
  statements: readonly SentStatement[],
): Promise<number> {
  let milliseconds = 0
  const undo = new Error('undo')
  await database
    .transaction(actor, async (tx) => {
      await tx`delete from intake.match_keys where area_id = ${area.areaId} and notification_id = ${notificationId}`
      await tx`delete from intake.search_keys where area_id = ${area.areaId} and notification_id = ${notificationId}`
      const began = performance.now()
      for (const statement of statements) await sendAgain(tx, statement)
      milliseconds = performance.now() - began
      throw undo
    })
    .catch((thrown: unknown) => {
      if (thrown !== undo) throw thrown
    })
  return milliseconds
}

type Notified = { notification: InventedNotification; person: MatchPerson }

/** A known person of an age and a time that the form asks least about. */
function usual(
  people: KnownPeople,
  from: number,
): MatchPerson & { dateOfBirth: PlainDate; dateOfDeath: PlainDate } {
  for (let number = from; ; number += 1) {
    const person = people.personOf(number)
    if (person.dateOfBirth === null || person.dateOfDeath === null) continue
    const [dateOfBirth, dateOfDeath] = [person.dateOfBirth, person.dateOfDeath].map((date) =>
      PlainDate.parse(date),
    )
    if (dateOfBirth === undefined || dateOfDeath === undefined || dateOfDeath < '2020-01-01') continue
    if (daysBetween(dateOfBirth, dateOfDeath) > 400) return { ...person, dateOfBirth, dateOfDeath }
  }
}

/** Notifications of children of the same crowd: every second of one who is known, with a letter wrong. */
function notifications(ground: BenchGround, people: KnownPeople, count: number): readonly Notified[] {
  const random = randomFrom(count)
  const numbers = testNhsNumbers(700_000)
  const localAuthority = AuthorityCode.parse(ground.staffOf(area.areaId).area.authorities[0]?.code)
  return Array.from({ length: count }, (_, at) => {
    const known = at % 2 === 0
    const like = usual(people, known ? random.below(people.made - 1_000) : people.count + 100 * at)
    const nhsNumber = numbers.next().value
    const invented = inventedChild(
      {
        diedOn: like.dateOfDeath,
        ageBand: '1-4y',
        sex: like.sex === 'male' ? 'male' : 'female',
        expectedness: 'expected',
        localAuthority,
        placeOfDeath: 'hospice',
        nhsNumber,
      },
      random,
    )
    const child = {
      familyName: known ? like.familyName.replace('e', 'a') : like.familyName,
      givenNames: like.givenNames ?? '',
      address: like.address ?? '',
      postcode: like.postcodes[0] ?? '',
      dateOfBirth: like.dateOfBirth,
      nhsNumber,
    }
    return {
      notification: { ...invented, child: { ...invented.child, ...child } },
      person: { ...like, ...child, postcodes: [child.postcode] },
    }
  })
}
