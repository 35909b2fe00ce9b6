import { Instant, PersonId } from '@cdop/domain'
import { modifiableFactorDefinition, populationNames } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { releaseAnswer, releaseId } from '../../testing/reporting-answers.ts'
import { reportingService } from '../../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import type { Release } from './release.ts'

const reporting = reportingService()
let portal: GivenPortal
let browser: TestBrowser
const path = `/releases/${releaseId}`

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('owen.pryce@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  reporting.forget()
  reporting.answer('release.read', releaseAnswer())
})

/** Somebody the portal does not know, and when. */
function by() {
  const at = Instant.parse('2026-03-03T09:30:00.000Z')
  return { by: PersonId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0a14'), at }
}

/** What stands between a table's heading and the next one's. */
function sectionOf(body: string, tableId: string): string {
  return new RegExp(`<section id="${tableId}"[\\s\\S]*?</section>`).exec(body)?.[0] ?? ''
}

/** The words of a piece of a page. */
function wordsOf(markup: string): string {
  return markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('a release', () => {
  test('says what it is of, when it was known, and what stands in the place of hidden figures', async () => {
    const { status, body } = await browser.get(path)
    expect(status).toBe(200)
    const title = 'Child deaths and child death reviews: year ending 31 March 2025'
    expect(body).toContain(`<title>${title} – Releases – Child death reviews</title>`)
    const words = wordsOf(body)
    for (const said of [
      'Leeds',
      '2 March 2026 at 9:30am',
      releaseId,
      'ab12cd34ef56',
      'Small counts are protected',
    ]) {
      expect(words).toContain(said)
    }
    expect(body).not.toContain('ab12cd34ef560')
    expect(words).toMatch(/\[c\] Hidden: a count from 1 to 4, .*It may be zero/)
    expect(words).toMatch(/\[u\] Unreliable: a rate of fewer than 20/)
    expect(words).toMatch(/\[x\] Not available: a percentage of fewer than 50/)
    expect(reporting.calls).toMatchObject([{ input: { areaId: leeds, releaseId } }])
  })

  test('names its population on every table: deaths and reviews are never mixed up', async () => {
    const { body } = await browser.get(path)
    for (const id of ['N1', 'N2', 'N9']) {
      expect(sectionOf(body, id)).toContain(populationNames.deaths)
      expect(sectionOf(body, id)).not.toContain(populationNames.reviews)
    }
    for (const id of ['R1', 'R3']) {
      expect(sectionOf(body, id)).toContain(populationNames.reviews)
      expect(sectionOf(body, id)).not.toContain(populationNames.deaths)
    }
  })

  test('hides what is hidden in table and chart alike, and draws no bar for it', async () => {
    const section = sectionOf((await browser.get(path)).body, 'R1')
    const words = wordsOf(section)
    expect(words).toContain('Modifiable factors identified 30 52.6% (39.9 to 65.0)')
    expect(words).toContain(
      'No modifiable factors identified [c] [c] Inadequate information to judge [c] [c] Total 57',
    )
    expect(words).not.toMatch(/\b25\b/)
    const chart = /<svg[\s\S]*<\/svg>/.exec(section)?.[0] ?? ''
    expect(chart).toContain('role="img"')
    expect(chart).toContain('No modifiable factors identified: [c].')
    expect(chart.match(/<rect/g)).toHaveLength(1)
  })

  test('defines modifiable factors on every table of them', async () => {
    const { body } = await browser.get(path)
    for (const id of ['R1', 'R3']) expect(wordsOf(sectionOf(body, id))).toContain(modifiableFactorDefinition)
    expect(modifiableFactorDefinition).toContain('not a finding that this death would have been prevented')
    expect(sectionOf(body, 'N9')).not.toContain('odifiable')
  })

  test('writes rates with their interval and names the children they are of', async () => {
    const words = wordsOf(sectionOf((await browser.get(path)).body, 'N1'))
    expect(words).toMatch(/Year ending 31 March 2024 1,040 Not applicable Not applicable/)
    expect(words).toMatch(/Year ending 31 March 2025 1,103 \+6\.1% 648\.8 \(\d+\.\d to \d+\.\d\)/)
    expect(words).toContain('170,000 children aged 0 to 17, mid-year estimate. Source: Invented')
  })

  test('lists which figures changed since the release before, and why in counts that may be told', async () => {
    const answer = releaseAnswer()
    const since = { releaseId, asKnownOn: Instant.parse('2025-06-01T10:00:00.000Z') }
    const kept = { since, changed: [], causes: null, kept: null }
    const changed = [
      { row: 'modifiable-factors-identified', column: 'total', before: 24, after: 30 },
      { row: 'total', column: 'total', before: 51, after: 57 },
    ]
    const revised = (table: Release['tables'][number]): Release['tables'][number] => {
      if (table.outcome === 'withheld') return table
      if (table.tableId === 'N9') return { ...table, revision: kept }
      if (table.tableId === 'R3') return { ...table, revision: { ...kept, kept: 'measured-otherwise' } }
      const causes = [{ cause: 'reopened-review' as const, cases: 6 }]
      return table.tableId === 'R1' ? { ...table, revision: { ...kept, changed, causes } } : table
    }
    reporting.answer('release.read', { ...answer, tables: answer.tables.map(revised) })
    const { body } = await browser.get(path)
    const modifiability = wordsOf(sectionOf(body, 'R1'))
    expect(modifiability).toContain('Changes since the release of figures known on 1 June 2025')
    expect(modifiability).toContain('Modifiable factors identified 24 30 Total 51 57')
    expect(modifiability).toContain('Reviews that were reopened and agreed again: 6')
    const places = wordsOf(sectionOf(body, 'N9'))
    expect(places).toContain('No figure was changed')
    expect(places).toMatch(/told only where none of the counts is from 1 to 4/)
    expect(places).toContain('What was hidden stays hidden')
    expect(wordsOf(sectionOf(body, 'R3'))).toContain('It is counted in another way now')
    expect(sectionOf(body, 'N2')).not.toContain('Changes')
  })

  test('of a year that had not ended says that it is held to no other', async () => {
    expect((await browser.get(path)).body).not.toContain('held to no other release')
    reporting.answer('release.read', {
      ...releaseAnswer(),
      asKnownOn: Instant.parse('2025-03-31T10:00:00.000Z'),
    })
    expect((await browser.get(path)).body).toContain('held to no other release')
  })

  test('names the factors no review had below the table instead of in it', async () => {
    const section = sectionOf((await browser.get(path)).body, 'R3')
    expect(/<table[\s\S]*<\/table>/.exec(section)?.[0]).not.toContain('Factor number 7')
    expect(section).toContain('<li>Factor number 7</li>')
  })

  test('names the tables that are withheld, with the reason and without a file', async () => {
    const { body } = await browser.get(path)
    const section = sectionOf(body, 'R2')
    expect(section).toContain('This table is withheld from the release. No choice of hidden cells')
    expect(section).not.toContain('<table')
    expect(body).not.toContain('/tables/R2.csv')
    expect(body).toContain('/tables/R1.csv')
  })

  test('of withheld tables alone still opens', async () => {
    reporting.answer('release.read', releaseAnswer([]))
    const { status, body } = await browser.get(path)
    expect(status).toBe(200)
    expect(body).not.toContain('<table')
  })

  test('shows words as words, however long or hostile', async () => {
    const hostile = `<script>alert(1)</script>${'x'.repeat(300)}`
    reporting.answer('release.read', { ...releaseAnswer(), areaName: hostile })
    const { body } = await browser.get(path)
    expect(body).toContain('&lt;script&gt;alert(1)')
    expect(body).not.toContain('<script>alert')
  })

  test('that is not there, or is no release id, is not found', async () => {
    reporting.forget()
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.get('/releases/7')).status).toBe(404)
    expect(reporting.calls).toHaveLength(1)
  })
})

describe('a release nobody has signed', () => {
  const preview: Release = { ...releaseAnswer(), standing: { state: 'waiting' }, signatureHolds: null }
  /** As the form of the page sends it. */
  const decision = { decision: 'sign', hash: preview.hash }
  let publisher: TestBrowser
  beforeAll(async () => {
    publisher = testBrowser(portal.app)
    await publisher.signIn('delyth.carrow@lds.example')
  })
  beforeEach(() => reporting.answer('release.read', preview))

  test('is a preview that is not for publication, without files', async () => {
    for (const reader of [browser, publisher]) {
      const { status, body } = await reader.get(path)
      expect(status).toBe(200)
      expect(wordsOf(body)).toContain('Not yet signed: not for publication')
      expect(sectionOf(body, 'R2')).toContain('This table is withheld from the release')
      expect(body).not.toContain('.csv')
    }
  })

  test('is signed by a publisher, with the check value of what was looked at, once for two clicks', async () => {
    const { body, hidden } = await publisher.get(path)
    expect(body).toContain('Do you sign this release?')
    expect(body).toContain(`<input type="hidden" name="hash" value="${preview.hash}">`)
    reporting.answer('release.sign', { signedAt: preview.builtAt })
    const clicks = [1, 2].map(() => publisher.post(path, { ...hidden, ...decision }))
    for (const { status, location } of await Promise.all(clicks)) {
      expect(status).toBe(303)
      expect(new URL(location).pathname).toBe(path)
    }
    const asked = { areaId: leeds, releaseId, hash: preview.hash, key: hidden._key }
    const signed = reporting.calls.filter(({ procedure }) => procedure === 'release.sign')
    expect(signed.map(({ input }) => input)).toEqual([asked, asked])
  })

  test('is turned down with a reason out of a list', async () => {
    reporting.answer('release.turnDown', { reason: 'too-little-shown' })
    const { status } = await publisher.submit(path, { ...decision, decision: 'too-little-shown' })
    expect(status).toBe(303)
    expect(reporting.sent('release.turnDown')).toMatchObject({
      reason: 'too-little-shown',
      hash: preview.hash,
    })
    for (const wrong of ['', 'because', '__proto__']) {
      const { status: refused, body } = await publisher.submit(path, { decision: wrong })
      expect(refused).toBe(422)
      expect(body).toContain('<a href="#decision">Select whether you sign this release</a>')
    }
  })

  test('says why it was not taken when somebody else was quicker', async () => {
    reporting.refuse('release.sign', 'release-superseded')
    const { status, body } = await publisher.submit(path, decision)
    expect(status).toBe(409)
    expect(body).toContain('Build the year again')
  })

  test('is not offered to an analyst, who is refused, nor to whoever built it', async () => {
    const { body, hidden } = await browser.get(path)
    expect(body).not.toContain('Do you sign this release?')
    expect((await browser.post(path, { ...hidden, ...decision })).status).toBe(403)
    const mine = portal.people.get('delyth.carrow@lds.example')
    if (mine === undefined) throw new Error('the demonstration has a publisher')
    reporting.answer('release.read', { ...preview, builtBy: mine })
    const own = (await publisher.get(path)).body
    expect(own).not.toContain('Do you sign this release?')
    expect(own).toContain('You built this release. Somebody else has to read it and sign it')
    expect(reporting.sent('release.sign')).toBeUndefined()
  })

  test.each([
    [{ state: 'superseded' }, 'Out of date: not for publication'],
    [{ ...by(), state: 'turned-down', reason: 'figures-look-wrong' }, 'Turned down: not for publication'],
  ] as const)('is not decided on again: %o', async (standing, words) => {
    reporting.answer('release.read', { ...preview, standing })
    const { body } = await publisher.get(path)
    expect(wordsOf(body)).toContain(words)
    expect(body).not.toContain('Do you sign this release?')
    expect(body).not.toContain('.csv')
  })
})

test('a signed release says who signed it and whether the signature holds', async () => {
  const words = wordsOf((await browser.get(path)).body)
  expect(words).toContain('Signed by a colleague who has left on 3 March 2026 at 9:30am')
  expect(words).toContain('Holds: these are the tables that were signed')
  reporting.answer('release.read', { ...releaseAnswer(), signatureHolds: false })
  expect(wordsOf((await browser.get(path)).body)).toContain('Does not hold with the key of this service')
  const older = { state: 'before-signatures' } as const
  reporting.answer('release.read', {
    ...{ ...releaseAnswer(), builtBy: null, standing: older, signatureHolds: null },
  })
  const { body } = await browser.get(path)
  expect(wordsOf(body)).toContain('Not recorded: built before signatures were kept')
  expect(body).toContain('/tables/R1.csv')
})

describe('a table as a file', () => {
  test('is a CSV attachment with a name of our own, kept by no cache', async () => {
    const csv = '\uFEFFTitle,Child deaths\r\nHome,[c]\r\n'
    reporting.answer('release.csv', { fileName: 'child-death-review-2024-25-n9-7f8a3c52.csv', csv })
    const { status, body, headers } = await browser.get(`${path}/tables/N9.csv`)
    expect(status).toBe(200)
    expect(`\uFEFF${body}`).toBe(csv)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="child-death-review-2024-25-n9-7f8a3c52.csv"',
    )
    expect(headers.get('cache-control')).toBe('no-store')
    expect(reporting.calls).toMatchObject([{ input: { areaId: leeds, releaseId, tableId: 'N9' } }])
  })

  test('of a table that does not exist is not found and not asked for', async () => {
    for (const file of ['X1.csv', 'N9', 'N9.csv.exe', 'n9.csv', 'N9%00.csv']) {
      expect((await browser.get(`${path}/tables/${file}`)).status).toBe(404)
    }
    expect(reporting.calls).toEqual([])
  })

  test('of a withheld table is refused in words', async () => {
    reporting.refuse('release.csv', 'release-cannot-be-protected')
    const { status, body } = await browser.get(`${path}/tables/R2.csv`)
    expect(status).toBe(409)
    expect(body).toContain('cannot be published safely')
  })

  test('never gets a name that could break out of its header', async () => {
    reporting.answer('release.csv', { fileName: 'a".csv\r\nX: y', csv: '' })
    expect((await browser.get(`${path}/tables/N9.csv`)).status).toBe(500)
  })
})
