import { type AreaId, type CaseId, type PanelAgency, type Person, PlainDate, usualQuorum } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { GoingOn } from '../ready-gate/pass-gate.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReading,
  givenReleasedPack,
  givenReturn,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME } from '../testing-intake.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let chair: Person
let caseId: CaseId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
  ;({ caseId } = await givenCase(given, area))
})

const sevenAgencies: readonly PanelAgency[] = [
  'public-health',
  'health',
  'health',
  'police',
  'social-care',
  'education',
  'lay',
]

/** Lists a case, and has seven members attend among whom one is from the police. */
async function givenFullPanel() {
  const { panelMeetingId } = await givenReading(given, coordinator, caseId)
  const members = sevenAgencies.map((agency) => ({ agency, person: personIn(area, 'panel-member') }))
  const attendance = {
    areaId: area,
    panelMeetingId,
    present: members.map(({ agency, person }) => ({
      agency,
      personId: person.personId,
      attendedAs: 'primary' as const,
    })),
    panel: [...members.map(({ agency }) => agency), 'education' as const, 'other' as const],
    key: newKey(),
  }
  const call = await given.as(coordinator)
  await call.panelMeeting.recordAttendance(attendance)
  await call.panelMeeting.recordAttendance(attendance)
  const police = members.find(({ agency }) => agency === 'police')?.person
  if (police === undefined) throw new Error('no police on the panel')
  return { panelMeetingId, police }
}

describe('a panel meeting', () => {
  test('is arranged once however often it is clicked, and listed newest first', async () => {
    const { panelMeeting } = await given.as(coordinator)
    const first = {
      areaId: area,
      kind: 'standard' as const,
      heldOn: PlainDate.parse('2026-04-01'),
      key: newKey(),
    }
    const { panelMeetingId } = await panelMeeting.arrange(first)
    expect(await panelMeeting.arrange(first)).toEqual({ panelMeetingId })
    await panelMeeting.arrange({ ...first, heldOn: PlainDate.parse('2026-05-01'), key: newKey() })
    const { rows } = await panelMeeting.list({ areaId: area })
    expect(rows.map(({ heldOn, cases }) => [heldOn, cases])).toEqual([
      ['2026-05-01', 0],
      ['2026-04-01', 0],
    ])
    await expect(
      panelMeeting.arrange({ ...first, heldOn: PlainDate.parse('2026-06-01') }),
    ).rejects.toMatchObject({ message: 'key-reused' })
  })

  test('has nobody present before its day, and nobody twice', async () => {
    const { panelMeeting } = await given.as(coordinator)
    const heldOn = PlainDate.parse('2026-03-03')
    const { panelMeetingId } = await panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn,
      key: newKey(),
    })
    const someone = {
      personId: chair.personId,
      agency: 'public-health' as const,
      attendedAs: 'primary' as const,
    }
    const record = (present: (typeof someone)[]) =>
      panelMeeting.recordAttendance({
        areaId: area,
        panelMeetingId,
        present,
        panel: ['public-health', 'lay'],
        key: newKey(),
      })
    await expect(record([someone])).rejects.toMatchObject({ message: 'date-in-future' })
    given.clock.addDays(1)
    await expect(record([someone, someone])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await record([someone])
    expect((await panelMeeting.read({ areaId: area, panelMeetingId })).attendance).toEqual([someone])
  })
})

describe('what is known of a meeting afterwards', () => {
  const arranged = async (heldOn: string) =>
    (await given.as(coordinator)).panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn: PlainDate.parse(heldOn),
      key: newKey(),
    })
  const figures = async (year: string, who = chair) =>
    (await given.as(who)).panelMeeting.attendanceFigures({ areaId: area, year })

  test('is how each agency came over a year, also once somebody has left the panel; other years are apart', async () => {
    const { panelMeeting } = await given.as(coordinator)
    const came = { personId: chair.personId, agency: 'police' as const }
    const record = async (heldOn: string, attendedAs: 'primary' | 'deputy') => {
      const { panelMeetingId } = await arranged(heldOn)
      const panel: PanelAgency[] = ['police', 'health', 'health']
      const present = [{ ...came, attendedAs }]
      await panelMeeting.recordAttendance({ areaId: area, panelMeetingId, present, panel, key: newKey() })
      return panelMeetingId
    }
    const meetingId = await record('2026-02-20', 'primary')
    await record('2026-02-21', 'deputy')
    await record('2025-03-31', 'deputy')
    await arranged('2026-02-22')
    expect(await figures('2025-26')).toEqual({
      all: { meetings: 4, primary: 1, deputy: 1, notRepresented: 2 },
      agencies: [
        { agency: 'health', meetings: 2, primary: 0, deputy: 0, notRepresented: 2 },
        { agency: 'police', meetings: 2, primary: 1, deputy: 1, notRepresented: 0 },
      ],
      notSaid: 0,
    })
    expect((await figures('2024-25')).all).toMatchObject({ meetings: 2, deputy: 1 })
    await given.test
      .look`update case_review.attendances set attended_as = null where panel_meeting_id = ${meetingId}`
    expect(await figures('2025-26')).toMatchObject({ all: { meetings: 2 }, notSaid: 1 })
    await expect(figures('2025-26', personIn(area, 'panel-member'))).rejects.toMatchObject({
      message: 'forbidden',
    })
    await expect(figures('2025-26', personIn(newArea(), 'chair'))).rejects.toMatchObject({
      message: 'not-found',
    })
  })

  test('is that it ended with a pause, by whoever said so first; not before its day', async () => {
    const { panelMeetingId } = await arranged('2026-03-03')
    const pause = async (who: Person) =>
      (await given.as(who)).panelMeeting.recordPause({ areaId: area, panelMeetingId, key: newKey() })
    const read = async () => (await given.as(coordinator)).panelMeeting.read({ areaId: area, panelMeetingId })
    await expect(pause(chair)).rejects.toMatchObject({ message: 'date-in-future' })
    expect((await read()).pause).toBeNull()
    given.clock.addDays(1)
    await Promise.all([pause(chair), pause(chair)])
    await pause(coordinator)
    expect((await read()).pause?.recordedBy).toBe(chair.personId)
    for (const [who, message] of [
      [personIn(area, 'panel-member'), 'forbidden'],
      [personIn(newArea(), 'chair'), 'not-found'],
    ] as const) {
      await expect(pause(who)).rejects.toMatchObject({ message })
    }
  })
})

describe('listing a case for the panel', () => {
  test('is refused while the summary says who the child was, naming the kind and not the name', async () => {
    const call = await given.as(coordinator)
    const { panelMeetingId } = await givenMeetingAfterDecision()
    const listing = { areaId: area, caseId, panelMeetingId, goingOn, key: newKey() }
    const named = call.case.listForPanel({ ...listing, summary: `${FAMILY_NAME} died at home.` })
    await expect(named).rejects.toMatchObject({
      message: 'identifiers-in-summary',
      cause: { fields: ['name'] },
    })
    expect((await call.case.open({ areaId: area, caseId, fieldClasses: [] })).case.listing).toBeNull()
    const right = { ...listing, key: newKey(), summary: 'The child died at home.' }
    await call.case.listForPanel(right)
    await call.case.listForPanel(right)
    expect((await call.panelMeeting.read({ areaId: area, panelMeetingId })).agenda).toMatchObject([
      { caseId, monthOfDeath: '2026-02', quorum: { quorate: false, counted: 0 } },
    ])
    const [row] = await given.test.look<{ summary: Buffer }[]>`
      select summary from case_review.listings where case_id = ${caseId}
    `
    expect(row?.summary.toString('latin1')).not.toContain('died at home')
  })

  test('is refused for a meeting before the death, and for one that is not there', async () => {
    const call = await given.as(coordinator)
    await givenMeetingAfterDecision()
    const heldOn = PlainDate.parse('2026-02-09')
    const early = await call.panelMeeting.arrange({ areaId: area, kind: 'standard', heldOn, key: newKey() })
    const listing = { areaId: area, caseId, summary: 'The child died.', goingOn }
    await expect(call.case.listForPanel({ ...listing, ...early, key: newKey() })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
    const elsewhere = newArea()
    const other = await given.as(personIn(elsewhere, 'coordinator'))
    const theirs = await other.panelMeeting.arrange({
      areaId: elsewhere,
      kind: 'standard',
      heldOn,
      key: newKey(),
    })
    await expect(call.case.listForPanel({ ...listing, ...theirs, key: newKey() })).rejects.toMatchObject({
      message: 'not-found',
    })
  })

  async function givenMeetingAfterDecision() {
    const call = await given.as(coordinator)
    const today = given.clock.today()
    await call.reviewMeeting.recordNotHeld({
      areaId: area,
      caseId,
      reason: 'died-abroad',
      decidedOn: today,
      key: newKey(),
    })
    return call.panelMeeting.arrange({ areaId: area, kind: 'standard', heldOn: today, key: newKey() })
  }
})

describe('a declared conflict', () => {
  test('takes the case from its declarer at once, from agenda, counts and pack, and from nobody else', async () => {
    const { panelMeetingId, police } = await givenFullPanel()
    const member = await given.as(police)
    expect((await member.pack.open({ areaId: area, caseId })).pack.summary).toBeTruthy()
    expect((await member.panelMeeting.list({ areaId: area })).rows).toMatchObject([{ cases: 1 }])

    const declaring = { areaId: area, caseId, key: newKey() }
    await member.conflict.declare(declaring)
    await member.conflict.declare(declaring)
    await expect(member.pack.open({ areaId: area, caseId })).rejects.toMatchObject({ message: 'not-found' })
    await expect(member.conflict.declare({ ...declaring, key: newKey() })).rejects.toMatchObject({
      message: 'not-found',
    })
    expect((await member.panelMeeting.read({ areaId: area, panelMeetingId })).agenda).toEqual([])
    expect((await member.panelMeeting.list({ areaId: area })).rows).toMatchObject([{ cases: 0 }])
    const other = await given.as(personIn(area, 'panel-member'))
    expect((await other.panelMeeting.list({ areaId: area })).rows).toMatchObject([{ cases: 1 }])
    expect((await other.pack.open({ areaId: area, caseId })).pack.summary).toBeTruthy()
  })

  test('takes it from a coordinator on the panel too: rows, counts and the case itself', async () => {
    await givenListing(given, coordinator, caseId)
    const both = personIn(area, 'coordinator', 'panel-member')
    const call = await given.as(both)
    const { informationRequestId } = await givenReturn(given, both, caseId)
    expect((await call.case.list({ areaId: area, view: 'listed', page: 1 })).total).toBe(1)
    await call.conflict.declare({ areaId: area, caseId, key: newKey() })
    const after = await call.case.list({ areaId: area, view: 'listed', page: 1 })
    expect(after.rows).toEqual([])
    expect(new Set(Object.values(after.counts))).toEqual(new Set([0]))
    const attempts = [
      () => call.case.open({ areaId: area, caseId, fieldClasses: ['identity'] }),
      () => call.informationRequest.list({ areaId: area, caseId }),
      () => call.informationRequest.read({ areaId: area, informationRequestId }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ message: 'not-found' })
  })

  test('of the police member leaves that item without quorum, although the meeting has one', async () => {
    const { panelMeetingId, police } = await givenFullPanel()
    const conflicted = caseId
    given.clock.set('2026-03-02T10:30:00.000Z')
    ;({ caseId } = await givenCase(given, area))
    const call = await given.as(coordinator)
    const today = given.clock.today()
    const decision = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: today, key: newKey() }
    await call.reviewMeeting.recordNotHeld(decision)
    await call.case.listForPanel({
      areaId: area,
      caseId,
      panelMeetingId,
      summary: 'A child died.',
      goingOn,
      key: newKey(),
    })
    await (await given.as(police)).conflict.declare({ areaId: area, caseId: conflicted, key: newKey() })
    await givenReleasedPack(given, area, panelMeetingId)

    const { agenda } = await call.panelMeeting.read({ areaId: area, panelMeetingId })
    expect(agenda.map((item) => [item.caseId, item.quorum])).toEqual([
      [conflicted, { quorate: false, counted: 6, more: 0, missing: [['police']] }],
      [caseId, { quorate: true, counted: 7, more: 0, missing: [] }],
    ])
    const chairing = await given.as(chair)
    expect(await chairing.panelMeeting.deliberation({ areaId: area, caseId: conflicted })).toEqual({
      panelMeetingId,
      heldOn: '2026-03-02',
      firstReviewedOn: null,
      familyQuestionsOpen: 0,
      quorate: false,
      counted: 6,
      more: 0,
      missing: [['police']],
      kind: 'standard',
      quorumRule: { rule: usualQuorum.standard, validFrom: null },
    })
    expect(await chairing.panelMeeting.deliberation({ areaId: area, caseId })).toMatchObject({
      quorate: true,
    })
  })

  test('of the chair ends the deliberation for the chair', async () => {
    await givenFullPanel()
    const chairing = await given.as(chair)
    await chairing.conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(chairing.panelMeeting.deliberation({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'not-found',
    })
  })
})

describe('the pass of a pack', () => {
  test('leads the chair to the analysis and a member to the pack alone', async () => {
    await givenReading(given, coordinator, caseId)
    const member = personIn(area, 'panel-member')
    const classesFor = async (person: Person) => {
      const { pass } = await (await given.as(person)).pack.open({ areaId: area, caseId })
      return (await acceptPass(given.rings['factor-analysis'], person, pass)).fieldClasses
    }
    expect(await classesFor(chair)).toEqual(['pack', 'analysis'])
    expect(await classesFor(member)).toEqual(['pack'])
  })

  test('is not to be had before the case is listed', async () => {
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.pack.open({ areaId: area, caseId })).rejects.toMatchObject({ message: 'not-found' })
  })
})

describe('what a case has before a panel', () => {
  test('keeps it from the agenda until a reason is given for everything it lacks, and the reasons stay', async () => {
    const call = await given.as(coordinator)
    const place = { areaId: area, caseId }
    const decided = { ...place, reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    expect(await lacking()).toEqual(['review-stage-ended', 'agencies-asked'])
    await call.reviewMeeting.recordNotHeld({ ...decided, key: newKey() })
    await givenReturn(given, coordinator, caseId)
    expect(await lacking()).toEqual(['returns-accepted', 'supplementary-forms'])
    const heldOn = given.clock.today()
    const meeting = await call.panelMeeting.arrange({ areaId: area, kind: 'standard', heldOn, key: newKey() })
    const listing = { ...place, ...meeting, summary: 'A child died.', key: newKey() }
    const forms = { item: 'supplementary-forms' as const, reason: 'cannot-be-had' as const }
    const other: GoingOn = [{ item: 'agencies-asked', reason: 'does-not-apply' }, forms]
    const refused = (goingOn: typeof other, fields: string[]) =>
      expect(call.case.listForPanel({ ...listing, goingOn, key: newKey() })).rejects.toMatchObject({
        message: 'not-ready-for-panel',
        cause: { fields },
      })
    await refused([], ['returns-accepted', 'supplementary-forms'])
    await refused(other, ['returns-accepted'])
    expect((await call.case.readyGate(place)).passed).toEqual([])
    const listed = { ...listing, goingOn: [...other, { item: 'returns-accepted' as const, reason }] }
    await call.case.listForPanel(listed)
    await call.case.listForPanel(listed)
    expect((await call.case.readyGate(place)).passed).toEqual([
      {
        item: 'returns-accepted',
        reason,
        lacking: 1,
        passedBy: coordinator.personId,
        listedAt: given.clock.now(),
      },
      { ...forms, lacking: 2, passedBy: coordinator.personId, listedAt: given.clock.now() },
    ])
    const [kept] = await given.test.look<{ actions: number }[]>`
      select count(*)::int as actions from case_review.audit_entries
      where area_id = ${area} and entry ->> 'action' = 'case.list-for-panel-without'
    `
    expect(kept?.actions).toBe(1)
  })

  test('is nothing a reason makes good while the death and the child are not confirmed', async () => {
    ;({ caseId } = await givenCase(given, area, { confirmed: false }))
    await expect(givenListing(given, coordinator, caseId)).rejects.toMatchObject({ message: 'not-confirmed' })
  })

  test('is told to the coordinators of its area alone, and not to somebody in conflict', async () => {
    const place = { areaId: area, caseId }
    const elsewhere = await given.as(personIn(newArea(), 'coordinator'))
    await expect(elsewhere.case.readyGate(place)).rejects.toMatchObject({ message: 'not-found' })
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.case.readyGate(place)).rejects.toMatchObject({ message: 'forbidden' })
    await givenListing(given, coordinator, caseId)
    const both = personIn(area, 'coordinator', 'panel-member')
    await (await given.as(both)).conflict.declare({ ...place, key: newKey() })
    await expect((await given.as(both)).case.readyGate(place)).rejects.toMatchObject({ message: 'not-found' })
  })

  const reason = 'comes-before-the-meeting' as const
  const lacking = async () =>
    (await (await given.as(coordinator)).case.readyGate({ areaId: area, caseId })).findings
      .filter((one) => one.lacking > 0)
      .map(({ item }) => item)
})
