import { DeathFact } from '../fact/death-fact.ts'
import { ReviewFact } from '../fact/review-fact.ts'
import { deathsByAgeAndSex, deathsByYear } from '../measure/death-measures.ts'
import { reviewsByModifiability } from '../measure/review-measures.ts'
import { protect } from '../protection/protect.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import type { Table } from '../table/table.ts'
import { tabulate } from '../table/tabulate.ts'
import type { ReportTable } from './live-figure.ts'

const year = reportingYearFrom('2023-24')
const years = [reportingYearFrom('2022-23'), year]

/** So many deaths of newborn girls, of newborn boys and of boys of 15 to 17 in 2023-24, 24 in the year before. */
export function givenReportTables(girls: number, boys: number, older: number): ReportTable[] {
  const deaths = (count: number, part: Partial<DeathFact>) =>
    Array.from({ length: count }, (_, at) =>
      DeathFact.parse({
        caseId: `${part.diedInYear}-${part.sex}-${part.ageBand}-${at}`,
        areaId: 'area',
        ethnicGroup: 'white',
        placeOfDeath: 'hospice',
        expectedness: 'expected',
        ...part,
      }),
    )
  const found = [
    ...deaths(24, { diedInYear: '2022-23', sex: 'male', ageBand: '1-4y' }),
    ...deaths(girls, { diedInYear: '2023-24', sex: 'female', ageBand: '0-27d' }),
    ...deaths(boys, { diedInYear: '2023-24', sex: 'male', ageBand: '0-27d' }),
    ...deaths(older, { diedInYear: '2023-24', sex: 'male', ageBand: '15-17y' }),
  ]
  const reviews = Array.from({ length: 60 }, (_, at) =>
    ReviewFact.parse({
      caseId: `review-${at}`,
      areaId: 'area',
      reviewedInYear: '2023-24',
      primaryCategory: 8,
      modifiability: at < 24 ? 'modifiable-factors-identified' : 'no-modifiable-factors',
      modifiableFactorCodes: [],
      ageBand: '0-27d',
      sex: 'female',
    }),
  )
  return [
    published('N1', tabulate(found, deathsByYear(years))),
    published('N2', tabulate(found, deathsByAgeAndSex(year))),
    published('R1', tabulate(reviews, reviewsByModifiability(year))),
    { tableId: 'R2', table: null },
  ]
}

function published(tableId: string, table: Table): ReportTable {
  const protection = protect(table)
  return { tableId, table: protection.outcome === 'published' ? protection.table : null }
}
