import { boundedShare, countOf, Percentage, type Table } from '@cdop/statistics'
import { z } from 'zod'
import type { FigureId } from './figure-tables.ts'

/** A headline, and what it would be if every unknown went one way or the other. */
export const HeadlineBounds = z.strictObject({
  label: z.string().min(1),
  ofKnown: Percentage,
  least: Percentage,
  most: Percentage,
})
export type HeadlineBounds = z.infer<typeof HeadlineBounds>

type Headline = Readonly<{
  label: string
  side: 'row' | 'column'
  so: readonly string[]
  unknown: readonly string[]
}>

/** The headline of each table that has one, and which of its lines say that it is not known. */
const headlines: Partial<Record<FigureId, Headline>> = {
  R1: {
    label: 'Reviews with modifiable factors',
    side: 'row',
    so: ['modifiable-factors-identified'],
    unknown: ['inadequate-information'],
  },
  N4: {
    label: 'Deaths of children of an ethnic group other than White',
    side: 'row',
    so: ['asian-or-asian-british', 'black-or-black-british', 'mixed', 'other'],
    unknown: ['not-known'],
  },
  N7: {
    label: 'Deaths of children who lived in a rural neighbourhood',
    side: 'row',
    so: ['rural'],
    unknown: ['not-known'],
  },
  R9: {
    label: 'Reviews of children with whom social care had to do',
    side: 'row',
    so: ['looked-after', 'protection-plan', 'child-in-need'],
    unknown: ['not-known', 'not-recorded'],
  },
  R10: { label: 'Reviews of unexpected deaths', side: 'row', so: ['unexpected'], unknown: ['not-known'] },
  T1b: {
    label: 'Reviews within 12 months of the death',
    side: 'column',
    so: ['within-6', 'within-12'],
    unknown: ['not-known'],
  },
}

/** The headline of a table with its bounds; none where a table has no headline or counted nothing. */
export function headlineBounds(id: FigureId, { measure, cells }: Table): HeadlineBounds[] {
  const headline = headlines[id]
  if (headline === undefined) return []
  const { label, side, so, unknown } = headline
  const other = side === 'row' ? 'column' : 'row'
  const margin = cells.filter((cell) => cell[other] === 'total')
  const sum = (codes: readonly string[]) =>
    margin.filter((cell) => codes.includes(cell[side])).reduce((all, { count }) => all + count, 0)
  const all = sum(['total'])
  if (all === 0) return []
  const of = (count: number) => countOf(measure.population, count)
  const { ofKnown, least, most } = boundedShare(of(sum(so)), of(sum(unknown)), of(all))
  return [{ label, ofKnown, least, most }]
}
