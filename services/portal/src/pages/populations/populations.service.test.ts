import { Instant } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const reporting = reportingService()
let portal: GivenPortal
let browser: TestBrowser

const typed = {
  label: 'children aged 0 to 17',
  source: 'Invented office of statistics',
  vintage: 'Mid-2023',
  rows: '2023-24,children-0-17,sex,female,41000\r\n\r\n2023/24\tchildren-0-17\tsex\tmale\t42000\r\n',
}

const loaded = {
  reportingYear: '2023-24',
  population: 'children-0-17' as const,
  version: 1,
  count: 41_000,
  label: typed.label,
  source: typed.source,
  loadedAt: Instant.parse('2026-03-01T09:30:00.000Z'),
  groupKind: 'sex' as const,
  groupCode: 'female',
  vintage: typed.vintage,
}

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('owen.pryce@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  reporting.forget()
  reporting.answer('denominator.list', { denominators: [loaded] })
})

const imported = () => reporting.calls.filter(({ procedure }) => procedure === 'denominator.import')

describe('populations', () => {
  test('are reached from the figures, and show what counts now with its edition', async () => {
    expect((await browser.get('/figures')).body).toContain('href="/figures/populations"')
    const { status, body } = await browser.get('/figures/populations')
    expect(status).toBe(200)
    expect(body).toContain('<title>Populations – Figures – Child death reviews</title>')
    expect(body).toMatch(/Year ending 31 March 2024[\s\S]*sex: female[\s\S]*41,000[\s\S]*Mid-2023/)
  })

  test('are imported line by line, from a spreadsheet too; empty lines are none', async () => {
    reporting.answer('denominator.import', { rows: 2 })
    const { status, location } = await browser.submit('/figures/populations', typed)
    expect(status).toBe(303)
    expect(new URL(location).pathname).toBe('/figures/populations')
    const { rows, ...about } = typed
    const group = { reportingYear: '2023-24', population: 'children-0-17', groupKind: 'sex' }
    expect(imported()).toMatchObject([
      {
        input: {
          areaId: leeds,
          ...about,
          rows: [
            { ...group, groupCode: 'female', count: 41_000 },
            { ...group, groupCode: 'male', count: 42_000 },
          ],
        },
      },
    ])
  })

  test.each([
    ['a line of something else', { rows: `${typed.rows}\nnonsense` }, 'Line 5 is not a year, a population'],
    [
      'a group of another list',
      { rows: '2023-24,children-0-17,ethnic-group,white-british,5' },
      'Line 1 is not',
    ],
    ['a group twice', { rows: `${typed.rows}2023-24,children-0-17,sex,male,9` }, 'Line 4 names a group'],
    ['no number', { rows: '2023-24,children-0-17,sex,male,0' }, 'Line 1 is not'],
    ['no line', { rows: ' ' }, 'Enter at least one line'],
    ['no source', { source: '' }, 'Enter who says so'],
    ['no edition', { vintage: ' ' }, 'Enter which edition it is'],
    ['a label of 201 letters', { label: 'x'.repeat(201) }, 'Shorten this to 200 characters'],
  ])('with %s are not imported, and what was typed stays', async (_, changes, words) => {
    const { status, body } = await browser.submit('/figures/populations', { ...typed, ...changes })
    expect(status).toBe(422)
    expect(body).toContain('There is a problem')
    expect(body).toContain(words)
    expect(body).toContain('value="Mid-2023"'.slice(0, 'vintage' in changes ? 0 : undefined))
    expect(imported()).toEqual([])
  })

  test('of a year that has not begun are refused beside the lines', async () => {
    reporting.refuse('denominator.import', 'date-in-future')
    const { status, body } = await browser.submit('/figures/populations', typed)
    expect(status).toBe(422)
    expect(body).toContain('<a href="#rows">A reporting year in these lines has not begun</a>')
  })

  test('are nobody’s who may not load them', async () => {
    const other = testBrowser(portal.app)
    await other.signIn('helen.marsh@lds.example')
    reporting.forget()
    expect((await other.get('/figures/populations')).status).toBe(403)
    expect(reporting.calls).toEqual([])
  })
})
