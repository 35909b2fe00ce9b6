import { type AreaId, addDays, addMonths, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAcceptedReturn,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenListing,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { CaseView } from './case-view.ts'
import { viewCounts, worklistPage } from './worklist-store.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
})

const list = async (view: CaseView = 'all', sort?: 'most-overdue' | 'newest') =>
  (await given.as(coordinator)).case.list({ areaId: area, view, page: 1, ...(sort && { sort }) })

describe('what is due next on a case', () => {
  test('follows the stages from the agencies to the panel, each by its date', async () => {
    const { caseId } = await givenCase(given, area, { diedOn: '2025-11-30', receivedOn: '2025-12-01' })
    const next = async () => (await list()).rows[0]
    const meetingDue = addMonths(PlainDate.parse('2025-11-30'), 3)
    expect(meetingDue).toBe('2026-02-28')
    expect(await next()).toMatchObject({
      requests: { sent: 0, returned: 0, overdue: 0, promisedOn: null },
      next: { what: 'review-meeting', dueOn: meetingDue },
    })

    await givenAcceptedReturn(given, coordinator, caseId)
    expect(await next()).toMatchObject({ requests: { sent: 1, returned: 1, overdue: 0 } })

    const decidedOn = given.clock.today()
    const call = await given.as(coordinator)
    await call.reviewMeeting.recordNotHeld({
      areaId: area,
      caseId,
      reason: 'died-abroad',
      decidedOn,
      key: newKey(),
    })
    expect(await next()).toMatchObject({ next: { what: 'panel', dueOn: addDays(decidedOn, 42) } })

    const heldOn = PlainDate.parse('2026-03-20')
    const meeting = await call.panelMeeting.arrange({ areaId: area, kind: 'standard', heldOn, key: newKey() })
    await call.case.listForPanel({
      areaId: area,
      caseId,
      ...meeting,
      summary: 'A child died.',
      goingOn,
      key: newKey(),
    })
    expect(await next()).toMatchObject({ next: { what: 'panel', dueOn: heldOn } })

    given.clock.set('2026-03-20T10:00:00.000Z')
    await givenAgreement(given, area, caseId, meeting.panelMeetingId)
    expect(await next()).toMatchObject({ state: 'reviewed', next: { what: 'none', dueOn: null } })
  })

  test('is the agency’s return while one is due before the meeting, until that agency has answered', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const agency = {
      areaId: area,
      key: newKey(),
      name: 'Police',
      kind: 'police' as const,
      email: 'p@p.example',
    }
    const { organisationId } = await call.organisation.add(agency)
    const { dueOn } = await call.informationRequest.send({
      areaId: area,
      caseId,
      organisationId,
      key: newKey(),
    })
    await givenAcceptedReturn(given, coordinator, caseId)
    expect((await list()).rows[0]).toMatchObject({
      requests: { sent: 2, returned: 1, overdue: 0 },
      next: { what: 'agency-return', dueOn },
    })
    given.clock.set(`${addDays(dueOn, 1)}T10:00:00.000Z`)
    expect((await list('overdue')).rows[0]).toMatchObject({ requests: { overdue: 1 } })
  })
})

describe('the worklist', () => {
  test('counts each view and shows just what it counts, most overdue first or newest first', async () => {
    const late = await givenCase(given, area, { diedOn: '2025-10-01', receivedOn: '2025-10-02' })
    given.clock.set('2026-03-02T11:00:00.000Z')
    const fresh = await givenCase(given, area)
    given.clock.set('2026-03-02T12:00:00.000Z')
    const listed = await givenCase(given, area)
    await givenListing(given, coordinator, listed.caseId)
    const { counts } = await list()
    expect(counts).toEqual({
      all: 3,
      mine: 0,
      unassigned: 3,
      'to-move': 3,
      waiting: 0,
      'unconfirmed-holds': 0,
      'caveats-to-review': 0,
      gathering: 2,
      'awaiting-agencies': 0,
      overdue: 1,
      'not-told': 3,
      'ready-for-panel': 0,
      listed: 1,
      reviewed: 0,
      closed: 0,
    })
    for (const view of CaseView.options) {
      const shown = await list(view)
      expect(shown.rows).toHaveLength(counts[view])
      expect(shown.total).toBe(counts[view])
    }
    const order = async (sort?: 'newest') => (await list('all', sort)).rows.map(({ caseId }) => caseId)
    expect(await order()).toEqual([late.caseId, listed.caseId, fresh.caseId])
    expect(await order('newest')).toEqual([listed.caseId, fresh.caseId, late.caseId])
  })

  test('keeps what can be moved today apart from what waits for others, until the day that is theirs has passed', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const views = async () => {
      const { counts } = await list()
      return [counts['to-move'], counts.waiting, counts['unconfirmed-holds']]
    }
    const toldAll = () => given.test.look`update case_review.cases set not_told = 0 where case_id = ${caseId}`
    const { organisationId } = await call.organisation.add({
      areaId: area,
      key: newKey(),
      name: 'Police',
      kind: 'police',
      email: 'p@p.example',
    })
    await toldAll()
    expect(await views()).toEqual([1, 0, 0])
    const asked = { areaId: area, caseId, organisationId, key: newKey() }
    const { dueOn } = await call.informationRequest.send(asked)
    expect(await views()).toEqual([0, 1, 0])
    await given.test.look`update case_review.cases set not_told = 1 where case_id = ${caseId}`
    expect(await views()).toEqual([1, 0, 0])
    await toldAll()
    await call.hold.record({
      areaId: area,
      caseId,
      key: newKey(),
      reason: 'post-mortem',
      stages: ['review-meeting', 'panel'],
      from: PlainDate.parse('2026-02-20'),
      contact: 'An invented pathologist',
      confirmedOn: PlainDate.parse('2026-03-01'),
      nextCheckOn: PlainDate.parse('2026-03-10'),
    })
    for (const [day, expected] of [
      ['2026-03-09', [0, 1, 0]],
      ['2026-03-10', [1, 0, 0]],
      ['2026-03-11', [1, 0, 1]],
    ] as const) {
      given.clock.set(`${day}T10:00:00.000Z`)
      expect(await views()).toEqual(expected)
    }
    const [hold] = (await call.hold.list({ areaId: area, caseId })).holds
    if (hold === undefined) throw new Error('the hold was recorded')
    const on = PlainDate.parse('2026-03-11')
    await call.hold.end({ areaId: area, caseId, holdId: hold.holdId, version: 1, key: newKey(), until: on })
    expect(await views()).toEqual([0, 1, 0])
    given.clock.set(`${addDays(dueOn, 1)}T10:00:00.000Z`)
    expect(await views()).toEqual([1, 0, 0])
  })

  test('shows 25 cases a page and audits each one shown', async () => {
    for (let made = 0; made < 27; made += 1) await givenCase(given, area)
    const call = await given.as(coordinator)
    const pages = [1, 2, 3].map((page) => call.case.list({ areaId: area, view: 'all', page }))
    const [first, second, third] = await Promise.all(pages)
    expect([first, second, third].map((page) => page?.rows.length)).toEqual([25, 2, 0])
    const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ caseId }) => caseId)
    expect(new Set(ids).size).toBe(27)
    const audited = await given.test.look`
      select from case_review.audit_entries
      where area_id = ${area} and entry->>'action' = 'case.list' and entry->'object'->>'kind' = 'case'
    `
    expect(audited).toHaveLength(27)
  })

  test('finds its page by an index, as the service’s own role and behind its walls', async () => {
    await given.test.look`
      insert into case_review.cases (area_id, case_id, reference, died_on, received_on, age_band, sex, expectedness,
        place_of_death, local_authority, state, next_what, next_due_on, opened_at, not_told)
      select ${area}, gen_random_uuid(), 'bulk-' || n, '2026-01-01', '2026-01-02', '1-4y', 'female', 'expected', 'home',
        'E08000035', 'gathering', 'review-meeting', date '2026-01-01' + (n % 400), '2026-01-02', 7
      from generate_series(1, 4000) n
    `
    await given.test.look`analyze case_review.cases`
    const viewer = { areaId: area, personId: coordinator.personId, today: given.clock.today() }
    for (const [view, sort, index] of [
      ['all', 'most-overdue', 'cases_by_urgency'],
      ['overdue', 'most-overdue', 'cases_by_urgency'],
      ['listed', 'most-overdue', 'cases_by_state'],
      ['all', 'newest', 'cases_by_arrival'],
    ] as const) {
      const plan = await given.parts.database.transaction(coordinator, async (tx) => {
        const rows = await tx`explain ${worklistPage(tx, viewer, { view, owner: null, sort, page: 1 })}`
        return rows.map((row) => Object.values(row).join()).join('\n')
      })
      expect(plan).toContain(index)
      expect(plan).not.toContain('Seq Scan on cases')
    }
    const counts = await given.parts.database.transaction(coordinator, (tx) => viewCounts(tx, viewer, null))
    expect(counts.all).toBe(4000)
  })
})
