import { randomUUID } from 'node:crypto'
import { Instant, PersonId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { publishedAnswer, releaseId, statisticalAnswer } from '../../testing/reporting-answers.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const reporting = reportingService()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('helen.marsh@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  reporting.forget()
  reporting.answer('statistics.releases', { releases: [publishedAnswer()] })
})

type TableId = Parameters<typeof statisticalAnswer>[0]
const address = (table: string, more = '') => `/explorer?release=${releaseId}&table=${table}${more}`

async function look(table: TableId, more = '') {
  reporting.answer('statistics.table', { release: publishedAnswer(), answer: statisticalAnswer(table) })
  return browser.get(address(table, more))
}

function wordsOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(' ', ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('the explorer', () => {
  test('offers every table of the newest release, and reads no figure before one is chosen', async () => {
    const { status, body } = await browser.get('/explorer')
    expect(status).toBe(200)
    expect(body).toContain('<title>Explorer – Child death reviews</title>')
    expect(body).toContain('<form method="get" action="/explorer" novalidate>')
    for (const table of ['N1', 'N2', 'N9', 'R1', 'R3']) {
      expect(body).toContain(`href="/explorer?release=${releaseId}&amp;table=${table}"`)
    }
    expect(body).toContain('(withheld)')
    expect(reporting.calls.map(({ procedure }) => procedure)).toEqual(['statistics.releases'])
  })

  test('says that nothing has been published', async () => {
    reporting.answer('statistics.releases', { releases: [] })
    const { body } = await browser.get('/explorer')
    expect(body).toContain('Nothing has been published in this area yet')
    expect(body).not.toContain('name="release"')
  })

  test('shows years as a trend with intervals, its table, its denominators and its release', async () => {
    const { status, body } = await look('N1')
    const words = wordsOf(body)
    expect(status).toBe(200)
    expect(body).toContain('<title>Deaths by reporting year – Explorer – Child death reviews</title>')
    expect(words).toContain(
      '1,103 deaths in the year ending 31 March 2025, 6.1% more than in the year before',
    )
    expect(body).toMatch(/<svg role="img" aria-labelledby="chart-N1-title chart-N1-description"/)
    expect(words).toMatch(/Year ending 31 March 2025 1,103 \+6\.1% 648\.8 \(\d+\.\d to \d+\.\d\)/)
    expect(words).toContain('170,000 children aged 0 to 17, mid-year estimate. Source: Invented')
    expect(words).toContain(`Release ${releaseId}`)
    expect(reporting.sent('statistics.table')).toEqual({ areaId: leeds, releaseId, tableId: 'N1' })
  })

  test('draws bars with intervals for shares, and says what each letter means', async () => {
    const words = wordsOf((await look('R1')).body)
    expect(words).toContain('The thin lines are 95% intervals')
    expect(words).toContain('Modifiable factors identified: 52.6% (39.9 to 65.0)')
    for (const letter of ['[c]', '[u]', '[x]', '[z]']) expect(words).toContain(`${letter} `)
    expect(words).toContain('This is not a finding that this death would have been prevented.')
  })

  test('gives a hidden figure a gap of one size, no length and no number', async () => {
    const { body } = await look('R1', '&figure=number')
    const boxes = [...body.matchAll(/<rect x="1" y="\d+" width="(\d+)"[^>]*stroke-dasharray/g)]
    expect(boxes.map(([, width]) => width)).toEqual(['40', '40'])
    expect(body).toContain('Inadequate information to judge: [c].')
  })

  test('tells at most four groups apart by colour', async () => {
    const words = wordsOf((await look('N2')).body)
    expect(words).toMatch(/Female .* Male .* Indeterminate .* Not known/)
    expect(words).toContain('0 to 27 days: Female')
  })

  test('shows rows alone, or one row, as the address asks', async () => {
    const rows = wordsOf((await look('N2', '&breakdown=rows')).body)
    expect(rows).not.toContain('Indeterminate')
    expect(rows).toContain('Question table=N2&amp;breakdown=rows')
    const one = (await look('N2', '&breakdown=row&row=1-4y')).body
    expect(/<table[\s\S]*<\/table>/.exec(one)?.[0]).not.toContain('0 to 27 days')
    expect(wordsOf(one)).toContain('Question table=N2&amp;breakdown=row&amp;row=1-4y')
  })

  test('says how to cite it, with an address that asks the same again', async () => {
    const { body } = await look('N2', '&breakdown=rows')
    const cited = /id="citation">([\s\S]*?)<\/p>/.exec(body)?.[1] ?? ''
    const [, path = ''] = /http:\/\/localhost:3000(\S+)/.exec(cited.replaceAll('&amp;', '&')) ?? []
    const again = await browser.get(path)
    expect(again.status).toBe(200)
    const part = /<svg[\s\S]*<\/table>/
    expect(part.exec(again.body)?.[0]).toBe(part.exec(body)?.[0])
  })

  test('names what was counted in none of the reviews below a long list', async () => {
    const { body } = await look('R3')
    expect(/<table[\s\S]*<\/table>/.exec(body)?.[0]).not.toContain('Factor number')
    expect(body).toContain('<li>Factor number 29</li>')
  })

  test.each([
    ['another table', 'N7', ''],
    ['a table that is withheld', 'R2', ''],
    ['columns of a table that has none', 'N9', '&breakdown=columns'],
    ['a row that is not there', 'N9', '&breakdown=row&row=the-moon'],
    ['another breakdown', 'N9', '&breakdown=ethnic-group'],
    ['a figure it has not', 'N9', '&figure=rate'],
    ['no table at all', '__proto__', ''],
  ])('asked for %s leads to where it can be asked for, never to less', async (_, table, more) => {
    reporting.answer('statistics.table', {
      release: publishedAnswer(),
      answer: table === 'R2' ? null : statisticalAnswer('N9'),
    })
    const answer = await browser.get(address(table, more))
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(`/explorer/ask?release=${releaseId}`)
  })

  test.each([randomUUID(), 'x', '%00'])(
    'of the release "%s", which is not there, is not there',
    async (id) => {
      expect((await browser.get(`/explorer?release=${id}&table=N1`)).status).toBe(404)
    },
  )
})

describe('a year most of whose figures are hidden', () => {
  const [first] = publishedAnswer().tables
  const pooled = { ...statisticalAnswer('R1') }
  const mostlyHidden = {
    ...pooled,
    observations: pooled.observations.map((one) =>
      one.figure === 'number' ? { ...one, value: null, count: null, shorthand: '[c]' as const } : one,
    ),
  }

  test('offers several years together first where the release has them', async () => {
    const release = publishedAnswer()
    const own = release.tables.find(({ tableId }) => tableId === 'R1')?.holds ?? first?.holds ?? null
    const together = {
      ...{ tableId: 'R21', title: 'Reviews by modifiability, years together', outcome: 'published' as const },
      says: null,
      holds: own && { ...own, period: 'April 2020 to March 2025', years: ['2020-21', '2024-25'] },
    }
    reporting.answer('statistics.releases', {
      releases: [{ ...release, tables: [...release.tables, together] }],
    })
    reporting.answer('statistics.table', { release, answer: mostlyHidden })
    const { body } = await browser.get(address('R1'))
    expect(body).toContain(
      'table=R21">Reviews by modifiability, years together, April 2020 to March 2025</a>',
    )
  })

  test('says so where it has none', async () => {
    reporting.answer('statistics.table', { release: publishedAnswer(), answer: mostlyHidden })
    const words = wordsOf((await browser.get(address('R1'))).body)
    expect(words).toContain('Most figures of this one year are hidden')
    expect(words).toContain('This release has no table of several years together')
  })
})

describe('asking for a table', () => {
  test('says what is missing, where else it is, and takes the wish down once', async () => {
    const path = `/explorer/ask?release=${releaseId}&table=R2`
    const { body } = await browser.get(path)
    expect(wordsOf(body)).toContain('withholds this table: No choice of hidden cells')
    expect(body).toContain('value="Reviews by primary category of death and modifiability"')
    reporting.answer('tableRequest.record', { requestId: randomUUID() })
    const wish = { measure: 'Reviews by category', breakdown: 'five years', reason: 'The annual report' }
    const asked = await browser.submit(path, wish)
    expect(asked.location).toContain('/explorer/ask?recorded=yes')
    expect(reporting.sent('tableRequest.record')).toMatchObject({
      areaId: leeds,
      releaseId,
      tableId: 'R2',
      wish,
    })
    expect((await browser.get('/explorer/ask?recorded=yes')).body).toContain('An analyst will read')
  })

  test('without words asks for them and records nothing', async () => {
    const { status, body } = await browser.submit('/explorer/ask', { measure: '', breakdown: '', reason: '' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#measure">Enter which figures you need</a>')
    expect(body).toContain('<a href="#reason">Enter what you need them for</a>')
    expect(reporting.sent('tableRequest.record')).toBeUndefined()
  })

  test('is read by analysts, by name, and by nobody else', async () => {
    expect((await browser.get('/explorer/asked')).status).toBe(403)
    const analyst = testBrowser(portal.app)
    await analyst.signIn('owen.pryce@lds.example')
    reporting.answer('tableRequest.list', {
      requests: [
        {
          requestId: randomUUID(),
          releaseId,
          tableId: 'R2',
          wish: { measure: 'Reviews by category', breakdown: 'five years', reason: 'The annual report' },
          askedBy: portal.people.get('helen.marsh@lds.example') ?? PersonId.parse(randomUUID()),
          askedAt: Instant.parse('2026-03-02T09:30:00.000Z'),
        },
      ],
    })
    const words = wordsOf((await analyst.get('/explorer/asked')).body)
    expect(words).toContain('Reviews by category (R2) five years The annual report Helen Marsh 2 March 2026')
    expect((await analyst.get('/explorer')).body).toContain('href="/explorer/asked"')
  })
})

test('whoever works with people and not with figures sees no explorer', async () => {
  for (const email of ['nadia.birch@lds.example', 'shabnam.reyes@lds.example', 'priya.dale@lds.example']) {
    const other = testBrowser(portal.app)
    await other.signIn(email)
    reporting.forget()
    for (const path of ['/explorer', address('N1'), '/explorer/ask', '/explorer/asked']) {
      expect((await other.get(path)).status).toBe(403)
    }
    expect(reporting.calls).toEqual([])
  }
})
