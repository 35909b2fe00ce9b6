import { FactorDomain } from '@cdop/domain'
import {
  agreementByFactor,
  agreementOfTwoPanels,
  countedPairs,
  fleissKappa,
  type PairTable,
} from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import type { AgreementFigures } from './view.ts'

const services = panelServices()
let portal: GivenPortal
let analyst: TestBrowser
beforeAll(async () => {
  portal = await givenPortal(services.routers)
  analyst = testBrowser(portal.app)
  await analyst.signIn('owen.pryce@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => services.forget())

function on(table: PairTable, weighting?: 'linear') {
  const found = agreementOfTwoPanels(table, weighting && { weighting })
  const { cases, agreed, kappa, ac1, weighted } = found
  return {
    cases,
    agreed: cases < 50 ? null : agreed,
    kappa,
    ac1,
    weighted,
    fleiss: fleissKappa({ categories: table.categories, counts: [] }),
  }
}

/** 60 cases: 40 both yes, 10 both no, 10 of the first alone. */
const yesNo = countedPairs(
  ['yes', 'no'],
  [
    [40, 10],
    [0, 10],
  ],
)
const small = countedPairs(
  ['yes', 'no'],
  [
    [20, 2],
    [1, 10],
  ],
)
const figures = (table: PairTable, pairs: number): AgreementFigures => ({
  pairs,
  fewest: 50,
  category: on(table),
  modifiability: on(table),
  domains: FactorDomain.options.map((domain) => ({ domain, ...on(table, 'linear') })),
  factors: agreementByFactor(
    ['smoking-in-household', 'asthma'],
    Array.from({ length: pairs }, (_, at) => ({
      caseId: `${at}`,
      first: { found: at < 12 ? ['smoking-in-household'] : [], notJudged: [] },
      second: { found: at < 6 ? ['smoking-in-household'] : [], notJudged: [] },
    })),
  ),
})
const wordsOf = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ')

test('kappa and AC1 stand with their intervals, and with words on what they mean and when kappa falls', async () => {
  services.answer('doubleCoding.agreement', figures(yesNo, 60))
  const { status, body } = await analyst.get('/panel-agreement')
  expect(status).toBe(200)
  const words = wordsOf(body)
  expect(words).toContain('60 cases have been coded twice')
  expect(words).toMatch(/Primary category 60 83\.3% 0\.57 \(0\.\d\d to 0\.\d\d\)/)
  expect(words).toContain('Cohen’s kappa falls when one answer is rare')
  expect(words).toContain('not for publication')
  expect(services.sent('doubleCoding.agreement')).toMatchObject({ areaId: leeds, foundWhen: 'modifiable' })
  expect(body).not.toContain('href="/double-coding"')
})

test('disagreement by factor is a picture with the table behind it, without what nobody found', async () => {
  services.answer('doubleCoding.agreement', figures(yesNo, 60))
  const { body } = await analyst.get('/panel-agreement?found=recorded')
  expect(services.sent('doubleCoding.agreement')).toMatchObject({ foundWhen: 'recorded' })
  expect(body).toMatch(/<svg role="img" aria-labelledby="disagreement-title disagreement-description"/)
  expect(body.match(/<rect /g)).toHaveLength(1)
  expect(wordsOf(body)).toMatch(/60 10\.0% 50\.0%/)
  expect(wordsOf(body)).toContain('1 factor neither panel found in any case')
})

test('of fewer cases than stated no figure stands on the page', async () => {
  services.answer('doubleCoding.agreement', figures(small, 33))
  const { body } = await analyst.get('/panel-agreement')
  expect(wordsOf(body)).toContain('No figure is shown of fewer than 50 cases coded twice')
  expect(body).not.toContain('<table')
  expect(body).not.toContain('<svg role="img" aria-labelledby="disagreement')
})

test('chair and coordinator are led on to the cases; nobody else comes here', async () => {
  services.answer('doubleCoding.agreement', figures(small, 33))
  for (const [who, status] of [
    ['asha.linden', 200],
    ['helen.marsh', 200],
    ['tom.harrow', 403],
    ['nadia.birch', 403],
  ] as const) {
    const browser = testBrowser(portal.app)
    await browser.signIn(`${who}@lds.example`)
    const answer = await browser.get('/panel-agreement')
    expect(answer.status).toBe(status)
    if (status === 200) expect(answer.body).toContain('href="/double-coding"')
  }
})
