import { z } from 'zod'
import { PercentChange } from '../count/percent-change.ts'
import { Percentage } from '../count/percentage.ts'
import { Rate } from '../count/rate.ts'
import { Measure } from '../measure/measure.ts'
import { layoutOf } from '../table/layout.ts'
import { attack } from './attack.ts'
import { ProtectionRule } from './rule.ts'
import { secondGuess } from './second-guess.ts'
import { size, ValueRange } from './value-set.ts'

/** A count that may be seen, or [c], which may be zero. */
export const PublishedCount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shown'), value: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('hidden') }),
])
export type PublishedCount = z.infer<typeof PublishedCount>

/** A worked-out figure that may be seen; or [c] because a count it is made of is; or [x] because its base is small. */
export const PublishedStatistic = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('shown'),
    label: z.string(),
    result: z.union([Percentage, PercentChange, Rate]),
  }),
  z.strictObject({ kind: z.literal('hidden'), label: z.string() }),
  z.strictObject({ kind: z.literal('denominator-too-small'), label: z.string() }),
])
export type PublishedStatistic = z.infer<typeof PublishedStatistic>

export const PublishedCell = z.strictObject({
  row: z.string(),
  column: z.string(),
  count: PublishedCount,
  statistics: z.array(PublishedStatistic),
})
export type PublishedCell = z.infer<typeof PublishedCell>

/** What the attacker could make of the table, and how much of it readers get. */
export const Audit = z.strictObject({
  verdict: z.literal('safe'),
  /** For each [c]: every value the attacker cannot rule out. */
  hidden: z.array(z.strictObject({ row: z.string(), column: z.string(), values: z.array(ValueRange) })),
  cells: z.int().positive(),
  shownCells: z.int().nonnegative(),
  /** Utility: shown cells as a share of all cells, 0 to 1. */
  shareShown: z.number().min(0).max(1),
})
export type Audit = z.infer<typeof Audit>

/**
 * A table anyone may read. Only `protect` makes one. Parsing a stored one attacks it again and refuses it when a
 * hidden cell keeps fewer values than its rule promises, or when no table fits its numbers.
 */
export const PublishedTable = z
  .strictObject({
    measure: Measure,
    populationName: z.string().min(1),
    rule: ProtectionRule,
    cells: z.array(PublishedCell),
    audit: Audit,
  })
  .superRefine((table, context) => {
    const layout = layoutOf(table.measure)
    const inPlace =
      layout.positions.length === table.cells.length &&
      layout.positions.every(
        ({ row, column }, at) => table.cells[at]?.row === row && table.cells[at]?.column === column,
      )
    if (!inPlace) {
      context.addIssue({ code: 'custom', message: 'the cells are not those of the measure' })
      return
    }
    const shown = table.cells.map(({ count }) => (count.kind === 'shown' ? count.value : null))
    const view = { layout, shown, rule: table.rule }
    const findings = secondGuess(view, attack(view))
    for (const cell of findings.hidden) {
      if (size(findings.valuesOf(cell)) < table.rule.minimumFeasible) {
        context.addIssue({ code: 'custom', message: 'a hidden cell can be narrowed', path: ['cells', cell] })
      }
    }
  })
export type PublishedTable = z.infer<typeof PublishedTable>
