import { Instant, PersonId, ReleaseId } from '@cdop/domain'
import {
  answerOf,
  DeathFact,
  deathsByAgeAndSex,
  deathsByPlace,
  deathsByYear,
  exactTable,
  mostFrequentModifiableFactors,
  protect,
  type ReleaseOfAnswer,
  ReviewFact,
  reportingYearFrom,
  reviewsByModifiability,
  type StatisticalAnswer,
  type Table,
  tabulate,
} from '@cdop/statistics'
import type { ExactFigure } from '../figure-table/exact-figure.ts'
import type { PublishedRelease } from '../pages/explorer/published.ts'
import type { Release } from '../pages/release/release.ts'

const year = reportingYearFrom('2024-25')
const yearBefore = reportingYearFrom('2023-24')
const areaId = 'leeds'

export const releaseId = ReleaseId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0a11')

/** Nobody a portal knows. */
const somebody = {
  builder: PersonId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0a12'),
  signer: PersonId.parse('7f8a3c52-6a3e-4f0e-9d6c-2b8f1c9e0a13'),
}

/** Invented deaths: so many in hospital, and few enough elsewhere to be hidden. */
function givenDeaths(inYear: string, hospital: number, home: number): DeathFact[] {
  return Array.from({ length: hospital + home }, (_, at) =>
    DeathFact.parse({
      caseId: `death-${inYear}-${at}`,
      areaId,
      diedInYear: inYear,
      ageBand: at % 2 === 0 ? '0-27d' : '1-4y',
      sex: at % 3 === 0 ? 'female' : 'male',
      ethnicGroup: 'white',
      placeOfDeath: at < hospital ? 'hospital-neonatal-unit' : 'home-of-normal-residence',
      expectedness: 'expected',
    }),
  )
}

function givenReviews(modifiable: number, none: number, inadequate: number): ReviewFact[] {
  const outcomes = [
    ...Array.from({ length: modifiable }, () => 'modifiable-factors-identified'),
    ...Array.from({ length: none }, () => 'no-modifiable-factors'),
    ...Array.from({ length: inadequate }, () => 'inadequate-information'),
  ]
  return outcomes.map((modifiability, at) =>
    ReviewFact.parse({
      caseId: `review-${at}`,
      areaId,
      reviewedInYear: year.code,
      primaryCategory: 8,
      modifiability,
      modifiableFactorCodes: at < modifiable ? ['smoking'] : [],
    }),
  )
}

const deaths = [...givenDeaths(yearBefore.code, 1_000, 40), ...givenDeaths(year.code, 1_100, 3)]
const reviews = givenReviews(30, 25, 2)
const children = { value: 170_000, name: 'children aged 0 to 17, mid-year estimate', source: 'Invented' }

const factors = [
  { code: 'smoking', label: 'Smoking in the household' },
  ...Array.from({ length: 30 }, (_, at) => ({ code: `factor-${at}`, label: `Factor number ${at}` })),
]

/** Tables of an invented area as its exact counts make them. */
const tables = {
  N1: tabulate(deaths, deathsByYear([yearBefore, year]), { [year.code]: children }),
  N2: tabulate(
    deaths.filter(({ diedInYear }) => diedInYear === year.code),
    deathsByAgeAndSex(year),
  ),
  N9: tabulate(deaths, deathsByPlace(year)),
  R1: tabulate(reviews, reviewsByModifiability(year)),
  R3: tabulate(reviews, mostFrequentModifiableFactors(year, factors)),
} satisfies Record<string, Table>

type TableId = keyof typeof tables

/** What reporting answers of a table's exact figures. */
export function exactAnswer(measure: TableId): ExactFigure {
  const table = tables[measure]
  const { population, rows, columns, version } = table.measure
  const { cells, statistics, notes, ...rest } = exactTable(table)
  return {
    ...rest,
    measure,
    measureVersion: version,
    population,
    areaName: 'Leeds',
    asKnownOn: Instant.parse('2026-03-02T09:30:00.000Z'),
    rows: { title: rows.title, codes: rows.codes },
    columns: columns && { title: columns.title, codes: columns.codes },
    statistics: [...statistics],
    notes: [...notes],
    cells: cells.map((cell) => ({ ...cell, statistics: [...cell.statistics] })),
    days: [],
    bounds: [],
    national: [],
  }
}

/** A release of these tables, signed, protected by the one rule there is; R2 is withheld. */
export function releaseAnswer(ids: readonly TableId[] = ['N1', 'N2', 'N9', 'R1', 'R3']): Release {
  return {
    releaseId,
    title: 'Child deaths and child death reviews: year ending 31 March 2025',
    reportingYear: year.code,
    areaName: 'Leeds',
    builtAt: Instant.parse('2026-03-02T09:30:00.000Z'),
    builtBy: somebody.builder,
    asKnownOn: Instant.parse('2026-03-02T09:30:00.000Z'),
    denominators: [
      {
        reportingYear: year.code,
        population: 'children-0-17',
        version: 1,
        count: children.value,
        label: children.name,
        source: children.source,
        loadedAt: Instant.parse('2026-03-01T09:30:00.000Z'),
        groupKind: 'all',
        groupCode: 'all',
        vintage: null,
      },
    ],
    hash: 'ab12cd34ef56'.padEnd(64, '0'),
    standing: { state: 'signed', by: somebody.signer, at: Instant.parse('2026-03-03T09:30:00.000Z') },
    signatureHolds: true,
    tables: [
      ...ids.map(published),
      {
        outcome: 'withheld',
        tableId: 'R2',
        measureVersion: 1,
        title: 'Reviews by primary category of death and modifiability',
        reason: 'no-safe-pattern',
        says: 'No choice of hidden cells keeps every small count uncertain enough.',
      },
    ],
  }
}

function published(tableId: TableId): Release['tables'][number] {
  const protection = protect(tables[tableId])
  if (protection.outcome === 'withheld') throw new Error(`${tableId} should be publishable`)
  const { table } = protection
  return {
    outcome: 'published',
    tableId,
    measureVersion: 1,
    title: table.measure.title,
    table,
    revision: null,
  }
}

const publishedHead = (): ReleaseOfAnswer => {
  const { title, areaName, reportingYear, asKnownOn, builtAt, hash } = releaseAnswer([])
  return { releaseId, title, areaName, reportingYear, asKnownOn, builtAt, hash }
}

/** What reporting answers of a published table. */
export function statisticalAnswer(tableId: TableId, table: Table = tables[tableId]): StatisticalAnswer {
  const protection = protect(table)
  if (protection.outcome === 'withheld') throw new Error(`${tableId} should be publishable`)
  return answerOf(tableId, protection.table, publishedHead())
}

/** The release as it stands among the published ones. */
export function publishedAnswer(ids: readonly TableId[] = ['N1', 'N2', 'N9', 'R1', 'R3']): PublishedRelease {
  return {
    ...publishedHead(),
    releaseId,
    tables: [
      ...ids.map((tableId): PublishedRelease['tables'][number] => {
        const { table } = statisticalAnswer(tableId)
        const { title, population, period, years, shape, rows, columns } = table
        const margins = {
          rowField: rows.field,
          rowTitle: rows.title,
          columnField: columns?.field ?? null,
          columnTitle: columns?.title ?? null,
        }
        const holds = { population, period, years, shape, ...margins }
        return { tableId, title, outcome: 'published', says: null, holds }
      }),
      {
        tableId: 'R2',
        title: 'Reviews by primary category of death and modifiability',
        outcome: 'withheld',
        says: 'No choice of hidden cells keeps every small count uncertain enough.',
        holds: null,
      },
    ],
  }
}
