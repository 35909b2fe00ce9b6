import { randomUUID } from 'node:crypto'
import { auditOf } from '@cdop/audit'
import type { GivenService } from '@cdop/service/testing'
import { formatChange, formatPercent, formatRate, type StatisticResult } from '@cdop/statistics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asOperator, asPerson, givenReporting, newArea } from '../testing.ts'
import { england, givenEngland, givenHerefordshireAndWorcestershire } from '../testing-published-figures.ts'
import type { ExactFigure } from './exact-figure.ts'

let given: GivenService
const local = newArea()
const national = newArea()
beforeAll(async () => {
  given = await givenReporting()
  await givenHerefordshireAndWorcestershire(given, local)
  await givenEngland(given, national)
})
afterAll(() => given.drop())

function cellOf(figure: ExactFigure, row: string, column = 'total') {
  const cell = figure.cells.find((found) => found.row === row && found.column === column)
  if (cell === undefined) throw new Error(`no cell ${row} ${column}`)
  return cell
}

function asPrinted(result: StatisticResult): string {
  switch (result.kind) {
    case 'percentage':
    case 'no-percentage':
      return formatPercent(result)
    case 'percent-change':
    case 'no-percent-change':
      return formatChange(result)
    case 'rate':
    case 'no-rate':
      return formatRate(result)
  }
}

/** The statistics of a cell as they are printed. */
function printed(figure: ExactFigure, row: string): string[] {
  return cellOf(figure, row).statistics.map(({ result }) => asPrinted(result))
}

describe('the exact figures of Herefordshire and Worcestershire 2021/22', () => {
  const exact = (measure: ExactFigure['measure']) =>
    asPerson(given, local).figure.exact({ areaId: local, measure, reportingYear: '2021/22' })

  test('43 deaths are counted, named as deaths by date of death', async () => {
    const figure = await exact('N1')
    expect(figure).toMatchObject({ notForPublication: true, population: 'deaths' })
    expect(figure.populationName).toContain('counted by date of death')
    expect(cellOf(figure, '2021-22').count).toBe(43)
    expect(cellOf(await exact('N2'), 'total').count).toBe(43)
    expect(cellOf(await exact('N9'), 'hospital-neonatal-unit').count).toBe(43)
  })

  test('16 of 28 reviews found modifiable factors: 57.1%, of reviews', async () => {
    const figure = await exact('R1')
    expect(figure).toMatchObject({ notForPublication: true, population: 'reviews' })
    expect(cellOf(figure, 'modifiable-factors-identified').count).toBe(16)
    expect(cellOf(figure, 'total').count).toBe(28)
    expect(printed(figure, 'modifiable-factors-identified')).toEqual(['57.1%'])
    expect(cellOf(await exact('R2'), '8', 'modifiable-factors-identified').count).toBe(16)
  })

  test('the four factors have their counts, each a share of the 28 reviews', async () => {
    const figure = await exact('R3')
    expect([
      ['prematurity', 10],
      ['smoking-in-pregnancy', 7],
      ['neonatal-care-quality', 5],
      ['complex-family-circumstances', 8],
    ]).toEqual(
      ['prematurity', 'smoking-in-pregnancy', 'neonatal-care-quality', 'complex-family-circumstances'].map(
        (code) => [code, cellOf(figure, code).count],
      ),
    )
    expect(printed(figure, 'prematurity')).toEqual(['35.7%'])
  })

  test('no share is ever of the other population, and none can be asked for', async () => {
    for (const measure of ['N1', 'N2', 'N9', 'R1', 'R2', 'R3'] as const) {
      const figure = await exact(measure)
      for (const { statistics } of figure.cells) {
        for (const { result } of statistics) expect(result.population).toBe(figure.population)
      }
    }
    const wrongBase = { areaId: local, measure: 'R1' as const, reportingYear: '2021/22', base: 'deaths' }
    await expect(asPerson(given, local).figure.exact(wrongBase)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })
})

describe('the exact figures of England, year ending March 2024', () => {
  const exact = () =>
    asPerson(given, national).figure.exact({
      areaId: national,
      measure: 'N1',
      reportingYear: 'Year ending 31 March 2024',
    })

  test('3,577 deaths, 4.4% fewer than the 3,743 of the year before; no rate without a denominator', async () => {
    const figure = await exact()
    expect(cellOf(figure, '2022-23').count).toBe(england['2022-23'])
    expect(cellOf(figure, '2023-24').count).toBe(3_577)
    expect(printed(figure, '2023-24')).toEqual(['-4.4%'])
    expect(figure.rows.codes.map(({ code }) => code)).toEqual(['2022-23', '2023-24'])
  })

  test('the rate is 29.8 and names the denominator it was given, and who says so', async () => {
    await asOperator(given, national).denominator.load({
      areaId: national,
      reportingYear: '2023-24',
      population: 'children-0-17',
      count: 12_003_356,
      label: 'implied by the printed rate, not ONS',
      source: 'NCMD Child Death Review Data Release: year ending 31 March 2024',
      key: randomUUID(),
    })
    const figure = await exact()
    expect(printed(figure, '2023-24')).toEqual(['-4.4%', '29.8'])
    expect(cellOf(figure, '2023-24').statistics.at(-1)?.result).toMatchObject({
      denominator: { name: 'implied by the printed rate, not ONS', source: expect.stringContaining('NCMD') },
      per: 100_000,
    })
    expect(printed(figure, '2022-23')).toEqual([])
  })
})

describe('who sees an exact figure, and of when', () => {
  const asking = { measure: 'N1', reportingYear: '2021-22' } as const

  test('another area sees nothing, also of an area that exists', async () => {
    const elsewhere = newArea()
    const stranger = asPerson(given, elsewhere)
    await expect(stranger.figure.exact({ areaId: local, ...asking })).rejects.toMatchObject({
      message: 'not-found',
    })
    const own = await stranger.figure.exact({ areaId: elsewhere, ...asking })
    expect(own.cells.map(({ count }) => count)).toEqual([0])
  })

  test('a coordinator or administrator is told they may not', async () => {
    for (const role of ['coordinator', 'administrator', 'chair', 'panel-member'] as const) {
      await expect(
        asPerson(given, local, [role]).figure.exact({ areaId: local, ...asking }),
      ).rejects.toMatchObject({ message: 'forbidden' })
    }
  })

  test('every look leaves an audit entry, and none without one', async () => {
    const areaId = newArea()
    await asPerson(given, areaId).figure.exact({ areaId, ...asking })
    const entries = await given.test.look<{ entry: unknown }[]>`
      select entry from reporting.audit_entries where area_id = ${areaId}
    `
    expect(entries.map(({ entry }) => entry)).toMatchObject([
      { action: 'figure.exact', object: { kind: 'figure', id: 'n1:2021-22' } },
    ])
    const broken = {
      ...given,
      parts: {
        ...given.parts,
        audit: {
          ...auditOf('reporting', given.clock),
          record: () => Promise.reject(new Error('the audit cannot be written')),
        },
      },
    }
    await expect(asPerson(broken, areaId).figure.exact({ areaId, ...asking })).rejects.toThrow()
  })

  test('a year that has not begun is refused; one that runs stands alone, with a note and without a rate', async () => {
    const analyst = asPerson(given, local)
    await expect(
      analyst.figure.exact({ areaId: local, measure: 'N1', reportingYear: '2026-27' }),
    ).rejects.toMatchObject({ message: 'date-in-future' })
    await expect(
      analyst.figure.exact({ areaId: local, measure: 'N1', reportingYear: '2025-27' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const running = await analyst.figure.exact({ areaId: local, measure: 'N1', reportingYear: '2025-26' })
    expect(running.rows.codes.map(({ code }) => code)).toEqual(['2025-26'])
    expect(running.notes.join()).toContain('not to be set beside full years')
    const ended = await analyst.figure.exact({ areaId: local, measure: 'N1', reportingYear: '2024-25' })
    expect(ended.rows.codes.map(({ code }) => code)).toEqual(['2021-22', '2022-23', '2023-24', '2024-25'])
  })
})
