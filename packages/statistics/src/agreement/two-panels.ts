import { z } from 'zod'
import { reviews } from '../count/count.ts'
import { Percentage, percentage } from '../count/percentage.ts'
import { Agreement, type AgreementSettings } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { gwetAgreement } from './gwet-ac.ts'
import { MarginalHomogeneity, marginalHomogeneity } from './marginal-homogeneity.ts'
import { type PairTable, sharesOf, sum } from './pair-table.ts'
import type { Weighting } from './weights.ts'

/** How often each panel used one category, and the share of those uses on which they agreed; null where neither used it. */
const CategoryUse = z.strictObject({
  category: z.string(),
  first: z.int().nonnegative(),
  second: z.int().nonnegative(),
  both: z.int().nonnegative(),
  /** 2 nkk / (nk. + n.k): "positive" and "negative" agreement of two categories (Cicchetti and Feinstein 1990). */
  agreement: z.number().nullable(),
})

/** What pulls kappa away from plain agreement; for two categories, as Byrt, Bishop and Carlin (1993) have it. */
const Balance = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('two-categories'),
    /** (a − d) / n: how unequally often the two categories occur. High, it pushes kappa down. */
    prevalence: z.number(),
    /** (b − c) / n: how unequally the panels use them. High, it pushes kappa up. */
    bias: z.number(),
    /** 2 po − 1: what kappa would be were both 0 (PABAK). Not an agreement figure of its own. */
    kappaIfBalanced: z.number(),
  }),
  z.strictObject({ kind: z.literal('several-categories') }),
  z.strictObject({ kind: z.literal('no-cases') }),
])

/**
 * How far two panels agree, with all that is needed to read it: the share they agreed on, kappa and AC1 (and both weighted,
 * where weights are given), and why the two may lie far apart (the paradox of Feinstein and Cicchetti 1990: nearly all agree,
 * and kappa is low because nearly all cases belong to one category).
 */
export const TwoPanels = z.strictObject({
  cases: z.int().nonnegative(),
  agreed: Percentage,
  kappa: Agreement,
  ac1: Agreement,
  weighted: z.strictObject({ kappa: Agreement, ac2: Agreement }).nullable(),
  uses: z.array(CategoryUse),
  balance: Balance,
  /** The greatest kappa that how often each panel uses the categories allows (Cohen 1960); null where there is no kappa. */
  greatestKappa: z.number().nullable(),
  homogeneity: MarginalHomogeneity,
})
export type TwoPanels = z.infer<typeof TwoPanels>

/** All figures of the agreement of two panels. Those that cannot be worked out say why. */
export function agreementOfTwoPanels(
  table: PairTable,
  settings: AgreementSettings & Readonly<{ weighting?: Weighting }> = {},
): TwoPanels {
  const { weighting, ...plain } = settings
  const { cases, cells, first, second } = sharesOf(table)
  const both = table.counts.map((row, category) => row[category] ?? 0)
  const agreed = sum(both)
  const kappa = cohenKappa(table, plain)
  const isWeighted = weighting !== undefined && weighting !== 'identity'
  return {
    cases,
    agreed: percentage(reviews(agreed), reviews(cases), plain.level),
    kappa,
    ac1: gwetAgreement(table, plain),
    weighted: isWeighted ? { kappa: cohenKappa(table, settings), ac2: gwetAgreement(table, settings) } : null,
    uses: table.categories.map((category, at) => useOf(table, category, at)),
    balance: balanceOf(cases, cells),
    greatestKappa: greatestOf(kappa, first, second),
    homogeneity: marginalHomogeneity(table, plain.level),
  }
}

function useOf({ counts }: PairTable, category: string, at: number): z.infer<typeof CategoryUse> {
  const first = sum(counts[at] ?? [])
  const second = sum(counts.map((row) => row[at] ?? 0))
  const both = counts[at]?.[at] ?? 0
  return {
    category,
    first,
    second,
    both,
    agreement: first + second === 0 ? null : (2 * both) / (first + second),
  }
}

function balanceOf(cases: number, cells: readonly (readonly number[])[]): z.infer<typeof Balance> {
  if (cases === 0) return { kind: 'no-cases' }
  if (cells.length !== 2) return { kind: 'several-categories' }
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = cells
  return { kind: 'two-categories', prevalence: a - d, bias: b - c, kappaIfBalanced: 2 * (a + d) - 1 }
}

function greatestOf(kappa: Agreement, first: readonly number[], second: readonly number[]): number | null {
  if (kappa.kind !== 'agreement' && kappa.kind !== 'agreement-without-interval') return null
  const most = sum(first.map((share, category) => Math.min(share, second[category] ?? 0)))
  return (most - kappa.byChance) / (1 - kappa.byChance)
}
