import type { Agreement } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { gwetAgreement } from './gwet-ac.ts'
import { countedPairs } from './pair-table.ts'
import { fleissKappa, gwetAgreementOfSeveral } from './several-panels.ts'

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const drawn = (shares: readonly number[], random: () => number): number => {
  let left = random()
  for (const [at, share] of shares.entries()) {
    left -= share
    if (left < 0) return at
  }
  return shares.length - 1
}

/** The share of all cases of which one panel would say the row and the other the column. */
export type Planted = Readonly<{ name: string; shares: readonly (readonly number[])[] }>

/** Fleiss, Cohen and Everitt's shares; two categories, even and uneven; ten categories of death. */
export const planted: readonly Planted[] = [
  {
    name: 'three categories',
    shares: [
      [0.53, 0.05, 0.02],
      [0.11, 0.14, 0.05],
      [0.01, 0.06, 0.03],
    ],
  },
  {
    name: 'modifiable or not',
    shares: [
      [0.35, 0.1],
      [0.15, 0.4],
    ],
  },
  {
    name: 'nearly all in one',
    shares: [
      [0.8, 0.1],
      [0.05, 0.05],
    ],
  },
  {
    name: 'ten categories of death',
    shares: Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 10 }, (_one, column) => (row === column ? 0.8 / 10 + 0.2 / 100 : 0.2 / 100)),
    ),
  },
]

const panels = 4

/**
 * How often the 95% interval of a planted figure holds it, of so many runs with so many cases each. The figure planted is what
 * the estimator says of the shares themselves, as a table of a million cases.
 */
export function coverageOf(
  coefficient: 'kappa' | 'ac1',
  { shares }: Planted,
  cases: number,
  runs: number,
  random: () => number,
  level = 0.95,
): number {
  const names = shares.map((_, at) => `${at}`)
  const found = coefficient === 'kappa' ? cohenKappa : gwetAgreement
  const truth = plantedValue(
    found(
      countedPairs(
        names,
        shares.map((row) => row.map((share) => Math.round(share * 1e6))),
      ),
    ),
  )
  const flat = shares.flat()
  return heldIn(runs, truth, () => {
    const counts = names.map(() => names.map(() => 0))
    for (let made = 0; made < cases; made += 1) {
      const at = drawn(flat, random)
      const row = counts[Math.floor(at / names.length)]
      const column = at % names.length
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1
    }
    return found(countedPairs(names, counts), { level })
  })
}

/**
 * The same for four panels of whom each leaves out one case in ten. Each case has a true category; a panel gives it with a
 * chance of 0.7 and else any. What is planted is worked out from these chances, not from the estimator.
 */
export function coverageOfSeveral(
  coefficient: 'kappa' | 'ac1',
  trueShares: readonly number[],
  cases: number,
  runs: number,
  random: () => number,
): number {
  const right = 0.7
  const names = trueShares.map((_, at) => `${at}`)
  const says = trueShares.map((_, at) =>
    trueShares.map((_one, said) => (at === said ? right : 0) + (1 - right) / trueShares.length),
  )
  const mean = trueShares.map((_, said) =>
    trueShares.reduce((total, share, at) => total + share * (says[at]?.[said] ?? 0), 0),
  )
  const observed = trueShares.reduce(
    (total, share, at) => total + share * (says[at] ?? []).reduce((sum, one) => sum + one ** 2, 0),
    0,
  )
  const byChance =
    coefficient === 'kappa'
      ? mean.reduce((total, one) => total + one ** 2, 0)
      : mean.reduce((total, one) => total + one * (1 - one), 0) / (mean.length - 1)
  const found = coefficient === 'kappa' ? fleissKappa : gwetAgreementOfSeveral
  return heldIn(runs, (observed - byChance) / (1 - byChance), () => {
    const counts = Array.from({ length: cases }, () => {
      const chances = says[drawn(trueShares, random)] ?? []
      const counted = names.map(() => 0)
      for (let panel = 0; panel < panels; panel += 1) {
        if (random() < 0.1) continue
        const said = drawn(chances, random)
        counted[said] = (counted[said] ?? 0) + 1
      }
      return counted
    })
    return found({ categories: names, counts })
  })
}

function heldIn(runs: number, truth: number, run: () => Agreement): number {
  let held = 0
  let told = 0
  for (let made = 0; made < runs; made += 1) {
    const found = run()
    if (found.kind !== 'agreement') continue
    told += 1
    if (found.interval.low <= truth && truth <= found.interval.high) held += 1
  }
  if (told === 0) throw new Error('no figure was given')
  return held / told
}

function plantedValue(found: Agreement): number {
  if (found.kind !== 'agreement') throw new Error('nothing was planted')
  return found.value
}

/** How far a share of so many runs may lie from 95% by chance alone: four standard deviations, once in 16,000. */
export function byChanceFrom95(runs: number): number {
  return 4 * Math.sqrt((0.95 * 0.05) / runs)
}
