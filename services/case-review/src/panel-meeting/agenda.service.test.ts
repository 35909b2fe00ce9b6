import { type AreaId, type CaseId, type Person, PlainDate, PlainTime } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let areaId: AreaId
let coordinator: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  areaId = newArea()
  coordinator = personIn(areaId, 'coordinator')
})

const refused = (message: string) => ({ message })
const office = () => given.as(coordinator)

/** A meeting of today with so many cases, in the order they were listed. */
async function givenAgenda(cases: number) {
  const first = await givenCase(given, areaId)
  const { panelMeetingId } = await givenListing(given, coordinator, first.caseId)
  const listed = [first.caseId]
  for (let n = 1; n < cases; n += 1) {
    given.clock.set(`2026-03-02T1${n}:30:00.000Z`)
    const { caseId } = await givenCase(given, areaId)
    listed.push(caseId)
    await notHeld(caseId)
    await list(caseId, panelMeetingId)
  }
  return { panelMeetingId, listed }
}

type Meeting = Awaited<ReturnType<typeof givenAgenda>>['panelMeetingId']

async function notHeld(caseId: CaseId) {
  const decided = { reason: 'died-abroad' as const, decidedOn: given.clock.today() }
  await (await office()).reviewMeeting.recordNotHeld({ areaId, caseId, ...decided, key: newKey() })
}

async function list(caseId: CaseId, panelMeetingId: Meeting) {
  const listing = { areaId, caseId, panelMeetingId, summary: 'A child died.', goingOn }
  await (await office()).case.listForPanel({ ...listing, key: newKey() })
}

const read = async (panelMeetingId: Meeting, as = coordinator) =>
  (await given.as(as)).panelMeeting.read({ areaId, panelMeetingId })

describe('an agenda', () => {
  test('is ordered one place at a time and given minutes; a second click changes nothing, of two people the later is told', async () => {
    const { panelMeetingId, listed } = await givenAgenda(3)
    const [one, two, three] = listed
    if (one === undefined || two === undefined || three === undefined) throw new Error('three are listed')
    const call = await office()
    const before = await read(panelMeetingId)
    expect(before).toMatchObject({ startsAt: null, place: null, cancelled: null })
    expect(before.agenda.map(({ minutes }) => minutes)).toEqual([40, 40, 40])
    const of = { areaId, panelMeetingId }
    const up = {
      ...{ ...of, version: before.version, minutes: [{ caseId: one, minutes: 55 }] },
      ...{ move: { caseId: three, move: 'up' as const }, key: newKey() },
    }
    await call.panelMeeting.setAgenda(up)
    await call.panelMeeting.setAgenda(up)
    const { agenda } = await read(panelMeetingId)
    expect(agenda.map(({ caseId, minutes }) => [caseId, minutes])).toEqual([
      [one, 55],
      [three, 40],
      [two, 40],
    ])
    await expect(call.panelMeeting.setAgenda({ ...up, key: newKey() })).rejects.toMatchObject(
      refused('stale'),
    )
    const elsewhere = await givenAgenda(1)
    await expect(
      call.panelMeeting.setAgenda({
        ...up,
        ...elsewhere,
        ...of,
        key: newKey(),
        version: before.version + 1,
        minutes: [{ caseId: elsewhere.listed[0] ?? one, minutes: 5 }],
      }),
    ).rejects.toThrow()
  })

  test('is ordered by whoever arranges meetings of its area, around what they withdrew from and do not learn of', async () => {
    const { panelMeetingId, listed } = await givenAgenda(3)
    const [one, hidden, three] = listed
    if (one === undefined || hidden === undefined || three === undefined) throw new Error('three are listed')
    const both = personIn(areaId, 'coordinator', 'panel-member')
    const theirs = await given.as(both)
    await theirs.conflict.declare({ areaId, caseId: hidden, key: newKey() })
    const { version } = await read(panelMeetingId)
    const of = { areaId, panelMeetingId, version, minutes: [] }
    const move = (caseId: CaseId) => ({ ...of, move: { caseId, move: 'up' as const }, key: newKey() })
    await expect(theirs.panelMeeting.setAgenda(move(hidden))).rejects.toMatchObject(refused('not-found'))
    await theirs.panelMeeting.setAgenda(move(three))
    expect((await read(panelMeetingId)).agenda.map(({ caseId }) => caseId)).toEqual([three, one, hidden])
    const member = await given.as(personIn(areaId, 'panel-member'))
    await expect(member.panelMeeting.setAgenda(move(one))).rejects.toMatchObject(refused('forbidden'))
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    await expect(stranger.panelMeeting.setAgenda(move(one))).rejects.toMatchObject(refused('not-found'))
  })
})

describe('a planned meeting', () => {
  const on = (heldOn: string) => PlainDate.parse(heldOn)
  const times = { startsAt: PlainTime.parse('09:30'), endsAt: PlainTime.parse('12:00') }

  test('is moved with its cases and their clocks, and goes by the rule of what it now meets as', async () => {
    const { panelMeetingId, listed } = await givenAgenda(1)
    const call = await office()
    const { version } = await read(panelMeetingId)
    const change = {
      ...{ areaId, panelMeetingId, version, kind: 'neonatal' as const, heldOn: on('2026-03-10') },
      ...{ times, place: 'Room 4, Invented House', key: newKey() },
    }
    await expect(
      call.panelMeeting.change({ ...change, heldOn: on('2026-01-10'), key: newKey() }),
    ).rejects.toMatchObject({ message: 'dates-out-of-order', cause: { fields: ['heldOn'] } })
    await call.panelMeeting.change(change)
    await call.panelMeeting.change(change)
    const changed = await read(panelMeetingId)
    expect(changed).toMatchObject({ kind: 'neonatal', heldOn: '2026-03-10', ...times, place: change.place })
    expect(changed.quorumRule.rule.requiredAgencies).toContainEqual([
      'midwifery',
      'neonatology',
      'obstetrics',
    ])
    expect(changed.agenda).toMatchObject([{ caseId: listed[0], minutes: 25 }])
    const { rows } = await call.case.list({ areaId, view: 'listed', page: 1 })
    expect(rows).toMatchObject([{ next: { what: 'panel', dueOn: '2026-03-10' } }])
    const [kept] = await given.test.look<{ place: Buffer }[]>`
      select place from case_review.panel_meetings where panel_meeting_id = ${panelMeetingId}
    `
    expect(kept?.place.toString('latin1')).not.toContain('Invented House')
    await expect(call.panelMeeting.change({ ...change, key: newKey() })).rejects.toMatchObject(
      refused('stale'),
    )
  })

  test('is called off with a reason: its cases are as ready as they were, nobody reads them for it, and nothing comes on it', async () => {
    const { panelMeetingId, listed } = await givenAgenda(2)
    const [one, two] = listed
    if (one === undefined || two === undefined) throw new Error('two are listed')
    const call = await office()
    const { version } = await read(panelMeetingId)
    const cancel = { areaId, panelMeetingId, version, reason: 'no-chair' as const, key: newKey() }
    await call.panelMeeting.cancel(cancel)
    await call.panelMeeting.cancel(cancel)
    expect((await read(panelMeetingId)).cancelled).toMatchObject({ reason: 'no-chair' })
    expect((await call.panelMeeting.list({ areaId })).rows).toMatchObject([{ stage: 'cancelled' }])
    const open = async () => (await call.case.open({ areaId, caseId: one, fieldClasses: [] })).case
    expect(await open()).toMatchObject({ state: 'review-meeting-not-held' })
    const member = await given.as(personIn(areaId, 'panel-member'))
    await expect(member.pack.open({ areaId, caseId: one })).rejects.toMatchObject(refused('not-found'))
    await expect(list(one, panelMeetingId)).rejects.toMatchObject(refused('meeting-over'))
    const attended = { areaId, panelMeetingId, panel: ['health' as const], key: newKey() }
    const present = [
      { personId: coordinator.personId, agency: 'health' as const, attendedAs: 'primary' as const },
    ]
    await expect(call.panelMeeting.recordAttendance({ ...attended, present })).rejects.toMatchObject(
      refused('meeting-over'),
    )
    await expect(
      call.panelMeeting.cancel({ ...cancel, version: version + 1, key: newKey() }),
    ).rejects.toMatchObject(refused('meeting-over'))
    const heldOn = given.clock.today()
    const next = await call.panelMeeting.arrange({ areaId, kind: 'standard', heldOn, key: newKey() })
    await list(one, next.panelMeetingId)
    expect((await read(next.panelMeetingId)).agenda).toMatchObject([{ caseId: one }])
  })

  test('is neither called off nor moved to another day once who attended is recorded or a case was put back', async () => {
    const call = await office()
    const attended = await givenAgenda(1)
    const present = [
      { personId: coordinator.personId, agency: 'health' as const, attendedAs: 'primary' as const },
    ]
    await call.panelMeeting.recordAttendance({
      ...{
        areaId,
        panelMeetingId: attended.panelMeetingId,
        panel: ['health' as const],
        present,
        key: newKey(),
      },
    })
    const putBack = await givenAgenda(2)
    const questions = ['Was it heard?']
    const [caseId = attended.listed[0]] = putBack.listed
    if (caseId === undefined) throw new Error('it is listed')
    await call.panelMeeting.defer({
      ...{ areaId, caseId, panelMeetingId: putBack.panelMeetingId, questions, key: newKey() },
    })
    for (const { panelMeetingId } of [attended, putBack]) {
      const { version } = await read(panelMeetingId)
      const of = { areaId, panelMeetingId, version }
      await expect(
        call.panelMeeting.cancel({ ...of, reason: 'not-quorate', key: newKey() }),
      ).rejects.toMatchObject(refused('panel-meeting-decided'))
      const change = { ...of, kind: 'standard' as const, times, place: null }
      await expect(
        call.panelMeeting.change({ ...change, heldOn: on('2026-03-03'), key: newKey() }),
      ).rejects.toMatchObject(refused('panel-meeting-decided'))
      await call.panelMeeting.change({ ...change, heldOn: given.clock.today(), key: newKey() })
      await expect(
        given.parts.database.transaction(
          coordinator,
          (tx) => tx`
            update case_review.panel_meetings set held_on = '2026-03-03' where panel_meeting_id = ${panelMeetingId}
          `,
        ),
      ).rejects.toThrow()
    }
  })
})

describe('the agenda that is proposed', () => {
  const expected = (['public-health', 'health', 'police', 'social-care', 'education'] as const).map(
    (agency) => ({ personId: personIn(newArea(), 'panel-member').personId, agency }),
  )

  test('takes ready cases by theme, time and quorum, says why not the others, and keeps what was ticked', async () => {
    const call = await office()
    const { panelMeetingId } = await call.panelMeeting.arrange({
      ...{ areaId, kind: 'standard', heldOn: PlainDate.parse('2026-04-14'), key: newKey() },
    })
    const times = { startsAt: PlainTime.parse('09:30'), endsAt: PlainTime.parse('11:00') }
    const changed = { areaId, panelMeetingId, version: 1, kind: 'standard' as const, place: null, times }
    await call.panelMeeting.change({ ...changed, heldOn: PlainDate.parse('2026-04-14'), key: newKey() })
    const ready = async (told = {}) => {
      const { caseId } = await givenCase(given, areaId, { told })
      await notHeld(caseId)
      return caseId
    }
    const newborn = await ready({ ageBand: '0-27d' })
    const [first, second] = [await ready(), await ready()]
    const held = await ready()
    await call.hold.record({
      ...{ areaId, caseId: held, reason: 'inquest', from: given.clock.today(), stages: ['panel'] },
      ...{
        confirmedOn: given.clock.today(),
        contact: 'An officer',
        nextCheckOn: PlainDate.parse('2026-04-01'),
      },
      key: newKey(),
    })
    await givenCase(given, areaId)
    const asked = { areaId, panelMeetingId, expected }
    const neonatal = await call.panelMeeting.proposeAgenda({ ...asked, theme: 'neonatal' })
    expect(neonatal).toMatchObject({ minutesEach: 40, minutesFree: 90, more: false })
    expect(neonatal.proposed).toMatchObject([{ caseId: newborn, kept: false }])
    expect(neonatal.leftOut.map(({ caseId, because }) => [caseId, because]).toSorted()).toEqual(
      [first, second, held].map((caseId) => [caseId, 'other-theme']).toSorted(),
    )
    const all = await call.panelMeeting.proposeAgenda({ ...asked, theme: 'all' })
    expect(all.proposed).toHaveLength(2)
    expect(all.leftOut.map(({ because, blocks }) => [because, blocks]).toSorted()).toEqual([
      ['no-time', []],
      ['not-ready', ['nothing-holds-the-panel']],
    ])
    const noPolice = expected.filter(({ agency }) => agency !== 'police')
    const without = await call.panelMeeting.proposeAgenda({ ...asked, expected: noPolice, theme: 'neonatal' })
    expect(without.leftOut).toContainEqual(
      expect.objectContaining({ caseId: newborn, because: 'not-quorate', missing: [['police']] }),
    )

    const keeping = { areaId, panelMeetingId, version: 2, caseIds: [newborn, first] }
    const keep = { ...keeping, key: newKey() }
    await call.panelMeeting.keepProposal(keep)
    await call.panelMeeting.keepProposal(keep)
    const waiting = async (as = coordinator) =>
      (await read(panelMeetingId, as)).proposed?.map(({ caseId }) => caseId).toSorted()
    expect(await waiting()).toEqual([newborn, first].toSorted())
    expect((await read(panelMeetingId, coordinator)).agenda).toEqual([])
    await list(newborn, panelMeetingId)
    expect(await waiting()).toEqual([first])
    await expect(
      call.panelMeeting.keepProposal({ ...keeping, key: newKey(), caseIds: [newborn] }),
    ).rejects.toMatchObject(refused('not-allowed-in-this-state'))
    const other = await givenAgenda(1)
    const elsewhere = await call.panelMeeting.proposeAgenda({
      ...{ ...asked, panelMeetingId: other.panelMeetingId, theme: 'all' as const },
    })
    expect(elsewhere.leftOut).toContainEqual(
      expect.objectContaining({ caseId: first, because: 'proposed-elsewhere' }),
    )
    await call.panelMeeting.keepProposal({ ...keeping, caseIds: [], key: newKey() })
    expect(await waiting()).toEqual([])
  })

  test('knows nothing of a case somebody withdrew from, and is not for the panel nor for another area', async () => {
    const { panelMeetingId, listed } = await givenAgenda(1)
    const [caseId] = listed
    if (caseId === undefined) throw new Error('it is listed')
    const both = personIn(areaId, 'coordinator', 'panel-member')
    const theirs = await given.as(both)
    await theirs.conflict.declare({ areaId, caseId, key: newKey() })
    const { version } = await read(panelMeetingId)
    const call = await office()
    await call.panelMeeting.cancel({
      ...{ areaId, panelMeetingId, version, reason: 'no-chair' },
      key: newKey(),
    })
    const next = await call.panelMeeting.arrange({
      ...{ areaId, kind: 'standard', heldOn: given.clock.today(), key: newKey() },
    })
    const asked = { areaId, ...next, theme: 'all' as const, expected }
    expect((await call.panelMeeting.proposeAgenda(asked)).proposed).toMatchObject([{ caseId }])
    expect(await theirs.panelMeeting.proposeAgenda(asked)).toMatchObject({
      proposed: [],
      leftOut: [],
      more: false,
    })
    const keep = { areaId, ...next, version: 1, caseIds: [caseId], key: newKey() }
    await expect(theirs.panelMeeting.keepProposal(keep)).rejects.toMatchObject(refused('not-found'))
    await call.panelMeeting.keepProposal({ ...keep, key: newKey() })
    expect((await read(next.panelMeetingId, both)).proposed).toEqual([])
    const member = personIn(areaId, 'panel-member')
    await expect((await given.as(member)).panelMeeting.proposeAgenda(asked)).rejects.toMatchObject(
      refused('forbidden'),
    )
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    await expect(stranger.panelMeeting.proposeAgenda(asked)).rejects.toMatchObject(refused('not-found'))
    await expect(call.panelMeeting.proposeAgenda({ ...asked, panelMeetingId })).rejects.toMatchObject(
      refused('meeting-over'),
    )
  })
})
