import { Instant, type PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  caseId,
  emptyWorklist,
  noCounts,
  openCase,
  reference,
  worklistRow,
} from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'

let given: GivenCoordinator
let asha: PersonId
let doctor: PersonId
let chair: PersonId
const peoplePath = `/cases/${caseId}/people`
const at = (typed: string) => Instant.parse(typed)

function person(email: string): PersonId {
  const found = given.portal.people.get(email)
  if (found === undefined) throw new Error('nobody has this address')
  return found
}

beforeAll(async () => {
  given = await givenCoordinator()
  asha = person('asha.linden@lds.example')
  doctor = person('edmund.frost@lds.example')
  chair = person('helen.marsh@lds.example')
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  const held = { assignedBy: asha, endedAt: null, endedBecause: null, backOn: null }
  given.services.answer('case.open', {
    ...openCase,
    case: { ...openCase.case, coordinatorId: asha, leadDoctorId: null },
  })
  given.services.answer('assignment.list', {
    assignments: [
      { ...held, part: 'coordinator', personId: asha, assignedAt: at('2026-03-01T09:30:00.000Z') },
      {
        part: 'designated-doctor',
        personId: doctor,
        assignedBy: null,
        assignedAt: at('2026-02-24T09:30:00.000Z'),
        endedAt: at('2026-02-25T09:30:00.000Z'),
        endedBecause: 'handed-over',
        backOn: null,
      },
    ],
  })
  given.services.answer('assignment.assign', undefined)
  given.services.answer('assignment.held', {
    rows: [
      {
        caseId,
        reference,
        state: 'gathering',
        ageBand: '5-9y',
        diedOn: worklistRow.diedOn,
      },
    ],
    more: false,
  })
  given.services.answer('assignment.handOver', { handed: 1, stayed: 0 })
})

describe('who has a case', () => {
  test('stands in the bar of every page of it, by name', async () => {
    const { body } = await given.browser.get(peoplePath)
    expect(body).toMatch(/Coordinator: <b>Asha Linden<\/b>/)
    expect(body).toContain('<title>Who has this case – Cases – Child death reviews</title>')
  })

  test('is shown with who gave it to whom from when to when', async () => {
    const main = mainOf((await given.browser.get(peoplePath)).body)
    expect(main).toMatch(/Asha Linden[\s\S]*1 March 2026 at 9:30am, by Asha Linden[\s\S]*Now/)
    expect(main).toMatch(/the leave was over[\s\S]*25 February 2026 at 9:30am. Handed over/)
  })

  test('is given to somebody who has the role it needs, and to nobody else', async () => {
    const { hidden, body } = await given.browser.get(peoplePath)
    expect(body).toContain(`<option value="${doctor}"`)
    expect(body).not.toContain(`<option value="${chair}"`)
    const typed = { ...hidden, instead: '', person: doctor, _action: 'designated-doctor' }
    const saved = await given.browser.post(peoplePath, typed)
    expect([saved.status, saved.headers.get('location')]).toEqual([303, peoplePath])
    expect(given.services.sent('assignment.assign')).toMatchObject({
      part: 'designated-doctor',
      personId: doctor,
      instead: null,
    })
    given.services.forget()
    given.services.answer('case.open', openCase)
    given.services.answer('assignment.list', { assignments: [] })
    const refused = await given.browser.post(peoplePath, { ...typed, person: chair })
    expect(refused.status).toBe(422)
    expect(mainOf(refused.body)).toContain('Select who has the case, or nobody')
    expect(given.services.sent('assignment.assign')).toBeUndefined()
  })

  test('is taken from whoever the page showed: nobody is left in its place', async () => {
    const { hidden } = await given.browser.get(peoplePath)
    await given.browser.post(peoplePath, {
      ...hidden,
      instead: asha,
      person: 'nobody',
      _action: 'coordinator',
    })
    expect(given.services.sent('assignment.assign')).toMatchObject({ personId: null, instead: asha })
    given.services.refuse('assignment.assign', 'stale')
    const late = await given.browser.post(peoplePath, {
      ...hidden,
      instead: asha,
      person: 'nobody',
      _action: 'coordinator',
    })
    expect(late.status).toBe(409)
    for (const hostile of [{ _action: 'chair' }, { instead: 'x', _action: 'coordinator' }]) {
      expect((await given.browser.post(peoplePath, { ...hidden, person: asha, ...hostile })).status).toBe(400)
    }
  })
})

describe('the worklist of one person', () => {
  test('is asked for by an id in the address, and says whose every case is', async () => {
    const rows = [{ ...worklistRow, coordinatorId: asha }, worklistRow]
    given.services.answer('case.list', {
      ...emptyWorklist,
      shown: { view: 'overdue', sort: 'newest', owner: asha },
      rows,
      counts: { ...noCounts, mine: 1 },
      total: 2,
    })
    const main = mainOf((await given.browser.get(`/cases?view=overdue&sort=newest&owner=${asha}`)).body)
    expect(given.services.sent('case.list')).toMatchObject({ view: 'overdue', owner: asha })
    expect(main).toContain('Mine (1)')
    expect(main).toMatch(/<option value="[^"]+" selected>Asha Linden<\/option>/)
    expect(main).toContain(`href="/cases?view=mine&amp;sort=newest&amp;owner=${asha}"`)
    expect(main).toContain('Nobody yet')
    await given.browser.get('/cases?owner=Asha%20Linden')
    expect(given.services.sent('case.list')).toMatchObject({ owner: null })
  })
})

describe('handing cases over', () => {
  const path = () => `/coordinators/handover?part=coordinator&from=${doctor}`
  const filled = {
    to: '',
    how: 'until',
    'until-day': '20',
    'until-month': '3',
    'until-year': '2026',
    which: 'all',
  }

  test('begins where it is counted who has how many', async () => {
    given.services.answer('assignment.whoHasWhat', {
      loads: [
        { part: 'coordinator', personId: null, open: 4, overdue: 1 },
        { part: 'coordinator', personId: asha, open: 12, overdue: 3 },
      ],
      loans: [
        {
          part: 'coordinator',
          personId: asha,
          owedTo: doctor,
          backOn: PlainDate.parse('2026-03-20'),
          cases: 5,
        },
      ],
    })
    const main = mainOf((await given.browser.get('/coordinators')).body)
    expect(main).toContain(`/coordinators/handover?part=coordinator&amp;from=${asha}`)
    expect(main).toMatch(/Nobody yet[\s\S]*>4</)
    expect(main).toMatch(/Edmund Frost[\s\S]*Asha Linden[\s\S]*20 March 2026[\s\S]*>5</)
  })

  test('takes all of them until a day, or some for good', async () => {
    const { hidden } = await given.browser.get(path())
    const all = await given.browser.post(path(), { ...hidden, ...filled, to: asha })
    expect([all.status, all.headers.get('location')]).toEqual([303, '/coordinators'])
    expect(given.services.sent('assignment.handOver')).toMatchObject({
      from: doctor,
      to: asha,
      until: '2026-03-20',
      cases: 'all',
    })
    await given.browser.post(path(), { ...hidden, to: asha, how: 'good', which: 'chosen', cases: caseId })
    expect(given.services.sent('assignment.handOver')).toMatchObject({ until: null, cases: [caseId] })
  })

  test('says what is missing, and keeps what was chosen', async () => {
    const { hidden } = await given.browser.get(path())
    const empty = await given.browser.post(path(), { ...hidden, how: 'until', which: 'chosen' })
    expect(empty.status).toBe(422)
    for (const words of [
      'Select who takes the cases over',
      'Enter the day the cases go back',
      'Select at least one',
    ])
      expect(mainOf(empty.body)).toContain(words)
    const past = await given.browser.post(path(), { ...hidden, ...filled, to: asha, 'until-day': '2' })
    expect(mainOf(past.body)).toContain('The day the cases go back must be in the future')
    const unsaid = await given.browser.post(path(), { ...hidden, to: asha, how: 'x', which: 'y' })
    expect(mainOf(unsaid.body)).toContain('Select whether the cases come back')
    expect(mainOf(unsaid.body)).toContain('Select which cases are handed over')
    expect(given.services.sent('assignment.handOver')).toBeUndefined()
  })

  test('is of somebody of the area', async () => {
    for (const wrong of ['', '?part=coordinator&from=nobody', `?part=chair&from=${asha}`]) {
      expect((await given.browser.get(`/coordinators/handover${wrong}`)).status).toBe(404)
    }
    const { hidden } = await given.browser.get(path())
    const stranger = await given.browser.post(path(), { ...hidden, ...filled, to: caseId })
    expect(stranger.status).toBe(422)
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, '/coordinators')).toBe(403)
    expect(await given.statusFor(subject, path())).toBe(403)
  })
})
