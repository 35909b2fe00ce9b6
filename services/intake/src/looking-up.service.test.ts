import { plansOf } from '@cdop/database/testing'
import { CaseId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QueueFilter } from './notification/queue-view.ts'
import { calling, type GivenIntake, givenIntake } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

/** Twenty areas' years of work, so that the planner has something to choose by. */
beforeAll(async () => {
  const { look } = intake.test
  const areas = [intake.mine.areaId, ...Array.from({ length: 19 }, () => crypto.randomUUID())]
  await look`
    insert into intake.cases (area_id, case_id, notification_id, reference, accepted_at)
    select area_id, gen_random_uuid(), gen_random_uuid(), 'filler ' || n, '2026-01-01'
    from unnest(${areas}::uuid[]) area_id, generate_series(1, 200) n`
  await look`
    insert into intake.children (area_id, case_id, identity, nhs_number_index, birth_date_and_sex_index)
    select area_id, case_id, '', sha256(case_id::text::bytea), sha256((area_id || reference)::bytea)
    from intake.cases where reference like 'filler %'`
  await look`
    insert into intake.notifications (area_id, id, state, version, door, received_on, form_version, answers, died_on,
      place_of_death, birth_date_and_sex_index, submitted_at, decided_at, died_by, known_by, known_from, received_from,
      notify_within_hours, scope_pending, incomplete, national_within_hours)
    select area_id, gen_random_uuid(), case when n % 50 = 0 then 'received' else 'out-of-scope' end, 1, 'coordinator',
      date '2020-01-01' + n, 'filler', '', '2020-01-01', 'home', '', '2026-01-01',
      case when n % 50 = 0 then null else timestamptz '2026-01-01' end, '2020-01-02', '2020-01-02', 'day-of-death',
      date '2020-01-01' + n, 48, false, false, 48
    from unnest(${areas}::uuid[]) area_id, generate_series(1, 200) n`
})

/** What the service really sends when somebody does this, each with its plan. */
const plans = (work: (call: ReturnType<typeof calling>) => Promise<unknown>) =>
  plansOf(intake.test, intake.coordinator, (database) =>
    work(calling(intake.coordinator, { ...intake.parts, database })),
  )

describe('before the database has counted its rows', () => {
  test('accepting holds the reviews of a notification against no notification of the area one by one', async () => {
    const { areaId } = intake.mine
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000158' } })
    await intake.settle(notificationId)
    const accepting = await plans((call) =>
      call.notification.accept({ areaId, notificationId, key: crypto.randomUUID(), version: 1 }),
    )
    expect(accepting.join()).toContain('duplicate_reviews')
    expect(accepting.join()).not.toMatch(/Join Filter:[^\n]*\bid = [a-z]+\.id\b/)
  })
})

describe('looking things up under row security', () => {
  beforeAll(async () => {
    const { look } = intake.test
    await look`analyze intake.cases`
    await look`analyze intake.children`
    await look`analyze intake.notifications`
  })

  const filled = /Seq Scan on (notifications|cases|children)/

  test('the queue, whole and narrowed, with its counts, looks at no row of another area', async () => {
    const { areaId } = intake.mine
    const asked = { areaId, page: 1, withheld: [CaseId.parse(crypto.randomUUID())] }
    const filter: QueueFilter = {
      waitingFor: ['scope', 'duplicate', 'answers'],
      doors: ['import'],
      received: ['late'],
      national: ['due', 'late'],
    }
    for (const chosen of [
      { view: 'to-decide' as const },
      { view: 'waiting' as const, filter },
      { view: 'all' as const, sort: 'newest' as const },
    ]) {
      const found = await plans((call) => call.notification.list({ ...asked, ...chosen }))
      const queue = found.filter((plan) => plan.includes('CTE undecided'))
      expect(queue).toHaveLength(2)
      for (const plan of queue) expect(plan).toContain('Index Cond: ((area_id')
      expect(found.join()).not.toMatch(filled)
    }
  })

  test('reading a notification, with the reviews of it, looks at no row of another area', async () => {
    const { areaId } = intake.mine
    const notificationId = await intake.submit()
    const reading = await plans((call) => call.notification.read({ areaId, notificationId }))
    expect(reading.join()).toContain('duplicate_reviews')
    expect(reading.join()).not.toMatch(filled)
  })

  test('accepting, and reading who a child is, look at no row of another area', async () => {
    const { areaId } = intake.mine
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000115' } })
    await intake.settle(notificationId)
    const key = crypto.randomUUID()
    const accepting = await plans((call) =>
      call.notification.accept({ areaId, notificationId, key, version: 1 }),
    )
    expect(accepting.join()).toContain('children_by_nhs_number')
    expect(accepting.join(), 'which record stands, worked out row by row').not.toMatch(
      /Filter:[^\n]*standing\(/,
    )
    expect(accepting.join()).not.toMatch(filled)

    const { caseId } = await intake.accept(await intake.submit({ child: { nhsNumber: '9990000131' } }))
    const pass = await intake.pass(intake.coordinator, [caseId])
    const reading = await plans((call) => call.identity.read({ areaId, caseIds: [caseId], pass }))
    expect(reading.join()).toContain('children')
    expect(reading.join()).not.toMatch(filled)
  })
})
