import {
  byChanceFrom95,
  coverageOf,
  coverageOfSeveral,
  planted,
  seeded,
} from './agreement/testing-planted-agreement.ts'

/**
 * The long simulation: planted agreement of two and of four panels, 20,000 runs (or the number given) of 1,000 cases each.
 * Fails when a 95% interval does not hold what was planted 95% of the time, within chance and one in 200 for the large-sample
 * approximation itself.
 */
const runs = Number(process.argv[2] ?? 20_000)
const cases = 1_000
const allowed = byChanceFrom95(runs) + 0.005
const random = seeded(20_261_122)
for (const coefficient of ['kappa', 'ac1'] as const) {
  for (const one of planted)
    told(`${coefficient}, ${one.name}`, coverageOf(coefficient, one, cases, runs, random))
  const shares = [0.5, 0.3, 0.2]
  told(
    `${coefficient}, four panels`,
    coverageOfSeveral(coefficient, shares, cases, runs / 10, random),
    runs / 10,
  )
}

function told(what: string, held: number, of = runs): void {
  process.stdout.write(`${what}: ${(100 * held).toFixed(2)}% of ${of}\n`)
  if (Math.abs(held - 0.95) > Math.max(allowed, byChanceFrom95(of) + 0.005))
    throw new Error(`${what}: not 95%`)
}
