import { z } from 'zod'
import type { Population } from '../count/count.ts'
import { deathFields, reviewFields } from '../fact/fact.ts'

/** The code under which a table keeps its totals; no code list may use it. */
export const totalCode = 'total'

/** One line of a table: the code facts carry and the words people read. */
export const Code = z.strictObject({
  code: z
    .string()
    .min(1)
    .refine((code) => code !== totalCode, 'the code "total" is kept for totals'),
  label: z.string().min(1),
})
export type Code = z.infer<typeof Code>

/** A code list in reading order, so that what nobody died of still has its zero. */
export const CodeList = z
  .array(Code)
  .min(1)
  .refine((codes) => new Set(codes.map(({ code }) => code)).size === codes.length, 'a code appears twice')
export type CodeList = z.infer<typeof CodeList>

/** What is worked out beside each count. */
export const Statistic = z.discriminatedUnion('kind', [
  /** Share of the row's, the column's or the table's total. */
  z.strictObject({
    kind: z.literal('percentage'),
    of: z.enum(['row-total', 'column-total', 'table-total']),
    label: z.string().min(1),
  }),
  /** Change from the row above: rows are years. */
  z.strictObject({ kind: z.literal('change'), label: z.string().min(1) }),
  /** Count per so many of the row's denominator, handed in with the facts. */
  z.strictObject({ kind: z.literal('rate'), per: z.number().positive(), label: z.string().min(1) }),
])
export type Statistic = z.infer<typeof Statistic>

/**
 * How the counts of a table hang together. `partition`: every fact stands in one cell and cells add up to printed
 * totals. `overlapping`: one fact may stand in several rows, each a share of the same total. `series`: years side by
 * side, no total.
 */
export const Shape = z.enum(['partition', 'overlapping', 'series'])
export type Shape = z.infer<typeof Shape>

function measureOf<P extends Population, F extends string>(population: P, fields: readonly [F, ...F[]]) {
  const margin = z.strictObject({ field: z.enum(fields), title: z.string().min(1), codes: CodeList })
  return z
    .strictObject({
      /** As the national release numbers it; a letter where one of its tables is several here. */
      id: z.string().regex(/^[A-Z]\d+[a-z]?$/),
      version: z.int().positive(),
      title: z.string().min(1),
      population: z.literal(population),
      /** The reporting year or years, or the months, as printed. */
      period: z.string().min(1),
      /** A fact counts when it carries one of the codes of every filter. */
      filters: z.array(z.strictObject({ field: z.enum(fields), anyOf: z.array(z.string().min(1)).min(1) })),
      shape: Shape,
      rows: margin,
      columns: margin.nullable(),
      statistics: z.array(Statistic),
      /** What each percentage is a share of, in words. */
      denominator: z.string().min(1),
      notes: z.array(z.string().min(1)),
    })
    .refine(
      (measure) => measure.shape === 'partition' || measure.columns === null,
      'only a partition has columns',
    )
}

/** A table of deaths, as data. */
export const DeathMeasure = measureOf('deaths', deathFields)
export type DeathMeasure = z.infer<typeof DeathMeasure>

/** A table of reviews, as data. */
export const ReviewMeasure = measureOf('reviews', reviewFields)
export type ReviewMeasure = z.infer<typeof ReviewMeasure>

export const Measure = z.union([DeathMeasure, ReviewMeasure])
export type Measure = z.infer<typeof Measure>
