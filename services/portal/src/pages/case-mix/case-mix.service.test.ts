import { Instant } from '@cdop/domain'
import { caseMixStrata, compareWithAll, type MixedReview } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import type { CaseMixFigure } from './view.ts'

const reporting = reportingService()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('owen.pryce@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => reporting.forget())

const wordsOf = (markup: string) =>
  markup.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const of = (place: string, reviews: number, modifiable: number): MixedReview[] =>
  Array.from({ length: reviews }, (_, at) => ({ mix: ['10', '28-364d', place], modifiable: at < modifiable }))

const all = caseMixStrata([...of('home', 200, 140), ...of('hospital', 300, 60)])
const ofMine = [...of('home', 40, 36), ...of('hospital', 20, 4)]

const figure = (compared: CaseMixFigure['compared']): CaseMixFigure => ({
  notForPublication: true,
  areaName: 'Leeds',
  asKnownOn: Instant.parse('2026-03-02T10:00:00.000Z'),
  fewestReviews: 50,
  fewestAreas: 3,
  years: [
    { code: '2023-24', label: 'Year ending 31 March 2024' },
    { code: '2024-25', label: 'Year ending 31 March 2025' },
  ],
  compared,
})

test('nothing is read, and so nothing audited, before a year is chosen that is offered', async () => {
  for (const query of ['', '?year=2031-32', '?year=%00', '?year=__proto__']) {
    const { status, body } = await browser.get(`/figures/case-mix${query}`)
    expect(status).toBe(200)
    expect(body).not.toContain('<table')
  }
  expect(reporting.calls).toEqual([])
})

test('the share stands beside what was expected, split into case mix and coding that add up, as picture and table', async () => {
  const together = compareWithAll(ofMine, all)
  reporting.answer(
    'figure.caseMix',
    figure({ together, byYear: [compareWithAll(ofMine.slice(1, 40), all), together] }),
  )
  const { body } = await browser.get('/figures/case-mix?year=2024-25')
  expect(reporting.calls).toMatchObject([{ input: { areaId: leeds, reportingYear: '2024-25' } }])
  const words = wordsOf(body)
  expect(words).toContain('Exact figures: not for publication')
  // 40 of 60 are 66.7%; all areas 40%; expected 40 × 0.7 + 20 × 0.2 = 32, that is 53.3%.
  expect(words).toContain('66.7% of its reviews, all areas in 40.0%: 26.7 percentage points above')
  expect(words).toContain('Your cases add 13.3 percentage points')
  expect(words).toContain('add 13.4 percentage points')
  expect(words).toMatch(/2024-25 60 40 32\.0 1\.25 \(0\.89 to 1\.70\) 66\.7% 40\.0% \+26\.7 \+13\.3 \+13\.4/)
  expect(words).toContain('2023-24 39 – – – – – – – – Fewer than 50 reviews')
  expect(body).toMatch(/<svg role="img" aria-labelledby="case-mix-title case-mix-description"/)
  expect(body.match(/<circle/g)).toHaveLength(2)
  expect(words).toContain('1.25 times what was expected, with 32.0 expected.')
})

test('with too few areas nothing is said, and why', async () => {
  reporting.answer('figure.caseMix', figure(null))
  const { body } = await browser.get('/figures/case-mix?year=2024-25')
  expect(wordsOf(body)).toContain('at least 3 areas with 50 reviews or more')
  expect(body).not.toContain('<circle')
  expect(body).not.toContain('<table')
})

test('only an analyst sees it', async () => {
  const other = testBrowser(portal.app)
  await other.signIn('asha.linden@lds.example')
  expect((await other.get('/figures/case-mix?year=2024-25')).status).toBe(403)
})
