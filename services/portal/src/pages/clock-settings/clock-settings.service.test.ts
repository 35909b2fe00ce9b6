import { defaultClockLimits, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

let given: GivenCoordinator
let browser: TestBrowser
const change = '/area-settings/limits/change'
const kept = (version: number, validFrom: string, panel: number) => ({
  version,
  validFrom: PlainDate.parse(validFrom),
  limits: { ...defaultClockLimits, panel },
  changedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
  changedAt: Instant.parse('2026-02-20T10:00:00.000Z'),
})
const filledIn = {
  ...Object.fromEntries(Object.entries(defaultClockLimits).map(([clock, amount]) => [clock, String(amount)])),
  version: '2',
  'validFrom-day': '1',
  'validFrom-month': '4',
  'validFrom-year': '2026',
}

beforeAll(async () => {
  given = await givenCoordinator()
  browser = testBrowser(given.portal.app)
  await browser.signIn('nadia.birch@lds.example')
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('clockSettings.read', {
    versions: [kept(2, '2026-05-01', 8), kept(1, '2026-03-01', 10)],
  })
  given.services.answer('clockSettings.set', { version: 3 })
})
const made = () =>
  given.services.calls.filter(({ procedure }) => procedure === 'clockSettings.set').map(({ input }) => input)

describe('the time limits of an area', () => {
  test('show what holds today, what is to come, the defaults, and who set it', async () => {
    const main = mainOf((await browser.get('/area-settings/limits')).body)
    expect(main).toContain('10 weeks (default 6 weeks)')
    expect(main).toContain('From 1 May 2026 other limits hold: 8 weeks for the panel to review')
    expect(main).toContain('From 1 March 2026. Set by a colleague who has left on 20 February 2026')
    expect(main).toContain(`href="${change}?version=0"`)
    given.services.answer('clockSettings.read', { versions: [] })
    const defaults = mainOf((await browser.get('/area-settings/limits')).body)
    expect(defaults).toContain('6 weeks (default 6 weeks)')
    expect(defaults).toContain('Default.')
    expect(mainOf((await browser.get('/area-settings')).body)).toContain('href="/area-settings/limits"')
  })

  test('begin from the newest, from an earlier version, or from the defaults', async () => {
    const panelIn = async (path: string) =>
      /name="panel"[^>]*value="(\d+)"/.exec((await browser.get(path)).body)?.[1]
    expect(await panelIn(change)).toBe('8')
    expect(await panelIn(`${change}?version=1`)).toBe('10')
    expect(await panelIn(`${change}?version=0`)).toBe('6')
  })

  test('are changed from what somebody saw, for what begins from a day to come', async () => {
    expect((await browser.submit(change, { ...filledIn, panel: '12' })).location).toMatch(/limits$/)
    expect(made()).toMatchObject([
      { areaId: leeds, version: 2, validFrom: '2026-04-01', limits: { ...defaultClockLimits, panel: 12 } },
    ])
    given.services.refuse('clockSettings.set', 'stale')
    expect((await browser.submit(change, filledIn)).status).toBe(409)
  })

  test.each([
    [{ panel: '27' }, 'panel', 'For the panel to review: enter a whole number of weeks from 1 to 26'],
    [{ panel: '' }, 'panel', 'For the panel to review: enter a whole number of weeks from 1 to 26'],
    [{ 'review-meeting': '2.5' }, 'review-meeting', 'meeting: enter a whole number of months from 1 to 12'],
    [
      { 'validFrom-month': '3', 'validFrom-day': '2' },
      'validFrom-day',
      'The date they hold from must be in the future',
    ],
    [{ 'validFrom-day': '' }, 'validFrom-day', 'The date they hold from must include a day'],
  ])('%o is refused beside the field and above', async (wrong, id, message) => {
    const answer = await browser.submit(change, { ...filledIn, ...wrong })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">`)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
    expect(made()).toEqual([])
  })

  test.each(nobodyElse.filter((who) => !who.startsWith('nadia')))('cannot be changed by %s', async (who) => {
    expect(await given.statusFor(who, '/area-settings/limits')).toBe(403)
    expect(await given.statusFor(who, change)).toBe(403)
  })
})
