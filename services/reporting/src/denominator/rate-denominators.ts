import type { Db } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import type { Denominators, Period, ReportingYear } from '@cdop/statistics'
import type { FigureId } from '../figure/figure-tables.ts'
import {
  type DenominatorPopulation,
  type DenominatorSplit,
  denominatorsByYear,
  type LoadedDenominator,
  splitDenominators,
} from './denominator-store.ts'

/** What the rates of each table are divided by. A table that is not here has none, or its own. */
const dividedBy: Partial<Record<FigureId, { population: DenominatorPopulation; split: DenominatorSplit }>> = {
  N1b: { population: 'live-births', split: 'all' },
  N1c: { population: 'children-1-17', split: 'all' },
  N8: { population: 'live-births', split: 'all' },
  N8b: { population: 'live-births', split: 'all' },
  N2b: { population: 'children-0-17', split: 'age' },
  N3: { population: 'children-0-17', split: 'sex' },
  N4: { population: 'children-0-17', split: 'ethnic-group' },
  N5: { population: 'children-0-17', split: 'deprivation' },
  N7: { population: 'children-0-17', split: 'rural-urban' },
}

/** What rates are divided by, and what is to be said of it. */
type Divided = Readonly<{ denominators: Denominators; notes: readonly string[] }>

const none: Divided = { denominators: {}, notes: [] }

/** The groups of whole years put together: each with every year, the years added up. */
function together(loaded: readonly LoadedDenominator[], years: readonly ReportingYear[]): Divided {
  for (const { code, label } of years) {
    const editions = new Set(
      loaded.filter((one) => one.reportingYear === code).map((one) => `${one.vintage} ${one.label}`),
    )
    if (editions.size > 1) {
      return {
        denominators: {},
        notes: [
          `No rates: the populations of the ${label.toLowerCase().replace('march', 'March')} are of different editions. Import them anew, all of one.`,
        ],
      }
    }
  }
  const groups = Map.groupBy(loaded, ({ groupCode }) => groupCode)
  const whole = [...groups].flatMap(([code, ofYears]) => {
    const [first] = ofYears
    if (first === undefined || ofYears.length !== years.length) return []
    const name = years.length === 1 ? first.label : `${first.label}, ${years.length} years added up`
    const source = [...new Set(ofYears.map(({ source: one, vintage }) => said(one, vintage)))].join('; ')
    return [[code, { value: ofYears.reduce((sum, { count }) => sum + count, 0), name, source }] as const]
  })
  return { denominators: Object.fromEntries(whole), notes: [] }
}

function said(source: string, vintage: string | null): string {
  return vintage === null ? source : `${source} (${vintage})`
}

/**
 * What the rates of a table are divided by. A rate needs whole years of deaths above whole years of children, and the groups of a
 * year of one edition: otherwise there is none, and the notes say why.
 */
export async function rateDenominators(
  tx: Db,
  areaId: AreaId,
  id: FigureId,
  asked: Readonly<{ period: Period; series: readonly ReportingYear[]; running: boolean }>,
): Promise<Divided> {
  const of = dividedBy[id]
  const { period, series, running } = asked
  if (of === undefined || running) return none
  if (of.split === 'all') {
    const codes = series.map(({ code }) => code)
    return { denominators: denominatorsByYear(await splitDenominators(tx, areaId, of, codes)), notes: [] }
  }
  if (period.months !== null) {
    return { denominators: {}, notes: ['No rates of a run of months: populations are of whole years.'] }
  }
  const codes = period.years.map(({ code }) => code)
  return together(await splitDenominators(tx, areaId, of, codes), period.years)
}
