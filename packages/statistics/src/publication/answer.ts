import { z } from 'zod'
import { Population } from '../count/count.ts'
import { Shape } from '../measure/measure.ts'

/**
 * What stands in place of a figure, or beside it: `[c]` hidden, `[x]` not available, `[z]` not applicable; `[u]` beside a rate
 * that is unreliable.
 */
export const Shorthand = z.enum(['[c]', '[u]', '[x]', '[z]'])
export type Shorthand = z.infer<typeof Shorthand>

const Limit = z.number().nullable()

/** One figure of a published table, with all that is needed to read it. Nothing in it is made of a hidden count. */
export const Observation = z.strictObject({
  /** Codes of the row and the column it stands in; "total" for sums. */
  row: z.string(),
  column: z.string(),
  /** Which figure of that cell, by its code among the table's figures. */
  figure: z.string(),
  /** Rounded as it is printed; null where a shorthand stands in its place. */
  value: z.number().nullable(),
  shorthand: Shorthand.nullable(),
  lower95: Limit,
  upper95: Limit,
  lower998: Limit,
  upper998: Limit,
  /** The count of the cell where it may be seen. */
  count: z.int().nonnegative().nullable(),
  /** What the count is divided by, where that may be seen. */
  denominator: z.number().nullable(),
  /** Its last day lay fewer than 90 days before the facts were looked at, or had not come: more may become known. */
  inReportingDelayPeriod: z.boolean(),
})
export type Observation = z.infer<typeof Observation>

const Line = z.strictObject({ code: z.string(), label: z.string() })

/** A figure each cell of a table has: its count, or what is worked out from it. */
export const FigureOfTable = z.strictObject({
  /** "number", or the kind of statistic: "percentage", "rate", "change". */
  code: z.string(),
  label: z.string(),
  kind: z.enum(['number', 'percentage', 'rate', 'change']),
  /** Places after the point as it is printed. */
  places: z.int().nonnegative(),
})
export type FigureOfTable = z.infer<typeof FigureOfTable>

/** A margin of a table: what it is cut by and its lines in the order they are read, totals last. */
export const MarginOfTable = z.strictObject({ field: z.string(), title: z.string(), lines: z.array(Line) })
export type MarginOfTable = z.infer<typeof MarginOfTable>

/** What is said of a table, without its figures. */
export const TableDescription = z.strictObject({
  tableId: z.string(),
  version: z.int().positive(),
  title: z.string(),
  period: z.string(),
  /** The reporting years it is of, oldest first, by their codes. */
  years: z.array(z.string()),
  population: Population,
  populationName: z.string(),
  shape: Shape,
  rows: MarginOfTable,
  /** Null for a table of rows alone: its one column is "total". */
  columns: MarginOfTable.nullable(),
  figures: z.array(FigureOfTable),
  /** What percentages and rates are of, in words. */
  denominator: z.string(),
  /** Whom the rates of a row are divided by, and who says so. */
  denominators: z.array(
    z.strictObject({ row: z.string(), value: z.number(), name: z.string(), source: z.string() }),
  ),
  notes: z.array(z.string()),
  /** Counts from 1 to one less than this are hidden. */
  threshold: z.int(),
  /** No percentage of fewer than this. */
  minimumDenominator: z.int(),
})
export type TableDescription = z.infer<typeof TableDescription>

/** The release a figure is from. */
export const ReleaseOfAnswer = z.strictObject({
  releaseId: z.string(),
  title: z.string(),
  areaName: z.string(),
  reportingYear: z.string(),
  asKnownOn: z.string(),
  builtAt: z.string(),
  /** Over everything the release shows. */
  hash: z.string(),
})
export type ReleaseOfAnswer = z.infer<typeof ReleaseOfAnswer>

/** What was asked, and the answer from one release: page, CSV, JSON, spreadsheet and API all say this and nothing else. */
export const StatisticalAnswer = z.strictObject({
  release: ReleaseOfAnswer,
  /** In codes: "table=N2&breakdown=rows". */
  query: z.string(),
  table: TableDescription,
  observations: z.array(Observation),
})
export type StatisticalAnswer = z.infer<typeof StatisticalAnswer>
