import { randomUUID } from 'node:crypto'
import { auditOf } from '@cdop/audit'
import type { GivenService } from '@cdop/service/testing'
import { byar, exactPoisson, type Rate } from '@cdop/statistics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FigureId } from '../figure/figure-tables.ts'
import { accepted, asPerson, envelope, givenReporting, hear, newArea, newCase } from '../testing.ts'

let given: GivenService
beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())

const about = {
  label: 'children aged 0 to 17, mid-year estimate',
  source: 'Invented office of statistics',
  vintage: 'Mid-2023, first edition',
}

type Row = {
  reportingYear: string
  population: 'children-0-17' | 'children-1-17' | 'live-births'
  groupKind: 'all' | 'age' | 'sex' | 'ethnic-group' | 'deprivation' | 'rural-urban'
  groupCode: string
  count: number
}

const bySex = (reportingYear: string, female: number, male: number): Row[] => [
  { reportingYear, population: 'children-0-17', groupKind: 'sex', groupCode: 'female', count: female },
  { reportingYear, population: 'children-0-17', groupKind: 'sex', groupCode: 'male', count: male },
]

/** An area with 25 girls, 4 boys and 2 of whom it is not known, dead in each of two years. */
async function givenDeaths(areaId: ReturnType<typeof newArea>): Promise<void> {
  for (const diedOn of ['2022-09-01', '2023-09-01']) {
    const sexes = [...Array(25).fill('female'), ...Array(4).fill('male'), 'not-known', 'not-known'] as const
    const events = sexes.map((sex) => {
      const caseId = newCase()
      const payload = accepted(caseId, { sex, diedOn, receivedOn: diedOn })
      return envelope(areaId, { type: 'notification.accepted.v1', subject: caseId, payload })
    })
    await hear(given, 'intake', events)
  }
}

async function rateOf(areaId: ReturnType<typeof newArea>, measure: FigureId, row: string, asking = {}) {
  const figure = await asPerson(given, areaId).figure.exact({
    areaId,
    measure,
    reportingYear: '2023-24',
    ...asking,
  })
  const cell = figure.cells.find((found) => found.row === row && found.column === 'total')
  const found = cell?.statistics.find(({ result }) => result.kind === 'rate' || result.kind === 'no-rate')
  return { rate: (found?.result ?? null) as Rate | null, notes: figure.notes.join(' ') }
}

const importing = (areaId: ReturnType<typeof newArea>, rows: Row[], changes = {}) =>
  asPerson(given, areaId).denominator.import({ areaId, ...about, rows, key: randomUUID(), ...changes })

describe('populations by group', () => {
  test('make rates: plain from twenty, marked below, and none below three', async () => {
    const areaId = newArea()
    await givenDeaths(areaId)
    expect((await rateOf(areaId, 'N3', 'female')).rate).toBeNull()
    await importing(areaId, bySex('2023-24', 50_000, 60_000))
    const girls = (await rateOf(areaId, 'N3', 'female')).rate
    expect(girls).toMatchObject({ kind: 'rate', rate: 50, reliability: 'reliable', numerator: 25 })
    if (girls?.kind !== 'rate') throw new Error('a rate')
    expect(girls.interval.low).toBeCloseTo(byar(25).low * 2, 6)
    expect(girls.denominator).toMatchObject({
      source: 'Invented office of statistics (Mid-2023, first edition)',
    })
    const boys = (await rateOf(areaId, 'N3', 'male')).rate
    expect(boys).toMatchObject({ kind: 'rate', reliability: 'unreliable' })
    if (boys?.kind !== 'rate') throw new Error('a rate')
    expect(boys.interval.high).toBeCloseTo((exactPoisson(4).high * 100_000) / 60_000, 6)
    expect((await rateOf(areaId, 'N3', 'not-known')).rate).toBeNull()
  })

  test('of several years are added up, and of years one of which is missing make no rate', async () => {
    const areaId = newArea()
    await givenDeaths(areaId)
    await importing(areaId, bySex('2023-24', 50_000, 60_000))
    expect((await rateOf(areaId, 'N3', 'female', { yearsTogether: 2 })).rate).toBeNull()
    await importing(areaId, bySex('2022-23', 40_000, 60_000), { vintage: 'Mid-2022, second edition' })
    const { rate } = await rateOf(areaId, 'N3', 'female', { yearsTogether: 2 })
    expect(rate).toMatchObject({ numerator: 50, denominator: { value: 90_000 } })
    expect(rate?.denominator.name).toContain('2 years added up')
    const months = { months: { first: '2022-10', last: '2023-09' } }
    const run = await rateOf(areaId, 'N3', 'female', months)
    expect(run.rate).toBeNull()
    expect(run.notes).toContain('No rates of a run of months')
  })

  test('of two editions in one year make no rate, and the table says why', async () => {
    const areaId = newArea()
    await givenDeaths(areaId)
    await importing(areaId, bySex('2023-24', 50_000, 60_000))
    await importing(areaId, bySex('2023-24', 51_000, 61_000).slice(0, 1), { vintage: 'Mid-2023, revised' })
    const mixed = await rateOf(areaId, 'N3', 'female')
    expect(mixed.rate).toBeNull()
    expect(mixed.notes).toContain('of different editions')
    await importing(areaId, bySex('2023-24', 51_000, 61_000), { vintage: 'Mid-2023, revised' })
    expect((await rateOf(areaId, 'N3', 'female')).rate).toMatchObject({ denominator: { value: 51_000 } })
  })

  test('of the youngest are live births, per 1,000', async () => {
    const areaId = newArea()
    await givenDeaths(areaId)
    const births = { population: 'live-births', groupKind: 'all', groupCode: 'all' } as const
    await importing(areaId, [{ reportingYear: '2023-24', ...births, count: 10_000 }], {
      label: 'live births, calendar year 2023',
    })
    const { rate } = await rateOf(areaId, 'N8', '2023-24')
    expect(rate).toMatchObject({ per: 1_000, rate: 3.1, numerator: 31 })
    // Live births are no base for all children.
    expect((await rateOf(areaId, 'N1', '2023-24')).rate).toBeNull()
  })

  test('grouped otherwise than the tables are refused, and so is a group twice; nothing of it is kept', async () => {
    const areaId = newArea()
    const [female] = bySex('2023-24', 50_000, 60_000)
    if (female === undefined) throw new Error('a row')
    for (const rows of [
      [female, { ...female, groupKind: 'ethnic-group' as const, groupCode: 'white-british' }],
      [female, female],
      [{ ...female, groupCode: 'all' }],
      [{ ...female, count: 0 }],
    ]) {
      await expect(importing(areaId, rows)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await expect(importing(areaId, bySex('2031-32', 1, 1))).rejects.toMatchObject({
      message: 'date-in-future',
    })
    const kept = await given.test.look`select 1 from reporting.denominators where area_id = ${areaId}`
    expect(kept).toHaveLength(0)
  })

  test('come from who may load them, of their own area, once for a second click, with an audit entry', async () => {
    const areaId = newArea()
    const rows = bySex('2023-24', 50_000, 60_000)
    const key = randomUUID()
    const analyst = asPerson(given, areaId)
    const once = { areaId, ...about, rows, key }
    await analyst.denominator.import(once)
    expect(await analyst.denominator.import(once)).toEqual({ rows: 2 })
    const kept = await given.test.look`select version from reporting.denominators where area_id = ${areaId}`
    expect(kept.map(({ version }) => Number(version))).toEqual([1, 1])
    const entries = await given.test.look<{ entry: unknown }[]>`
      select entry from reporting.audit_entries where area_id = ${areaId}
    `
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      { action: 'denominator.import', object: { kind: 'reporting-year', id: '2023-24' } },
    ])
    const input = { areaId, ...about, rows, key: randomUUID() }
    await expect(asPerson(given, newArea()).denominator.import(input)).rejects.toMatchObject({
      message: 'not-found',
    })
    await expect(asPerson(given, areaId, ['chair']).denominator.import(input)).rejects.toMatchObject({
      message: 'forbidden',
    })
    const audit = { ...auditOf('reporting', given.clock), record: () => Promise.reject(new Error('disk')) }
    const broken = { ...given, parts: { ...given.parts, audit } }
    const later = { ...input, key: randomUUID() }
    await expect(asPerson(broken, areaId).denominator.import(later)).rejects.toThrow()
    expect(
      await given.test.look`select 1 from reporting.denominators where area_id = ${areaId}`,
    ).toHaveLength(2)
  })
})
