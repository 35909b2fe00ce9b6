import type { PlainDate } from '@cdop/domain'
import { MeasureId } from '../../figure-table/measures.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { yearsToChoose } from '../../reporting-year/years-to-choose.ts'

/** Which figure was asked for. */
export type AskedFigure = Readonly<{ measure: MeasureId; year: string }>

/** The figure a query asks for; nothing when it asks for none that is offered. */
export function askedFigure({ query }: Pick<PersonVisit, 'query'>, today: PlainDate): AskedFigure | null {
  const measure = MeasureId.safeParse(query('measure'))
  const year = yearsToChoose(today).find(({ code }) => code === query('year'))
  return measure.success && year !== undefined ? { measure: measure.data, year: year.code } : null
}
