import { type ReleasedTable, releasedValue } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export type TypedFigure = {
  readonly row: string
  readonly column: string
  readonly statistic: string
  readonly baselineYear: string
  readonly wanted: string
  readonly target: string
}

export const noFigure: TypedFigure = {
  row: '',
  column: '',
  statistic: '',
  baselineYear: '',
  wanted: '',
  target: '',
}

export const typedFigure = (form: PostedForm): TypedFigure => ({
  row: form.text('row'),
  column: form.text('column'),
  statistic: form.text('statistic'),
  baselineYear: form.text('baselineYear'),
  wanted: form.text('wanted'),
  target: form.text('target').trim(),
})

/** A table as each year shows it, the newest year first. */
export type TableOfYears = readonly { readonly reportingYear: string; readonly table: ReleasedTable }[]

const TARGET = /^\d{1,5}$/

/** Which figure is named, held to what its releases show. */
export function readFigure(typed: TypedFigure, years: TableOfYears) {
  const newest = years[0]?.table
  const cells = newest?.cells ?? []
  const baseline = years.find(({ reportingYear }) => reportingYear === typed.baselineYear)?.table
  const figure = {
    tableId: newest?.tableId ?? '',
    measureVersion: newest?.measureVersion ?? 1,
    row: typed.row,
    column: typed.column,
    statistic: typed.statistic === 'count' ? ('count' as const) : ('percentage' as const),
  }
  const value = releasedValue(baseline === undefined ? [] : [baseline], figure)
  const aimed = Number(typed.target)
  const isReached =
    value.kind === 'shown' &&
    (typed.wanted === 'rise'
      ? (value.of === null ? value.count : (100 * value.count) / value.of) >= aimed
      : (value.of === null ? value.count : (100 * value.count) / value.of) <= aimed)
  const hasShare = cells.some(
    ({ row, column, of }) => row === typed.row && column === typed.column && of !== undefined,
  )
  const read = readTyped(
    z.strictObject({
      row: z.string().refine((code) => cells.some(({ row }) => row === code), 'Select a row of the table'),
      column: z
        .string()
        .refine((code) => cells.some(({ column }) => column === code), 'Select a column of the table'),
      statistic: z
        .string()
        .pipe(z.enum(['percentage', 'count'], 'Select whether the share or the count is measured'))
        .refine((kind) => kind === 'count' || hasShare, 'A total has no share of itself: select the count'),
      baselineYear: z
        .string()
        .refine(() => baseline !== undefined, 'Select the year of the baseline')
        .refine(
          () => baseline === undefined || value.kind === 'shown',
          'The figure is hidden in the release of that year: select another year or another figure',
        ),
      wanted: z.string().pipe(z.enum(['rise', 'fall'], 'Select whether it is to rise or to fall')),
      target: z
        .string()
        .refine((text) => TARGET.test(text), 'Enter what is aimed at, as a whole number')
        .refine(
          (text) => typed.statistic === 'count' || Number(text) <= 100,
          'Enter what is aimed at, from 0 to 100%',
        )
        .refine((text) => !TARGET.test(text) || !isReached, 'What is aimed at is reached already')
        .transform(Number),
    }),
    typed,
  )
  if (!read.ok) return read
  const { wanted, target, baselineYear } = read.value
  return { ok: true as const, value: { figure, wanted, target, baselineYear } }
}
