import { randomUUID } from 'node:crypto'
import type { Database } from '@cdop/database'
import type { TestDatabase } from '@cdop/database/testing'
import { type AgeBand, EventEnvelope, MergeId, PlainDate, Refusal, TransferId } from '@cdop/domain'
import { type DeliveryOutcome, deliver, everySchema, publisherOf, replayStream, sendTo } from '@cdop/events'
import { givenServiceDatabase } from '@cdop/events/testing'
import { type GivenService, testClock, testKeyrings } from '@cdop/service/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import {
  accepted,
  agreed,
  asOperator,
  asPerson,
  givenReporting,
  newArea,
  newCase,
  serviceActor,
} from '../testing.ts'

type Publisher = 'intake' | 'factor-analysis'
type Fetch = (request: Request) => Promise<Response>

const clock = testClock('2024-02-21T09:00:00.000Z')
const logs = new Map<Publisher, TestDatabase>()
let given: GivenService
let throughTheDoor: Fetch

beforeAll(async () => {
  const rings = await testKeyrings()
  given = await givenReporting({ rings, clock })
  const app = createApp(given.parts)
  throughTheDoor = async (request) => app.fetch(request)
  logs.set('intake', await givenServiceDatabase('intake', everySchema))
  logs.set('factor-analysis', await givenServiceDatabase('factor-analysis', everySchema))
})
afterAll(async () => {
  await given.drop()
  for (const log of logs.values()) await log.drop()
})

function testLogOf(publisher: Publisher): TestDatabase {
  const found = logs.get(publisher)
  if (found === undefined) throw new Error('no such log')
  return found
}

function logOf(publisher: Publisher): Database {
  return testLogOf(publisher).database
}

function sending(publisher: Publisher, fetch: Fetch = throughTheDoor) {
  const nowhere = 'http://reporting.test'
  const urls = {
    ...{ portal: nowhere, reporting: nowhere, 'factor-analysis': nowhere },
    ...{ 'case-review': nowhere, intake: nowhere },
  }
  return sendTo(given.rings[publisher], publisher, urls, fetch)
}

async function delivering(
  publisher: Publisher,
  areaId: ReturnType<typeof newArea>,
  subject: string,
  fetch?: Fetch,
): Promise<DeliveryOutcome['state']> {
  const delivery = {
    ...{ database: logOf(publisher), service: publisher, clock, maxAttempts: 3 },
    send: sending(publisher, fetch),
  }
  return (await deliver(delivery, { areaId, subject, subscriber: 'reporting' })).state
}

async function publishing(
  publisher: Publisher,
  areaId: ReturnType<typeof newArea>,
  ...events: Parameters<ReturnType<typeof publisherOf>['publish']>[3][]
): Promise<void> {
  const actor = serviceActor(publisher, areaId)
  for (const event of events) {
    await logOf(publisher).transaction(actor, (tx) =>
      publisherOf(publisher, clock).publish(tx, actor, areaId, event),
    )
    clock.addDays(1)
  }
}

function logged(publisher: Publisher, areaId: ReturnType<typeof newArea>): Promise<EventEnvelope[]> {
  return logOf(publisher).transaction(serviceActor(publisher, areaId), async (tx) => {
    const rows = await tx`
      select id, area_id, subject, version, type, payload, recorded_at, request_id
      from ${tx(publisher.replace('-', '_'))}.events order by subject, version
    `
    return rows.map((row) => EventEnvelope.parse(row))
  })
}

const review = (caseId: ReturnType<typeof newCase>, changes = {}) =>
  ({ type: 'analysis.agreed.v1', subject: caseId, payload: agreed(caseId, changes) }) as const
const death = (caseId: ReturnType<typeof newCase>, changes = {}) =>
  ({ type: 'notification.accepted.v1', subject: caseId, payload: accepted(caseId, changes) }) as const

const error = (caseId: ReturnType<typeof newCase>) =>
  ({
    type: 'notification.reported-in-error.v1',
    subject: caseId,
    payload: {
      caseId,
      notificationId: accepted(caseId).notificationId,
      reason: 'child-is-alive',
      nationalDatabaseTold: false,
    },
  }) as const

function reviewRows(areaId: string) {
  return given.test.look`
    select modifiability, event_version, reviewed_in_year, recorded_from, recorded_to
    from reporting.review_facts where area_id = ${areaId} order by event_version
  `
}

describe('an event on its way to a fact', () => {
  test('keeps how deprived and rural it was where the child lived, also when the child is corrected', async () => {
    const [areaId, caseId, before] = [newArea(), newCase(), newCase()]
    const neighbourhood = {
      deprivation: [{ index: 'IMD2019' as const, lsoaVersion: '2011' as const, decile: 3 }],
      ruralUrban: { classification: 'RUC2021' as const, code: 'UN1' },
    }
    const corrected = {
      type: 'case.child-corrected.v1',
      subject: caseId,
      payload: { caseId, diedOn: PlainDate.parse('2024-01-08'), ageBand: '0-27d', sex: 'male' },
    } as const
    await publishing('intake', areaId, death(caseId, { neighbourhood }), corrected, death(before))
    expect(await delivering('intake', areaId, caseId)).toBe('delivered')
    expect(await delivering('intake', areaId, before)).toBe('delivered')
    const facts = await given.test.look`
      select case_id, event_version, deprivation, rural_urban from reporting.death_facts where area_id = ${areaId}
      order by case_id = ${before}, event_version`
    const { deprivation, ruralUrban } = neighbourhood
    expect(facts).toEqual([
      { caseId, eventVersion: 1, deprivation, ruralUrban },
      { caseId, eventVersion: 2, deprivation, ruralUrban },
      // Told before there were lists.
      { caseId: before, eventVersion: 1, deprivation: [], ruralUrban: null },
    ])
  })

  test('that was rolled back is never heard', async () => {
    const [areaId, caseId] = [newArea(), newCase()]
    const actor = serviceActor('factor-analysis', areaId)
    await expect(
      logOf('factor-analysis').transaction(actor, async (tx) => {
        await publisherOf('factor-analysis', clock).publish(tx, actor, areaId, review(caseId))
        throw new Error('the panel changed its mind')
      }),
    ).rejects.toThrow()
    expect(await delivering('factor-analysis', areaId, caseId)).toBe('delivered')
    expect(await reviewRows(areaId)).toHaveLength(0)
    const jobs = await testLogOf('factor-analysis').look`
      select key from factor_analysis_jobs.jobs where key like ${`%${caseId}`}
    `
    expect(jobs).toHaveLength(0)
  })

  test('delivered five times, also at once, makes one fact', async () => {
    const [areaId, caseId] = [newArea(), newCase()]
    await publishing('factor-analysis', areaId, review(caseId))
    const events = await logged('factor-analysis', areaId)
    const actor = serviceActor('factor-analysis', areaId)
    await Promise.all([1, 2, 3].map(() => sending('factor-analysis')('reporting', actor, events)))
    for (let time = 4; time <= 5; time += 1) {
      expect(await delivering('factor-analysis', areaId, caseId)).toBe('delivered')
      await logOf('factor-analysis').transaction(actor, (tx) =>
        replayStream(tx, 'factor-analysis', areaId, 'reporting'),
      )
    }
    expect(await reviewRows(areaId)).toMatchObject([{ eventVersion: 1, recordedTo: null }])
  })

  test('delivered before an earlier one waits for it', async () => {
    const [areaId, caseId] = [newArea(), newCase()]
    const first = review(caseId)
    const corrected = review(caseId, {
      modifiability: 'inadequate-information',
      reviewedOn: '2024-05-01',
      analysisVersion: 4,
    })
    await publishing('factor-analysis', areaId, first, corrected)
    const [one, two] = await logged('factor-analysis', areaId)
    if (one === undefined || two === undefined) throw new Error('two events were published')
    const send = sending('factor-analysis')
    const actor = serviceActor('factor-analysis', areaId)
    await expect(send('reporting', actor, [two])).rejects.toEqual(new Refusal('event-out-of-order'))
    expect(await reviewRows(areaId)).toHaveLength(0)

    await send('reporting', actor, [one])
    await send('reporting', actor, [two])
    expect(await reviewRows(areaId)).toMatchObject([
      { eventVersion: 1, modifiability: 'no-modifiable-factors', recordedTo: two.recordedAt },
      // Reviewed anew in the next reporting year, it still counts once, in the year of the first review.
      {
        eventVersion: 2,
        modifiability: 'inadequate-information',
        reviewedInYear: '2023-24',
        recordedTo: null,
      },
    ])
  })

  test('survives a subscriber killed before it committed, and one killed before it could say so', async () => {
    const [areaId, caseId] = [newArea(), newCase()]
    await publishing('factor-analysis', areaId, review(caseId))

    const killedBefore: Fetch = async (request) => {
      const held = await given.test.database.transaction(serviceActor('reporting', areaId), async (tx) => {
        await tx`lock table reporting.review_facts in share mode`
        const answer = throughTheDoor(request)
        await expect.poll(() => stopWhoWaits()).toBe(1)
        return { answer }
      })
      return held.answer
    }
    expect(await delivering('factor-analysis', areaId, caseId, killedBefore)).toBe('waiting')
    expect(await reviewRows(areaId)).toHaveLength(0)
    expect(await given.test.look`select 1 from reporting.inbox where area_id = ${areaId}`).toHaveLength(0)

    const killedAfter: Fetch = async (request) => {
      await throughTheDoor(request)
      throw new TypeError('the connection was reset')
    }
    expect(await delivering('factor-analysis', areaId, caseId, killedAfter)).toBe('waiting')
    expect(await delivering('factor-analysis', areaId, caseId)).toBe('delivered')
    expect(await reviewRows(areaId)).toHaveLength(1)
  })

  test('heard again after a rebuild, in whatever order the streams come, makes the same facts', async () => {
    const areaId = newArea()
    const cases = Array.from({ length: 6 }, () => newCase())
    for (const caseId of cases) {
      await publishing('intake', areaId, death(caseId), death(caseId, { placeOfDeath: 'home' }))
      await publishing('factor-analysis', areaId, review(caseId), review(caseId, { primaryCategory: 7 }))
      await delivering('intake', areaId, caseId)
      await delivering('factor-analysis', areaId, caseId)
    }
    const analyst = asPerson(given, areaId)
    const before = await analyst.fact.hash({ areaId })
    expect(before).toMatchObject({ deaths: 6, reviews: 6 })

    const forgotten = await asOperator(given, areaId).fact.rebuild({ areaId, key: randomUUID() })
    expect(forgotten).toEqual({ facts: 24 })
    expect(await analyst.fact.hash({ areaId })).toMatchObject({ deaths: 0, reviews: 0 })
    for (const publisher of ['factor-analysis', 'intake'] as const) {
      const actor = serviceActor(publisher, areaId)
      await logOf(publisher).transaction(actor, (tx) => replayStream(tx, publisher, areaId, 'reporting'))
      clock.addDays(3)
      for (const caseId of cases.toReversed()) await delivering(publisher, areaId, caseId)
    }
    expect(await analyst.fact.hash({ areaId })).toEqual(before)

    const elsewhere = newArea()
    expect((await asPerson(given, elsewhere).fact.hash({ areaId: elsewhere })).hash).not.toBe(before.hash)
  })

  test('says that a case was reported in error: death and review are known no more, whichever stream comes first', async () => {
    const areaId = newArea()
    const [kept, wrong] = [newCase(), newCase()]
    for (const caseId of [kept, wrong]) {
      await publishing('intake', areaId, death(caseId))
      await publishing('factor-analysis', areaId, review(caseId))
    }
    await publishing('intake', areaId, error(wrong))
    const analyst = asPerson(given, areaId)
    const hashes: unknown[] = []
    for (const order of [
      ['intake', 'factor-analysis'],
      ['factor-analysis', 'intake'],
    ] as const) {
      await asOperator(given, areaId).fact.rebuild({ areaId, key: randomUUID() })
      for (const publisher of order) {
        for (const caseId of [wrong, kept]) {
          await logOf(publisher).transaction(serviceActor(publisher, areaId), (tx) =>
            replayStream(tx, publisher, areaId, 'reporting'),
          )
          await delivering(publisher, areaId, caseId)
        }
      }
      hashes.push(await analyst.fact.hash({ areaId }))
      const reportingYear = '2023/24'
      for (const measure of ['N1', 'R1'] as const) {
        const figure = await analyst.figure.exact({ areaId, measure, reportingYear })
        expect(Math.max(...figure.cells.map(({ count }) => count)), measure).toBe(1)
      }
    }
    expect(hashes[0]).toMatchObject({ deaths: 1, reviews: 1 })
    expect(hashes[1]).toEqual(hashes[0])
  })

  test('says that two cases are of one child: it is counted once, as known now, and twice again after the undoing', async () => {
    const areaId = newArea()
    const [kept, merged] = [newCase(), newCase()]
    const mergeId = MergeId.parse(randomUUID())
    const correction = (ageBand: AgeBand) =>
      ({
        type: 'case.child-corrected.v1',
        subject: kept,
        payload: { caseId: kept, diedOn: accepted(kept).diedOn, ageBand, sex: accepted(kept).sex },
      }) as const
    for (const caseId of [kept, merged]) {
      await publishing('intake', areaId, death(caseId))
      await publishing('factor-analysis', areaId, review(caseId))
    }
    const analyst = asPerson(given, areaId)
    const counted = async () => {
      for (const caseId of [merged, kept]) {
        for (const publisher of ['intake', 'factor-analysis'] as const) {
          await delivering(publisher, areaId, caseId)
        }
      }
      const facts = await analyst.fact.hash({ areaId })
      const figures = await Promise.all(
        (['N1', 'R1'] as const).map((measure) =>
          analyst.figure.exact({ areaId, measure, reportingYear: '2023/24' }),
        ),
      )
      return { facts, most: figures.map(({ cells }) => Math.max(...cells.map(({ count }) => count))) }
    }
    /** Forgets everything and hears both streams again, in either order. */
    const rebuilt = async (...order: readonly Publisher[]) => {
      await asOperator(given, areaId).fact.rebuild({ areaId, key: randomUUID() })
      for (const publisher of order) {
        await logOf(publisher).transaction(serviceActor(publisher, areaId), (tx) =>
          replayStream(tx, publisher, areaId, 'reporting'),
        )
        for (const caseId of [kept, merged]) await delivering(publisher, areaId, caseId)
      }
      return analyst.fact.hash({ areaId })
    }
    const before = await counted()
    expect(before).toMatchObject({ facts: { deaths: 2, reviews: 2 }, most: [2, 2] })

    await publishing(
      'intake',
      areaId,
      { type: 'case.merged.v1', subject: merged, payload: { caseId: merged, intoCaseId: kept, mergeId } },
      correction('28-364d'),
    )
    const once = await counted()
    expect(once).toMatchObject({ facts: { deaths: 1, reviews: 1 }, most: [1, 1] })
    expect(await rebuilt('factor-analysis', 'intake')).toEqual(once.facts)
    expect(await rebuilt('intake', 'factor-analysis')).toEqual(once.facts)

    await publishing(
      'intake',
      areaId,
      { type: 'case.merge-undone.v1', subject: merged, payload: { caseId: merged, mergeId } },
      correction('0-27d'),
    )
    const again = await counted()
    expect(again).toMatchObject({ facts: { deaths: 2, reviews: 2 }, most: before.most })
    expect(await rebuilt('factor-analysis', 'intake')).toEqual(again.facts)
  })

  test('says that another area took a case over: it is counted there alone, and here again once it has come back', async () => {
    const [areaId, elsewhere, caseId] = [newArea(), newArea(), newCase()]
    const transferId = TransferId.parse(randomUUID())
    const counted = async (area: typeof areaId) => {
      await delivering('intake', area, caseId)
      return asPerson(given, area).fact.hash({ areaId: area })
    }
    const rebuilt = async (area: typeof areaId) => {
      await asOperator(given, area).fact.rebuild({ areaId: area, key: randomUUID() })
      await logOf('intake').transaction(serviceActor('intake', area), (tx) =>
        replayStream(tx, 'intake', area, 'reporting'),
      )
      return counted(area)
    }
    await publishing('intake', areaId, death(caseId))
    expect((await counted(areaId)).deaths).toBe(1)
    await publishing('intake', areaId, {
      type: 'case.transferred.v1',
      subject: caseId,
      payload: { caseId, transferId, toAreaId: elsewhere },
    })
    await publishing('intake', elsewhere, death(caseId))
    const [here, there] = [await counted(areaId), await counted(elsewhere)]
    expect([here.deaths, there.deaths]).toEqual([0, 1])
    const { cells } = await asPerson(given, areaId).figure.exact({
      areaId,
      measure: 'N1',
      reportingYear: '2023/24',
    })
    expect(Math.max(0, ...cells.map(({ count }) => count))).toBe(0)
    expect(await rebuilt(areaId)).toEqual(here)
    expect(await rebuilt(elsewhere)).toEqual(there)
    await publishing('intake', areaId, death(caseId))
    const back = await counted(areaId)
    expect(back.deaths).toBe(1)
    expect(await rebuilt(areaId)).toEqual(back)
  })

  test('is refused from a service that may not bring it, and without a token', async () => {
    const [areaId, caseId] = [newArea(), newCase()]
    await publishing('factor-analysis', areaId, review(caseId))
    const events = await logged('factor-analysis', areaId)
    const other = serviceActor('factor-analysis', newArea())
    await expect(sending('factor-analysis')('reporting', other, events)).rejects.toEqual(
      new Refusal('forbidden'),
    )
    const bare = await throughTheDoor(
      new Request('http://reporting.test/rpc/event.receive', { method: 'POST', body: '{}' }),
    )
    expect(bare.status).toBe(401)
    expect(await reviewRows(areaId)).toHaveLength(0)
  })
})

/** Breaks off whoever waits for a lock here, as the end of its process would; says how many. */
async function stopWhoWaits(): Promise<number> {
  const stopped = await given.test.look`
    select pg_cancel_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%review_facts%'
  `
  return stopped.length
}
