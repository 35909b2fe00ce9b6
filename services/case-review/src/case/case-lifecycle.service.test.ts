import { type AreaId, CaseState, nextStates, type Person, PlainDate } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenEverybodyTold,
  givenListing,
  givenReading,
  givenReturn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let chair: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
})

const eventsAbout = async (caseId: string) =>
  (
    await given.test.look<{ type: string }[]>`
      select type from case_review.events where subject = ${caseId} order by version
    `
  ).map(({ type }) => type)

describe('a case from acceptance to closing', () => {
  test('takes each step once, tells the others, and ends closed', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const open = async () => (await call.case.open({ areaId: area, caseId, fieldClasses: [] })).case
    expect(await open()).toMatchObject({
      reference,
      state: 'gathering',
      version: 1,
      meeting: null,
      listing: null,
    })

    await givenReturn(given, coordinator, caseId)
    await givenEverybodyTold(given, coordinator, caseId)
    const { panelMeetingId } = await givenReading(given, coordinator, caseId)
    expect(await open()).toMatchObject({
      state: 'listed',
      meeting: { reason: 'died-abroad', note: null },
      listing: { panelMeetingId, heldOn: '2026-03-02' },
    })

    const pack = await (await given.as(chair)).pack.open({ areaId: area, caseId })
    expect(pack.pack).toMatchObject({ reference, monthOfDeath: '2026-02', summary: 'A child died at home.' })
    expect(pack.pack.returns).toMatchObject([{ organisationKind: 'hospital' }])
    expect(pack.pack.returns[0]?.answers.length).toBeGreaterThan(3)
    for (const telling of ['2026-02-10', 'Invented', 'trust.example']) {
      expect(JSON.stringify(pack.pack)).not.toContain(telling)
    }

    await givenAgreement(given, area, caseId, panelMeetingId)
    expect(await open()).toMatchObject({ state: 'reviewed', reviewedOn: '2026-03-02' })
    await givenAgreement(given, area, caseId, panelMeetingId, 2)
    expect(await open()).toMatchObject({ state: 'reviewed' })

    const submitted = PlainDate.parse('2026-03-02')
    const closing = { areaId: area, caseId, nationalSubmissionOn: submitted, key: newKey() }
    await call.case.close(closing)
    await call.case.close(closing)
    const closed = await open()
    expect(closed).toMatchObject({ state: 'closed', nationalSubmissionOn: '2026-03-02' })
    expect(new Set(closed.tasks.map(({ status }) => status))).toEqual(new Set(['completed']))
    expect(closed.timeline.map(({ what }) => what)).toEqual([
      'closed',
      'reviewed',
      'listed',
      'review-meeting-not-held',
      'information-request-returned',
      'information-request-sent',
      'confirmed',
      'case-opened',
      'notified',
      'died',
    ])
    expect(await eventsAbout(caseId)).toEqual([
      'case.opened.v1',
      'information-request.sent.v1',
      'information-request.returned.v1',
      'review-meeting.not-held.v1',
      'case.listed.v1',
      'case.reviewed.v1',
      'case.closed.v1',
    ])
    await expect((await given.as(chair)).pack.open({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'not-found',
    })
    const seenOnAgenda = async (person: Person) =>
      (await (await given.as(person)).panelMeeting.list({ areaId: area })).rows.map(({ cases }) => cases)
    expect(await seenOnAgenda(chair)).toEqual([0])
    expect(await seenOnAgenda(coordinator)).toEqual([1])
  })

  test('a step out of turn is refused and leaves nothing behind', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const { panelMeetingId } = await call.panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn: given.clock.today(),
      key: newKey(),
    })
    const early = { message: 'not-allowed-in-this-state' }
    const listing = { areaId: area, caseId, panelMeetingId, summary: 'A child died.', key: newKey() }
    await expect(call.case.listForPanel(listing)).rejects.toMatchObject(early)
    const nationalSubmissionOn = given.clock.today()
    await expect(
      call.case.close({ areaId: area, caseId, nationalSubmissionOn, key: newKey() }),
    ).rejects.toMatchObject(early)
    await expect(givenAgreement(given, area, caseId, panelMeetingId)).rejects.toMatchObject(early)
    expect(await eventsAbout(caseId)).toEqual(['case.opened.v1'])
    expect(await given.test.look`select from case_review.listings where case_id = ${caseId}`).toHaveLength(0)
  })

  test('the review meeting’s decision needs a reason that says something, and a date that can be', async () => {
    const { caseId } = await givenCase(given, area)
    const { reviewMeeting } = await given.as(coordinator)
    const record = (decidedOn: string, more: { reason?: 'other'; note?: string } = {}) =>
      reviewMeeting.recordNotHeld({
        areaId: area,
        caseId,
        reason: 'died-abroad',
        decidedOn: PlainDate.parse(decidedOn),
        key: newKey(),
        ...more,
      })
    await expect(record('2026-03-03')).rejects.toMatchObject({ message: 'date-in-future' })
    await expect(record('2026-02-09')).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await expect(record('2026-03-01', { reason: 'other' })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
    await record('2026-03-01', { reason: 'other', note: 'Zephyrwood was written here' })
    await expect(record('2026-03-01')).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    const opened = await (await given.as(coordinator)).case.open({ areaId: area, caseId, fieldClasses: [] })
    expect(opened.case.meeting?.note).toBe('Zephyrwood was written here')
    const [row] = await given.test.look<{ note: Buffer }[]>`
      select note from case_review.review_meetings_not_held where case_id = ${caseId}
    `
    expect(row?.note.toString('latin1')).not.toContain('Zephyrwood')
  })

  test('the submission to the national database is neither in the future nor before the review', async () => {
    const { caseId } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    const call = await given.as(coordinator)
    const close = (on: string) =>
      call.case.close({ areaId: area, caseId, nationalSubmissionOn: PlainDate.parse(on), key: newKey() })
    await expect(close('2026-03-03')).rejects.toMatchObject({ message: 'date-in-future' })
    await expect(close('2026-03-01')).rejects.toMatchObject({ message: 'dates-out-of-order' })
    const without = { areaId: area, caseId, nationalSubmissionOn: null, key: newKey() }
    await expect(call.case.close(without)).rejects.toMatchObject({ message: 'national-day-missing' })
  })

  test('the database takes exactly the steps of the rule, and no other', async () => {
    const { caseId } = await givenCase(given, area)
    const taking = (from: CaseState, to: CaseState) => {
      // What was handed over comes back only while it is coming.
      const arriving = from === 'transferred' ? "'0190e000-0000-7000-8000-000000000001'" : 'null'
      // A finished review begins again with what was finished kept beside it, and goes on as one.
      const goesOn = from === 'reopened' || (from === 'deferred' && to === 'reopened')
      const put = (state: CaseState) => {
        const again = goesOn || state === 'reopened'
        const finished = again && state !== 'submitted' && state !== 'closed' ? 'null' : "'2026-03-02'"
        return `
        update case_review.cases set state = '${state}', arriving_by = ${state === from ? arriving : 'null'},
          reopenings = ${again ? 1 : 0}, first_reviewed_on = ${again ? "'2026-03-02'" : 'null'},
          reviewed_on = ${finished}, national_submission_on = ${finished},
          closed_at = ${state === 'closed' ? "'2026-03-02T10:00:00Z'" : 'null'},
          error_reported_at = ${state === 'reported-in-error' ? "'2026-03-02T10:00:00Z'" : 'null'},
          error_reason = ${state === 'reported-in-error' ? "'child-is-alive'" : 'null'}
        where case_id = '${caseId}';`
      }
      const kept = `
        insert into case_review.reopenings select area_id, case_id, 1, 'other', '', '2026-03-02', case_id, opened_at, null,
          '2026-03-02', reviewed_at, national_submission_on, closed_at, closed_by
        from case_review.cases where case_id = '${caseId}';`
      return given.test.look
        .unsafe(`do $$ begin
          set local session_replication_role = replica; ${put(from)} ${kept}
          set local session_replication_role = origin; ${put(to)}
          raise exception 'taken';
        end $$`)
        .then(
          () => '',
          (thrown: unknown) => (thrown instanceof Error ? thrown.message : ''),
        )
    }
    const steps = CaseState.options.filter((state) => state !== 'duplicate-merged')
    for (const from of steps) {
      for (const to of CaseState.options.filter((state) => state !== from)) {
        // At once only without a day, of a case the national database is never told of: those of before April 2019.
        const atOnce = from === 'reviewed' && to === 'closed'
        const wanted =
          nextStates[from].includes(to) && !atOnce ? 'taken' : `a case does not go from ${from} to ${to}`
        expect(await taking(from, to)).toBe(wanted)
      }
    }
  })
})

describe('opening a case', () => {
  test('gives a pass for what was asked for and is allowed, for this person and request only', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const opened = await call.case.open({ areaId: area, caseId, fieldClasses: ['identity', 'analysis'] })
    const pass = await acceptPass(given.rings.intake, coordinator, opened.pass ?? '')
    expect(pass).toMatchObject({ caseIds: [caseId], fieldClasses: ['identity'] })
    await expect(acceptPass(given.rings.intake, chair, opened.pass ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
    expect((await call.case.open({ areaId: area, caseId, fieldClasses: [] })).pass).toBeNull()
    const audited = await given.test.look`
      select from case_review.audit_entries
      where entry->>'action' = 'case.open' and entry->'object'->>'id' = ${caseId}
    `
    expect(audited).toHaveLength(2)
  })

  test('another area cannot learn that the case exists, by any procedure', async () => {
    const { caseId } = await givenCase(given, area)
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    const theirs = newArea()
    const stranger = await given.as(personIn(theirs, 'coordinator', 'panel-member', 'chair'))
    for (const areaId of [area, theirs]) {
      const key = newKey()
      const on = given.clock.today()
      const attempts = [
        () => stranger.case.open({ areaId, caseId, fieldClasses: [] }),
        () => stranger.pack.open({ areaId, caseId }),
        () => stranger.conflict.declare({ areaId, caseId, key }),
        () => stranger.informationRequest.read({ areaId, informationRequestId }),
        () => stranger.informationRequest.list({ areaId, caseId }),
        () => stranger.panelMeeting.read({ areaId, panelMeetingId }),
        () => stranger.panelMeeting.deliberation({ areaId, caseId }),
        () => stranger.case.close({ areaId, caseId, nationalSubmissionOn: on, key }),
        () => stranger.case.listForPanel({ areaId, caseId, panelMeetingId, summary: 'A child died.', key }),
        () =>
          stranger.reviewMeeting.recordNotHeld({ areaId, caseId, reason: 'died-abroad', decidedOn: on, key }),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ message: 'not-found' })
    }
    const listed = await stranger.case.list({ areaId: theirs, view: 'all', page: 1 })
    expect(listed).toMatchObject({ rows: [], total: 0 })
  })

  test.each(['analyst', 'administrator', 'panel-member'] as const)(
    'a %s has no permission for it',
    async (role) => {
      const { caseId } = await givenCase(given, area)
      const call = await given.as(personIn(area, role))
      await expect(call.case.open({ areaId: area, caseId, fieldClasses: [] })).rejects.toMatchObject({
        message: 'forbidden',
      })
    },
  )
})
