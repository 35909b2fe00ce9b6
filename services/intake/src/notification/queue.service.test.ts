import { type Actor, NotificationId, NotifyingOrganisationId, PlainDate, RequestId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenMerging, givenMerging } from '../merge/testing-merges.ts'
import { aKey, child, decisionOn, form, givenAnswers, TODAY } from '../testing.ts'

let intake: GivenMerging
/** One notification of each kind. It is ten in the morning of 2 March. */
let given: Record<'late' | 'repeat' | 'pending' | 'thin' | 'accepted' | 'elsewhere' | 'fresh', NotificationId>

const queue = (changes: object = {}) =>
  intake
    .as(intake.coordinator)
    .notification.list({ areaId: intake.areaId, page: 1, withheld: [], ...changes })
const shown = async (changes: object) => {
  const { rows, total } = await queue(changes)
  expect(total).toBe(rows.length)
  return rows.map(({ notificationId }) => nameOf(notificationId))
}
const nameOf = (id: NotificationId) => Object.entries(given).find(([, one]) => one === id)?.[0]

/** Children who are nobody else's repeat. */
const only = (nhsNumber: string, changes: object = {}) => ({
  nhsNumber,
  familyName: `Fernsby ${nhsNumber}`,
  ...changes,
})

beforeAll(async () => {
  intake = await givenMerging()
  const forwarder: Actor = {
    kind: 'organisation',
    organisationId: NotifyingOrganisationId.parse(aKey()),
    door: 'neonatal-surveillance',
    areaId: intake.areaId,
    requestId: RequestId.parse(aKey()),
  }
  const twice = only('9990000018')
  const late = await intake.submit({ child: twice, death: { dateOfDeath: '2026-02-20' } })
  const repeat = await intake.submit({ child: twice, death: { dateOfDeath: '2026-02-21' } })
  await intake.proposedPair(late, repeat)
  const { 'place-of-death': _place, ...lacking } = givenAnswers({
    child: only('9990000042', { dateOfBirth: '2016-01-04' }),
    death: { dateOfDeath: '2026-02-24' },
  })
  const { notificationId: thin } = await intake
    .as(forwarder)
    .notification.send({ key: aKey(), formVersion: form.version, answers: lacking })
  const pending = await intake.submit({
    child: only('9990000050', { dateOfBirth: 'not-known', bornAlive: 'yes' }),
    death: { dateOfDeath: '2026-02-23' },
  })
  const accepted = await intake.submit({
    child: only('9990000069', { dateOfBirth: '2015-02-09' }),
    death: { dateOfDeath: '2026-02-22' },
  })
  await intake.accept(accepted)
  const elsewhere = await intake.submit({
    child: only('9990000077', { dateOfBirth: '2014-02-03' }),
    residence: 'E06000019',
  })
  await intake.as(intake.coordinator).notification.declareOutOfScope(decisionOn(elsewhere, intake.mine))
  const fresh = await intake.submit({
    child: only('9990000085', { dateOfBirth: '2013-11-30' }),
    death: { dateOfDeath: '2026-03-01', timeOfDeath: '08:00' },
  })
  given = { late, repeat, pending, thin, accepted, elsewhere, fresh }
})
afterAll(() => intake.drop())

describe('the queue of notifications', () => {
  test('begins with the death the national database is longest overdue to hear of', async () => {
    expect(await shown({})).toEqual(['late', 'repeat', 'accepted', 'pending', 'thin', 'fresh', 'elsewhere'])
  })

  test('shows how each stands, by codes and dates and without a name', async () => {
    const { rows } = await queue({ view: 'to-decide' })
    const [first] = rows
    expect(first).toEqual({
      notificationId: given.late,
      state: 'received',
      door: 'coordinator',
      receivedOn: TODAY,
      diedOn: '2026-02-20',
      ageBand: '5-9y',
      placeOfDeath: 'home',
      caseId: null,
      caseReference: null,
      waitingFor: ['duplicate'],
      clocks: {
        knownFrom: 'day-of-death',
        received: {
          startedAt: '2026-02-21T00:00:00.000Z',
          dueAt: '2026-02-23T00:00:00.000Z',
          stoppedAt: '2026-03-02T10:00:00.000Z',
          late: true,
        },
        national: {
          startedAt: '2026-02-21T00:00:00.000Z',
          dueAt: '2026-02-23T00:00:00.000Z',
          stoppedAt: null,
          late: true,
        },
        nationalToldOn: null,
      },
    })
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Fernsby|${child.givenNames}`))
  })

  test('has a view for what is to decide, what waits, and what was decided, each with its count', async () => {
    const { counts } = await queue()
    expect(counts).toEqual({
      'to-decide': 5,
      waiting: 4,
      accepted: 1,
      'out-of-scope': 1,
      merged: 0,
      transferred: 0,
      'reported-in-error': 0,
      all: 7,
    })
    expect(await shown({ view: 'waiting' })).toEqual(['late', 'repeat', 'pending', 'thin'])
    expect(await shown({ view: 'accepted' })).toEqual(['accepted'])
    expect(await shown({ view: 'out-of-scope' })).toEqual(['elsewhere'])
  })

  test.each([
    [{ waitingFor: ['scope'] }, ['pending']],
    [{ waitingFor: ['answers'] }, ['thin']],
    [{ waitingFor: ['scope', 'duplicate'] }, ['late', 'repeat', 'pending']],
    [{ doors: ['neonatal-surveillance'] }, ['thin']],
    [{ doors: ['rest', 'fhir'] }, []],
    [{ received: ['on-time'] }, ['fresh']],
    [{ received: ['late'], doors: ['neonatal-surveillance'] }, ['thin']],
    [{ received: ['late', 'on-time'] }, ['late', 'repeat', 'pending', 'thin', 'fresh']],
    [{ national: ['due'] }, ['fresh']],
    [{ national: ['late'], waitingFor: ['scope'] }, ['pending']],
    [{ national: ['told'] }, []],
  ])('is narrowed by %o, and the counts of the views stay', async (filter, left) => {
    expect(await shown({ view: 'to-decide', filter })).toEqual(left)
    expect((await queue({ view: 'to-decide', filter })).counts['to-decide']).toBe(5)
  })

  test('waits no longer once the scope is decided, the pair is settled, the answers are given', async () => {
    const { look } = intake.test
    await look`update intake.duplicate_reviews set state = 'different', decided_at = '2026-03-02',
      decided_by = gen_random_uuid() where state = 'open'`
    expect(await shown({ view: 'waiting' })).toEqual(['pending', 'thin'])
    await look`update intake.duplicate_reviews set state = 'same' where state = 'different'`
    expect(await shown({ view: 'waiting' })).toEqual(['late', 'repeat', 'pending', 'thin'])
  })

  test('waits for another area that was asked to take the record', async () => {
    const { look } = intake.test
    const [one, other] = [intake.mine.areaId, intake.theirs.areaId]
    await look`
      insert into intake.transfers (area_id, id, side, other_area_id, notification_id, state, version, reason, died_in,
        local_authority, place_of_death, plan, requested_by, requested_at)
      values (${one}, gen_random_uuid(), 'asking', ${other}, ${given.fresh}, 'requested', 1, 'residence', '2026-03',
        'E08000032', 'home', '', gen_random_uuid(), '2026-03-02')`
    expect(await shown({ filter: { waitingFor: ['transfer'] } })).toEqual(['fresh'])
    await look`delete from intake.transfers`
  })

  test('puts a death behind the others once the national database was told', async () => {
    const coordinator = intake.as(intake.coordinator)
    const about = { areaId: intake.areaId, notificationId: given.late }
    const word = {
      by: 'hospital-doctor' as const,
      name: 'Wilhelmina Thistledown',
      organisation: 'Invented Infirmary',
      on: TODAY,
      time: null,
    }
    await coordinator.confirmation.record({ ...about, key: aKey(), version: 0, death: word, identity: word })
    const toldOn = PlainDate.parse('2026-03-01')
    await coordinator.nationalDatabase.record({ ...about, key: aKey(), version: 0, toldOn })
    expect((await shown({ view: 'to-decide' })).at(-1)).toBe('late')
    expect(await shown({ filter: { national: ['told'] } })).toEqual(['late'])
  })

  test('has what is withheld in no row and in no count, nor what was merged into it', async () => {
    const { rows, counts } = await queue({ view: 'accepted' })
    const [row] = rows
    if (row?.caseId == null) throw new Error('no case')
    const again = await intake.submit({ child: only('9990000069', { dateOfBirth: '2015-02-09' }) })
    const reviewId = await intake.proposedPair(given.accepted, again)
    await intake.decide(reviewId, 'same', [row.caseId])
    const proposal = { surviving: given.accepted, cases: [row.caseId] }
    await intake.step('confirm', await intake.propose(reviewId, proposal), { cases: [row.caseId] })
    expect((await queue()).counts).toMatchObject({ accepted: 1, merged: 1, all: counts.all + 1 })

    const withheld = { withheld: [row.caseId] }
    const without = await queue(withheld)
    expect(without.counts).toMatchObject({ accepted: 0, merged: 0, all: counts.all - 1 })
    expect(without.rows.some(({ caseId }) => caseId === row.caseId)).toBe(false)
    for (const view of ['accepted', 'merged', 'all']) {
      const list = await queue({ view, ...withheld })
      expect(list.total).toBe(list.rows.length)
      expect(list.rows.map(({ notificationId }) => notificationId)).not.toContain(given.accepted)
      expect(list.rows.map(({ notificationId }) => notificationId)).not.toContain(again)
    }
  })

  test('comes 25 a page, the newest first where that is asked for', async () => {
    await intake.test.look`
      insert into intake.notifications
      select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'received_on', '2026-03-01',
        'national_told_on', '2026-03-01', 'national_told_from', '2026-03-01'))).*
      from intake.notifications n, generate_series(1, 30) where n.id = ${given.fresh}`
    const all = (await queue()).total
    expect(all).toBeGreaterThan(35)
    const pages = await Promise.all([1, 2, 3].map((page) => queue({ sort: 'newest', page })))
    expect(pages.map(({ rows }) => rows.length)).toEqual([25, all - 25, 0])
    const days = pages.flatMap(({ rows }) => rows.map(({ receivedOn }) => receivedOn))
    expect(days).toEqual(days.toSorted().reverse())
    const ids = pages.flatMap(({ rows }) => rows.map(({ notificationId }) => notificationId))
    expect(new Set(ids).size).toBe(all)
    expect(NotificationId.safeParse(ids[0]).success).toBe(true)
  })
})
