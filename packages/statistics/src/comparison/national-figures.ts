import { z } from 'zod'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'

/**
 * One figure of England as it was printed, with the release that printed it: the national database revises its figures, so one year
 * may stand here twice. Rounded as printed; nothing is worked out from it.
 */
export const NationalFigure = z.strictObject({
  /** Beside which table it stands. */
  measure: z.string().regex(/^[A-Z]\d+[a-z]?$/),
  reportingYear: ReportingYearCode,
  /** What was counted, in the words of the release: a group of another name is not taken for one of the table's. */
  label: z.string().min(1),
  value: z.number().nonnegative(),
  unit: z.enum([
    'deaths',
    'reviews',
    'per-100,000-children',
    'per-1,000-live-births',
    'per-1,000-infants',
    'per-cent',
  ]),
  /** Which release or report says so. */
  release: z.string().min(1),
})
export type NationalFigure = z.infer<typeof NationalFigure>

const ncmdRelease = (ending: string) =>
  `Child Death Review Data Release, National Child Mortality Database, year ending 31 March ${ending}`
const quotedIn2023 = 'National Child Mortality Database, as quoted by The Independent in November 2023'
const quotedBy = (ending: string) =>
  `${ncmdRelease(ending)}, as quoted by the Royal College of Paediatrics and Child Health`
const nhsDigital = 'Child Death Reviews: year ending 31 March 2018, NHS Digital'
const dfe = 'Child death reviews completed in England: year ending 31 March 2012, Department for Education'

type Printed = readonly [reportingYear: string, label: string, value: number, release: string]

function printed(
  measure: string,
  unit: NationalFigure['unit'],
  figures: readonly Printed[],
): NationalFigure[] {
  return figures.map(([reportingYear, label, value, release]) =>
    NationalFigure.parse({ measure, reportingYear, label, value, unit, release }),
  )
}

/** What has been printed of England (domain reference 3.4), each with the release that printed it. */
export const nationalFigures: readonly NationalFigure[] = [
  ...printed('N1', 'deaths', [
    ['2019-20', 'All deaths', 3_414, quotedIn2023],
    ['2020-21', 'All deaths', 3_056, quotedIn2023],
    ['2021-22', 'All deaths', 3_452, ncmdRelease('2022')],
    ['2021-22', 'All deaths', 3_454, quotedIn2023],
    ['2022-23', 'All deaths', 3_743, ncmdRelease('2023')],
    ['2023-24', 'All deaths', 3_577, ncmdRelease('2024')],
  ]),
  ...printed('N1', 'per-100,000-children', [
    ['2021-22', 'All deaths', 29.3, ncmdRelease('2022')],
    ['2022-23', 'All deaths', 31.8, ncmdRelease('2023')],
    ['2023-24', 'All deaths', 29.8, ncmdRelease('2024')],
  ]),
  ...printed('N1b', 'per-1,000-live-births', [
    ['2021-22', 'Infants', 3.6, ncmdRelease('2022')],
    ['2022-23', 'Infants', 3.8, ncmdRelease('2023')],
  ]),
  ...printed('N4', 'per-100,000-children', [
    ['2022-23', 'Black', 56.6, quotedBy('2023')],
    ['2022-23', 'Asian', 50.8, quotedBy('2023')],
    ['2022-23', 'White', 25.5, quotedBy('2023')],
    ['2023-24', 'Black', 55.4, quotedBy('2024')],
    ['2023-24', 'Asian', 46.8, quotedBy('2024')],
    ['2023-24', 'White British', 22.9, quotedBy('2024')],
    ['2023-24', 'Chinese', 16.4, quotedBy('2024')],
  ]),
  ...printed('N5', 'per-100,000-children', [
    ['2021-22', 'Most deprived neighbourhoods', 41.5, quotedBy('2022')],
    ['2022-23', 'Most deprived neighbourhoods', 48.1, quotedBy('2023')],
    ['2023-24', 'Most deprived neighbourhoods', 42.9, quotedBy('2024')],
    ['2023-24', 'Least deprived neighbourhoods', 17.2, quotedBy('2024')],
  ]),
  ...printed('N5', 'per-1,000-infants', [
    ['2021-22', 'Infants, most deprived neighbourhoods', 5.4, quotedBy('2022')],
    ['2021-22', 'Infants, least deprived neighbourhoods', 2.4, quotedBy('2022')],
    ['2022-23', 'Infants, most deprived neighbourhoods', 5.9, quotedBy('2023')],
    ['2022-23', 'Infants, least deprived neighbourhoods', 2.2, quotedBy('2023')],
  ]),
  ...printed('R1', 'reviews', [
    ['2011-12', 'Reviews completed', 4_012, dfe],
    ['2011-12', 'With modifiable factors', 784, dfe],
    ['2016-17', 'Reviews completed', 3_575, nhsDigital],
    ['2017-18', 'Reviews completed', 3_595, nhsDigital],
  ]),
  ...printed('R1', 'per-cent', [
    ['2011-12', 'With modifiable factors', 20, dfe],
    ['2017-18', 'With modifiable factors, of those with enough information', 28, nhsDigital],
  ]),
  ...printed('R8', 'per-cent', [
    ['2016-17', 'With modifiable factors, of serious case reviews', 63, nhsDigital],
    ['2017-18', 'With modifiable factors, of serious case reviews', 74, nhsDigital],
  ]),
]

/** What was printed of England beside a table of these years, oldest first, as it was printed. */
export function nationalFiguresBeside(measure: string, years: readonly string[]): readonly NationalFigure[] {
  return nationalFigures
    .filter((figure) => figure.measure === measure && years.includes(figure.reportingYear))
    .toSorted((one, other) => one.reportingYear.localeCompare(other.reportingYear))
}
