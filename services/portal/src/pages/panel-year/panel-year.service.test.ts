import { PanelMeetingId, PlainDate, PlainTime } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../../layout/testing/browser.ts'
import { type GivenPortal, givenPortal, leeds, PORTAL_URL } from '../../testing/given-portal.ts'
import { axeFindings, openedPage } from '../../testing/opened-pages.ts'
import { panelMeetingId } from '../../testing/panel-answers.ts'
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let coordinator: TestBrowser
let chair: TestBrowser
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  chair = testBrowser(portal.app)
  member = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  await chair.signIn('helen.marsh@lds.example')
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())

// A year to come, whenever this runs.
const year = '2126-27'
const day = (date: string) => PlainDate.parse(date)
const [startsAt, endsAt] = [PlainTime.parse('09:30'), PlainTime.parse('12:00')]
const meeting = {
  ...{ panelMeetingId, kind: 'standard' as const, heldOn: day('2126-04-09'), startsAt },
  ...{ stage: 'agenda-set' as const, cases: 2, minutesLeft: 70, roomFor: 1 },
}
const cancelledId = PanelMeetingId.parse('0190d000-0000-4000-8000-000000000002')
const waiting = Array.from({ length: 12 }, (_, at) => ({
  month: `${at < 9 ? 2126 : 2127}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
  ready: at === 1 ? 3 : 0,
  expected: at === 2 ? 2 : 0,
}))
const overYear: PanelAnswers['panelYear.read'] = {
  meetings: [
    meeting,
    {
      ...meeting,
      ...{ panelMeetingId: cancelledId, heldOn: day('2126-06-11'), stage: 'cancelled', cases: 0 },
    },
  ],
  waiting,
}
const planned: PanelAnswers['panelYear.plan'] = {
  version: 3,
  meetings: [
    {
      ...{ number: 1, kind: 'neonatal', wished: day('2126-05-06'), heldOn: day('2126-05-13') },
      ...{ because: 'bank-holiday', obstacle: null, startsAt, endsAt, place: 'Room 4' },
    },
    {
      ...{ number: 2, kind: 'neonatal', wished: day('2126-06-03'), heldOn: day('2126-06-03') },
      ...{ because: null, obstacle: null, startsAt, endsAt, place: null },
    },
  ],
  leftOut: [{ kind: 'neonatal', wished: day('2126-12-25'), because: 'bank-holiday' }],
}
const at = (path: string) => `/panel-meetings/year${path}?year=${year}`

beforeEach(() => {
  services.forget()
  services.answer('panelYear.read', overYear)
  services.answer('panelYear.plan', planned)
  services.answer('panelYear.add', undefined)
  services.answer('panelYear.change', undefined)
  services.answer('panelYear.confirm', { arranged: 2 })
})

describe('the page of a year', () => {
  test('shows twelve months as a picture and a table, the room of each meeting, and the cases that need it', async () => {
    const { body } = await coordinator.get(at(''))
    expect(services.calls.find(({ procedure }) => procedure === 'panelYear.read')?.input).toEqual({
      ...{ areaId: leeds, year },
    })
    expect(body).toContain(
      'April 2126: cases on the agenda; 0 cases to take. May 2126: none; 3 cases to take.',
    )
    expect(body).toContain('June 2126: cancelled; 2 cases to take.')
    expect(body).toContain('1 hour 10 minutes')
    expect(body).toContain(
      '3 cases are ready for a panel and 2 expected by 31 March 2127, if time limits are kept. The meetings to come have room for 1 case more. That is 4 too few.',
    )
    expect(body).toContain(`/panel-meetings/year/plan?year=${year}`)
  })

  test('is read by the chair without the cases that wait and without a way to plan, and by no member', async () => {
    services.answer('panelYear.read', { ...overYear, waiting: null })
    const { body } = await chair.get(at(''))
    expect(body).toContain('Meetings of the year')
    expect(body).not.toMatch(/too few|that wait|year\/plan/)
    expect((await member.get(at(''))).status).toBe(403)
    for (const browser of [chair, member]) {
      for (const path of ['/plan', '/plan/add', '/plan/1']) {
        expect((await browser.get(at(path))).status).toBe(403)
      }
    }
  })
})

describe('planning a year', () => {
  const typed = {
    ...{ kind: 'neonatal', by: 'rule', every: '2', week: '-1', weekday: '4', version: '3' },
    ...{ dates: '', startsAt: '9:30', endsAt: '12.00', place: '' },
  }

  test('shows every date with its reason before anything is arranged, and arranges all with one button', async () => {
    const { body } = await coordinator.get(at('/plan'))
    expect(body).toContain('Nothing is arranged until you confirm.')
    expect(body).toMatch(/13 May 2126[\s\S]*6 May 2126 is a bank holiday/)
    expect(body).toContain('25 December 2126 is a bank holiday, and no day near it is free')
    expect(body).toContain('Arranged already')
    expect(body).not.toContain(`/panel-meetings/${cancelledId}`)
    const answer = await coordinator.submit(at('/plan'), { version: '3', _action: 'confirm' })
    expect(answer.status).toBe(303)
    expect(services.sent('panelYear.confirm')).toMatchObject({ areaId: leeds, year, version: 3 })
    expect((await coordinator.get(`${at('')}&arranged=2`)).body).toContain('2 meetings arranged.')
  })

  test('cannot be confirmed while something stands in the way of a day', async () => {
    const [first] = planned.meetings
    if (first === undefined) throw new Error('one is planned')
    const blocked = { ...first, obstacle: 'meeting-already' as const }
    services.answer('panelYear.plan', { ...planned, meetings: [blocked] })
    const { body } = await coordinator.get(at('/plan'))
    expect(body).toContain('This day has a panel meeting already by now: change it')
    expect(body).not.toContain('value="confirm"')
  })

  test('adds a kind by a rule, or on dates that were put in', async () => {
    expect((await coordinator.submit(at('/plan/add'), typed)).status).toBe(303)
    expect(services.sent('panelYear.add')).toMatchObject({
      ...{ areaId: leeds, year, version: 3, kind: 'neonatal', startsAt, endsAt, place: null },
      days: { by: 'rule', every: 2, week: -1, weekday: 4 },
    })
    const dates = { ...typed, by: 'dates', dates: '27 3 2127\r\n 1/4/2126 \r\n' }
    expect((await coordinator.submit(at('/plan/add'), dates)).status).toBe(303)
    expect(services.sent('panelYear.add')).toMatchObject({
      days: { by: 'dates', dates: ['2127-03-27', '2126-04-01'] },
    })
  })

  test.each([
    [{ kind: '' }, 'Select a kind of panel', 'kind'],
    [{ by: '' }, 'Select how the days are chosen', 'by'],
    [{ weekday: '7' }, 'Select how often and on which day', 'every'],
    [{ by: 'dates', dates: '' }, 'Enter the dates', 'dates'],
    [{ by: 'dates', dates: '1 4 2126\n31 2 2127' }, 'Line 2 must be a real date, like 27 3 2026', 'dates'],
    [{ startsAt: '' }, 'Enter the time they begin', 'startsAt'],
    [{ endsAt: '09:00' }, 'The time they end must be after the time they begin', 'endsAt'],
    [{ place: 'x'.repeat(301) }, 'Where the meetings are must be 300 characters or fewer', 'place'],
  ])('is not done with %j', async (change, message, id) => {
    const { status, body } = await coordinator.submit(at('/plan/add'), { ...typed, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(services.sent('panelYear.add')).toBeUndefined()
  })

  test('changes one date, or takes the meeting out; what nobody can meet on is said', async () => {
    const date = { 'heldOn-day': '20', 'heldOn-month': '5', 'heldOn-year': '2126' }
    const moved = { ...date, version: '3', _action: 'move' }
    expect((await coordinator.submit(at('/plan/1'), moved)).status).toBe(303)
    expect(services.sent('panelYear.change')).toMatchObject({ number: 1, version: 3, heldOn: '2126-05-20' })
    await coordinator.submit(at('/plan/1'), { version: '3', _action: 'remove' })
    expect(services.sent('panelYear.change')).toMatchObject({ number: 1, heldOn: null })
    services.refuse('panelYear.change', 'panel-cannot-meet-then', ['heldOn'])
    const { status, body } = await coordinator.submit(at('/plan/1'), moved)
    expect(status).toBe(409)
    expect(body).toContain('No panel can be planned on that day')
    expect(body).toContain('value="20"')
    expect((await coordinator.get(at('/plan/9'))).status).toBe(404)
  })
})

test('every page of a year keeps the rules of a page, and reads on a narrow screen without JavaScript', async () => {
  const chromium = await openBrowser()
  const sidewaysBy = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  for (const [path, button] of [
    [at('')],
    [at('/plan')],
    [at('/plan/add'), 'Add to the plan'],
    [at('/plan/1'), null],
  ] as const) {
    const page = await openedPage(chromium, portal.app, coordinator)
    await page.goto(PORTAL_URL + path)
    expect(await axeFindings(page)).toEqual([])
    if (typeof button === 'string') {
      await page.getByRole('button', { name: button }).click()
      await page.waitForLoadState()
      expect(await page.title()).toMatch(/^Error: /)
      expect(await axeFindings(page)).toEqual([])
    }
    const narrow = { width: 320, javaScriptEnabled: false }
    const small = await openedPage(chromium, portal.app, coordinator, narrow)
    await small.goto(PORTAL_URL + path)
    expect(await small.locator('h1').count()).toBe(1)
    expect(await small.evaluate(sidewaysBy)).toBeLessThanOrEqual(0)
  }
  await chromium.close()
}, 60_000)
