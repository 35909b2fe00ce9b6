import { z } from 'zod'

/** Why a number of the prose is no live figure. Everything else is tied to a protected cell. */
export const ExemptionReason = z.enum([
  'law-or-guidance',
  'published-elsewhere',
  'activity',
  'name',
  'numbering',
  'contact',
  'ordinary-word',
  'series-before-2010',
])
export type ExemptionReason = z.infer<typeof ExemptionReason>

/** What can be asked of a cell. */
const FigureStatistic = z.enum(['count', 'percentage', 'change', 'rate'])

/** Where a live figure stands: the table, a code of each margin or "total", and what is asked of the cell. */
export const FigureReference = z.strictObject({
  tableId: z.string(),
  row: z.string(),
  column: z.string(),
  statistic: FigureStatistic,
})
export type FigureReference = z.infer<typeof FigureReference>

/** Why a pair of braces could not be read. */
export const GrammarFault = z.enum([
  'not-closed',
  'not-opened',
  'words-missing',
  'statistic-unknown',
  'reason-unknown',
])
export type GrammarFault = z.infer<typeof GrammarFault>

/** Where a part stands in the prose, in UTF-16 units. */
type Place = Readonly<{ at: number; length: number }>

export type ProsePart = Place &
  (
    | Readonly<{ kind: 'text'; text: string }>
    | Readonly<{ kind: 'figure'; reference: FigureReference }>
    /** `textAt` is where the exempted words themselves begin. */
    | Readonly<{ kind: 'exempt'; text: string; textAt: number; reason: ExemptionReason }>
    | Readonly<{ kind: 'fault'; fault: GrammarFault; written: string }>
  )

/** A figure as it is written: "N2 0-27d total count". */
export function writtenReference({ tableId, row, column, statistic }: FigureReference): string {
  return [tableId, row, column, statistic].join(' ')
}

const braces = /\{\{|\}\}/g
const quoted = /^\s*["“]([^"“”]+)["”]\s+(\S+)\s*$/

/**
 * Reads prose with its live figures, `{{N2 0-27d total count}}` (the column is left out where a table has none), and its
 * exempted numbers, `{{"15 working days" law-or-guidance}}`. Every character belongs to one part; what cannot be read is
 * a fault and says where.
 */
export function readProse(prose: string): ProsePart[] {
  const parts: ProsePart[] = []
  let from = 0
  let open: number | null = null
  const text = (to: number) => {
    if (to > from) parts.push({ kind: 'text', text: prose.slice(from, to), at: from, length: to - from })
  }
  const fault = (at: number, length: number, found: GrammarFault) =>
    parts.push({ kind: 'fault', fault: found, written: prose.slice(at, at + length), at, length })
  for (const { 0: brace, index } of prose.matchAll(braces)) {
    if (brace === '{{') {
      if (open === null) text(index)
      else fault(open, index - open, 'not-closed')
      open = index
    } else if (open === null) {
      text(index)
      fault(index, 2, 'not-opened')
      from = index + 2
    } else {
      parts.push(within(prose.slice(open + 2, index), open))
      from = index + 2
      open = null
    }
  }
  if (open === null) text(prose.length)
  else fault(open, prose.length - open, 'not-closed')
  return parts
}

function within(inner: string, at: number): ProsePart {
  const place = { at, length: inner.length + 4 }
  const fault = (found: GrammarFault): ProsePart => ({
    kind: 'fault',
    fault: found,
    written: `{{${inner}}}`,
    ...place,
  })
  const exempt = quoted.exec(inner)
  if (exempt !== null) {
    const [, text = '', written] = exempt
    const reason = ExemptionReason.safeParse(written)
    if (!reason.success) return fault('reason-unknown')
    return { kind: 'exempt', text, textAt: at + 2 + inner.indexOf(text), reason: reason.data, ...place }
  }
  const words = inner.trim().split(/\s+/)
  const [tableId, row] = words
  if (words.length < 3 || words.length > 4 || tableId === undefined || row === undefined) {
    return fault('words-missing')
  }
  const statistic = FigureStatistic.safeParse(words.at(-1))
  if (!statistic.success) return fault('statistic-unknown')
  const column = words.length === 4 ? (words[2] ?? 'total') : 'total'
  return { kind: 'figure', reference: { tableId, row, column, statistic: statistic.data }, ...place }
}
