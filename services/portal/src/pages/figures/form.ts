import type { PlainDate } from '@cdop/domain'
import { FigureId } from '../../figure-table/measures.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { yearsToChoose } from '../../reporting-year/years-to-choose.ts'

/** How many years up to the chosen one may be put together. */
export const togetherChoices = [
  { value: '1', text: 'That year alone' },
  { value: '2', text: '2 years together' },
  { value: '3', text: '3 years together' },
  { value: '5', text: '5 years together' },
  { value: '10', text: '10 years together' },
] as const

/** Which figure was asked for. */
export type AskedFigure = Readonly<{ measure: FigureId; year: string; yearsTogether: number }>

/** The figure a query asks for; nothing when it asks for none that is offered. */
export function askedFigure({ query }: Pick<PersonVisit, 'query'>, today: PlainDate): AskedFigure | null {
  const measure = FigureId.safeParse(query('measure'))
  const year = yearsToChoose(today).find(({ code }) => code === query('year'))
  const together = togetherChoices.find(({ value }) => value === query('together'))?.value ?? '1'
  return measure.success && year !== undefined
    ? { measure: measure.data, year: year.code, yearsTogether: Number(together) }
    : null
}
