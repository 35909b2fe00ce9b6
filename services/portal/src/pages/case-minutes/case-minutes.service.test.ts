import { Instant, type PanelMeetingKind, PersonId, PlainDate } from '@cdop/domain'
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
const path = '/area-settings/case-minutes'
const kept = (kind: PanelMeetingKind, version: number, validFrom: string, minutes: number) => ({
  kind,
  version,
  validFrom: PlainDate.parse(validFrom),
  minutes,
  changedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
  changedAt: Instant.parse('2026-02-20T10:00:00.000Z'),
})
const filledIn = {
  ...{ kind: 'neonatal', version: '2', minutes: '35' },
  ...{ 'validFrom-day': '1', 'validFrom-month': '4', 'validFrom-year': '2026' },
}

beforeAll(async () => {
  given = await givenCoordinator()
  browser = testBrowser(given.portal.app)
  await browser.signIn('nadia.birch@lds.example')
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('caseMinutes.read', {
    versions: [kept('neonatal', 2, '2026-05-01', 45), kept('neonatal', 1, '2026-03-01', 30)],
  })
  given.services.answer('caseMinutes.set', { version: 3 })
})
const made = () =>
  given.services.calls.filter(({ procedure }) => procedure === 'caseMinutes.set').map(({ input }) => input)

describe('the minutes a case usually has in an area', () => {
  test('show for each kind of panel what holds today, what comes, and who set it', async () => {
    const main = mainOf((await browser.get(path)).body)
    expect(main).toMatch(/30<br><strong>From 1 May 2026:<\/strong> 45/)
    expect(main.match(/>Set by this service</g)).toHaveLength(3)
    expect(main).toContain('Set by a colleague who has left on 20 February 2026')
    expect(main).toContain('Change the minutes: standard panel')
    expect(mainOf((await browser.get('/area-settings')).body)).toContain(`href="${path}"`)
  })

  test('are changed beginning with the newest, an earlier one, or those of the service', async () => {
    const minutes = async (query: string) =>
      /name="minutes"[^>]*value="(\d+)"/.exec((await browser.get(`${path}?${query}`)).body)?.[1]
    expect(await minutes('kind=neonatal')).toBe('45')
    expect(await minutes('kind=neonatal&version=1')).toBe('30')
    expect(await minutes('kind=neonatal&version=0')).toBe('25')
    expect(await minutes('kind=nonsense')).toBe('40')
  })

  test('are set for one kind of panel, from what somebody saw, for days to come', async () => {
    expect((await browser.submit(path, filledIn)).location).toMatch(/case-minutes$/)
    expect(made()).toMatchObject([
      { areaId: leeds, kind: 'neonatal', version: 2, validFrom: '2026-04-01', minutes: 35 },
    ])
    given.services.refuse('caseMinutes.set', 'stale')
    expect((await browser.submit(path, filledIn)).status).toBe(409)
  })

  test.each([
    [{ minutes: '' }, 'minutes', 'Enter a whole number of minutes from 1 to 480'],
    [{ minutes: '481' }, 'minutes', 'Enter a whole number of minutes from 1 to 480'],
    [{ minutes: '2.5' }, 'minutes', 'Enter a whole number of minutes from 1 to 480'],
    [
      { 'validFrom-month': '3', 'validFrom-day': '2' },
      'validFrom-day',
      'The date it holds from must be in the future',
    ],
    [{ 'validFrom-day': '' }, 'validFrom-day', 'The date it holds from must include a day'],
  ])('are not set with %o, and what was typed stays', async (change, id, message) => {
    const { status, body } = await browser.submit(path, { ...filledIn, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toContain('Change the minutes: neonatal panel')
    expect(made()).toEqual([])
  })

  test.each(nobodyElse.filter((who) => !who.startsWith('nadia')))('are not for %s', async (who) => {
    expect(await given.statusFor(who, path)).toBe(403)
  })
})
