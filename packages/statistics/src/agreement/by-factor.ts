import { z } from 'zod'
import { reviews } from '../count/count.ts'
import { Percentage, percentage } from '../count/percentage.ts'
import { UnlistedCode } from '../table/tabulate.ts'
import { Agreement, type AgreementSettings, FEWEST_DOUBLE_CODED } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { gwetAgreement } from './gwet-ac.ts'
import { countedPairs } from './pair-table.ts'

/** What one panel said of the factors of a case. A factor it neither found nor left unjudged was looked for and not found. */
export type FactorsOfPanel = Readonly<{ found: readonly string[]; notJudged: readonly string[] }>

/** One case that two panels coded without knowing of each other. */
export type DoubleCodedCase = Readonly<{ caseId: string; first: FactorsOfPanel; second: FactorsOfPanel }>

/**
 * How far two panels agree on one factor. Nothing at all is said of a factor that both judged in too few cases: counts of a few
 * cases tell about each of them.
 */
export const FactorAgreement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('factor-agreement'),
    factor: z.string(),
    cases: z.int().positive(),
    both: z.int().nonnegative(),
    firstAlone: z.int().nonnegative(),
    secondAlone: z.int().nonnegative(),
    neither: z.int().nonnegative(),
    /** Of all cases both judged: high for every rare factor, since both mostly do not find it. */
    agreed: Percentage,
    /** Of the cases in which one of them at least found it, those in which both did. */
    foundByBoth: Percentage,
    kappa: Agreement,
    ac1: Agreement,
  }),
  z.strictObject({ kind: z.literal('too-few-cases'), factor: z.string(), fewest: z.int() }),
])
export type FactorAgreement = z.infer<typeof FactorAgreement>

/**
 * The agreement on each factor, that with the largest share of disagreement first, equal ones in the order of the list, and
 * those about which nothing is said last. A case counts for a factor when both panels judged it.
 * @throws UnlistedCode for a factor that is not on the list; RangeError for a case that stands there twice, and for a factor a
 * panel both found and did not judge
 */
export function agreementByFactor(
  factors: readonly string[],
  cases: readonly DoubleCodedCase[],
  settings: AgreementSettings = {},
): FactorAgreement[] {
  const listed = new Set(factors)
  if (new Set(cases.map(({ caseId }) => caseId)).size !== cases.length) {
    throw new RangeError('a case is coded by two panels once')
  }
  for (const panel of cases.flatMap(({ first, second }) => [first, second])) requireFactors(panel, listed)
  const judged = cases.map(({ first, second }) => ({
    left: new Set([...first.notJudged, ...second.notJudged]),
    first: new Set(first.found),
    second: new Set(second.found),
  }))
  return [...listed]
    .map((factor) => {
      const counted = judged.filter(({ left }) => !left.has(factor))
      const both = counted.filter(({ first, second }) => first.has(factor) && second.has(factor)).length
      const firstAlone = counted.filter(({ first }) => first.has(factor)).length - both
      const secondAlone = counted.filter(({ second }) => second.has(factor)).length - both
      return agreementOn(factor, { cases: counted.length, both, firstAlone, secondAlone }, settings)
    })
    .sort((one, other) => disagreement(other) - disagreement(one))
}

type FactorCounts = Readonly<{ cases: number; both: number; firstAlone: number; secondAlone: number }>

function agreementOn(factor: string, counts: FactorCounts, settings: AgreementSettings): FactorAgreement {
  const { level = 0.95, fewest = FEWEST_DOUBLE_CODED } = settings
  const { cases, both, firstAlone, secondAlone } = counts
  if (cases < fewest) return { kind: 'too-few-cases', factor, fewest }
  const neither = cases - both - firstAlone - secondAlone
  const table = countedPairs(
    ['found', 'not-found'],
    [
      [both, firstAlone],
      [secondAlone, neither],
    ],
  )
  return {
    kind: 'factor-agreement',
    factor,
    ...counts,
    neither,
    agreed: percentage(reviews(both + neither), reviews(cases), level),
    foundByBoth: percentage(reviews(both), reviews(both + firstAlone + secondAlone), level),
    kappa: cohenKappa(table, settings),
    ac1: gwetAgreement(table, settings),
  }
}

/** The share of disagreement; below 0 for what nothing is said of, so that it stands last. */
const disagreement = (found: FactorAgreement): number =>
  found.kind === 'factor-agreement' ? (found.firstAlone + found.secondAlone) / found.cases : -1

function requireFactors({ found, notJudged }: FactorsOfPanel, listed: ReadonlySet<string>): void {
  if ([...found, ...notJudged].some((factor) => !listed.has(factor))) {
    throw new UnlistedCode('a panel coded a factor that is not on the list')
  }
  if (found.some((factor) => notJudged.includes(factor))) {
    throw new RangeError('a factor that was not judged was not found either')
  }
}
