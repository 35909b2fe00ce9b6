import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { releaseAnswer, releaseId } from '../../testing/reporting-answers.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const reporting = reportingService()
let portal: GivenPortal
let browser: TestBrowser

const { tables, ...head } = releaseAnswer()
const line = { ...head, published: tables.length - 1, withheld: 1 }

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  browser = testBrowser(portal.app)
})
afterAll(() => portal.drop())
beforeEach(async () => {
  reporting.forget()
  reporting.answer('release.list', { releases: [line] })
  await browser.signIn('owen.pryce@lds.example')
})

describe('the start page of an analyst', () => {
  test('leads to releases and figures, and to no case', async () => {
    const { body } = await browser.get('/')
    expect(body).toContain('href="/releases"')
    expect(body).toContain('href="/figures"')
    for (const path of ['/cases', '/notifications', '/users']) expect(body).not.toContain(`href="${path}"`)
  })
})

describe('the list of releases', () => {
  test('shows each by its year, when it was built and how many tables were withheld', async () => {
    const { status, body } = await browser.get('/releases')
    expect(status).toBe(200)
    expect(body).toContain('<title>Releases – Child death reviews</title>')
    expect(body).toContain(`href="/releases/${releaseId}"`)
    expect(body).toMatch(/Year ending 31 March 2025[\s\S]*2 March 2026 at 9:30am[\s\S]*>5<[\s\S]*>1</)
    expect(reporting.calls).toMatchObject([{ procedure: 'release.list', input: { areaId: leeds } }])
  })

  test('says that there is none yet', async () => {
    reporting.answer('release.list', { releases: [] })
    const { body } = await browser.get('/releases')
    expect(body).toContain('There is no release of this area yet')
    expect(body).not.toContain('<table')
  })

  test('offers the year that runs and those before it, and begins with the last that ended', async () => {
    const { body } = await browser.get('/releases')
    expect(body).toContain('<option value="2025-26">Year ending 31 March 2026 (to date)</option>')
    expect(body).toContain('<option value="2024-25" selected>Year ending 31 March 2025</option>')
    expect(body).not.toContain('2026-27')
  })
})

describe('building a release', () => {
  test('leads to the release', async () => {
    reporting.answer('release.build', { releaseId, withheld: [] })
    const built = await browser.submit('/releases', { reportingYear: '2024-25' })
    expect(built.status).toBe(303)
    expect(new URL(built.location).pathname).toBe(`/releases/${releaseId}`)
  })

  test('asks twice under one key when the button is clicked twice', async () => {
    reporting.answer('release.build', { releaseId, withheld: [] })
    const { hidden } = await browser.get('/releases')
    reporting.forget()
    reporting.answer('release.build', { releaseId, withheld: [] })
    const clicks = [1, 2].map(() => browser.post('/releases', { ...hidden, reportingYear: '2024-25' }))
    const [one, other] = await Promise.all(clicks)
    expect(other?.location).toBe(one?.location)
    const asked = { areaId: leeds, reportingYear: '2024-25', key: hidden._key }
    expect(reporting.calls.map(({ input }) => input)).toEqual([asked, asked])
  })

  test.each([
    ['nothing-to-release', 'There is nothing to release for this year yet. Select another year'],
    [
      'release-cannot-be-protected',
      'The counts of this year are too small to publish any table safely. Select another year',
    ],
    ['date-in-future', 'This reporting year has not begun. Select a year that has'],
  ] as const)('says beside the year why there is none: %s', async (code, words) => {
    reporting.refuse('release.build', code)
    const { status, body } = await browser.submit('/releases', { reportingYear: '2019-20' })
    expect(status).toBe(422)
    expect(body).toContain('<title>Error: Releases – Child death reviews</title>')
    expect(body).toContain(`<a href="#reporting-year">${words}</a>`)
    expect(body).toMatch(new RegExp(`id="reporting-year-error"[\\s\\S]{0,120}${words}`))
    expect(body).toContain('<option value="2019-20" selected>')
  })

  test.each(['', '2024', '2024-26', '1', '2024-25; drop table', '%F0%9F%98%80'])(
    'with the year "%s" asks for a year and nothing of reporting',
    async (reportingYear) => {
      const { status, body } = await browser.submit('/releases', { reportingYear })
      expect(status).toBe(422)
      expect(body).toContain('<a href="#reporting-year">Select a reporting year</a>')
      expect(reporting.calls.filter(({ procedure }) => procedure === 'release.build')).toEqual([])
    },
  )

  test('with a form that is not ours, or not a form, builds nothing', async () => {
    const { hidden } = await browser.get('/releases')
    const asked = { ...hidden, reportingYear: '2024-25' }
    expect((await browser.post('/releases', { ...asked, _csrf: 'x' })).status).toBe(403)
    for (const hostile of [
      'reportingYear=%00',
      '__proto__=1',
      'reportingYear=%FF',
      `a=${'x'.repeat(600_000)}`,
    ]) {
      const { status } = await browser.post('/releases', `_csrf=${hidden._csrf}&${hostile}`)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    expect(reporting.calls.filter(({ procedure }) => procedure === 'release.build')).toEqual([])
  })
})

test.each([
  'asha.linden@lds.example',
  'grace.okello@lds.example',
  'helen.marsh@lds.example',
  'nadia.birch@lds.example',
])('%s, who is no analyst, sees no release and no figure', async (email) => {
  const other = testBrowser(portal.app)
  await other.signIn(email)
  reporting.forget()
  for (const path of [
    '/releases',
    `/releases/${releaseId}`,
    `/releases/${releaseId}/tables/N1.csv`,
    '/figures',
  ]) {
    expect((await other.get(path)).status).toBe(403)
  }
  const { hidden } = await other.get('/')
  expect((await other.post('/releases', { ...hidden, reportingYear: '2024-25' })).status).toBe(403)
  expect(reporting.calls).toEqual([])
})
