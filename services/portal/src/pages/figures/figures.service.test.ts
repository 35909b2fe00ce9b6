import { modifiableFactorDefinition, percentage, populationNames, reviews } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { exactAnswer } from '../../testing/reporting-answers.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

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

function wordsOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('exact figures', () => {
  test('are not read, and so not audited, before a figure and a year are chosen', async () => {
    const { status, body } = await browser.get('/figures')
    expect(status).toBe(200)
    expect(body).toContain('<title>Figures – Child death reviews</title>')
    expect(body).toContain('<form method="get" action="/figures" novalidate>')
    expect(body).not.toContain('<table')
    expect(reporting.calls).toEqual([])
  })

  test('are marked as not for publication, with population, interval, change and the children a rate is of', async () => {
    reporting.answer('figure.exact', exactAnswer('N1'))
    const { body } = await browser.get('/figures?measure=N1&year=2024-25')
    const words = wordsOf(body)
    expect(words).toContain('Exact counts: not for publication')
    expect(words).toContain(populationNames.deaths)
    expect(words).not.toContain(populationNames.reviews)
    expect(words).toMatch(/Year ending 31 March 2025 1,103 \+6\.1% 648\.8 \(\d+\.\d to \d+\.\d\)/)
    expect(words).toContain('170,000 children aged 0 to 17, mid-year estimate. Source: Invented')
    expect(reporting.calls).toMatchObject([
      { input: { areaId: leeds, measure: 'N1', reportingYear: '2024-25' } },
    ])
  })

  test('show every count, and what modifiable does not mean', async () => {
    reporting.answer('figure.exact', exactAnswer('R1'))
    const { body } = await browser.get('/figures?measure=R1&year=2024-25')
    const words = wordsOf(body)
    expect(words).toContain('Inadequate information to judge 2 3.5% (1.0 to 11.9)')
    expect(words).toContain('Total 57')
    expect(words).toContain(modifiableFactorDefinition)
    expect(words).toContain(populationNames.reviews)
    expect(body).toContain('<option value="R1" selected>')
  })

  test('of two margins stand with their share below each count', async () => {
    reporting.answer('figure.exact', exactAnswer('N2'))
    const words = wordsOf((await browser.get('/figures?measure=N2&year=2024-25')).body)
    expect(words).toContain('Below each count: % of all deaths (95% interval)')
    expect(words).toMatch(/0 to 27 days 184 16\.7% \(14\.6 to 19\.0\)/)
  })

  test('of a long list go by falling count, and name below what nobody had', async () => {
    reporting.answer('figure.exact', exactAnswer('R3'))
    const { body } = await browser.get('/figures?measure=R3&year=2024-25')
    const table = wordsOf(/<table[\s\S]*<\/table>/.exec(body)?.[0] ?? '')
    expect(table).toMatch(/Smoking in the household 30 .* All reviews 57/)
    expect(table).not.toContain('Factor number')
    expect(body).toContain('<li>Factor number 29</li>')
  })

  test('stand beside what was printed of England, and with what the unknown could make of the headline', async () => {
    const release = 'An invented release of England'
    const share = (numerator: number, denominator: number) =>
      percentage(reviews(numerator), reviews(denominator))
    reporting.answer('figure.exact', {
      ...exactAnswer('R1'),
      bounds: [
        {
          label: 'Reviews with modifiable factors',
          ofKnown: share(30, 55),
          least: share(30, 57),
          most: share(32, 57),
        },
      ],
      national: [
        {
          measure: 'R1',
          reportingYear: '2024-25',
          label: 'With modifiable factors',
          value: 28,
          unit: 'per-cent',
          release,
        },
      ],
      days: [{ label: 'All reviews', reviews: 9, quartiles: null }],
    })
    const words = wordsOf((await browser.get('/figures?measure=R1&year=2024-25&together=3')).body)
    expect(words).toMatch(/Reviews with modifiable factors 54\.5% \(.*\) 52\.6% \(.*\) 56\.1%/)
    expect(words).toContain(`Year ending 31 March 2025 With modifiable factors 28 % ${release}`)
    expect(words).toContain('All reviews 9 Fewer than 10')
    expect(reporting.calls).toMatchObject([{ input: { yearsTogether: 3 } }])
  })

  test.each([
    'measure=N1',
    'measure=X9&year=2024-25',
    'measure=N1&year=2031-32',
    'measure=N1&year=%00',
    'measure=__proto__&year=constructor',
  ])('for "%s" are not asked for', async (query) => {
    const { status, body } = await browser.get(`/figures?${query}`)
    expect(status).toBe(200)
    expect(body).not.toContain('<table')
    expect(reporting.calls).toEqual([])
  })

  test('that reporting refuses are a page of their own', async () => {
    reporting.refuse('figure.exact', 'date-in-future')
    expect((await browser.get('/figures?measure=N1&year=2025-26')).status).toBe(400)
  })
})
