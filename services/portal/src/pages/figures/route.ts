import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { lastEndedYear, yearChoices } from '../../reporting-year/years-to-choose.ts'
import { askedFigure } from './form.ts'
import { figuresScreen } from './view.ts'

/** Exact figures. Nothing is read, and nothing audited, before a figure and a year are chosen. */
export const figuresPage = personPage('/figures', {
  permission: 'figure:read',
  place: { text: 'Figures', says: 'Read the exact counts of your area. They are not for publication.' },
  async show(visit) {
    const { areaId, parts } = visit
    const today = parts.clock.today()
    const asked = askedFigure(visit, today)
    const figure =
      asked &&
      (await visit.call<ReportingRouter>('reporting').figure.exact.query({
        areaId,
        measure: asked.measure,
        reportingYear: asked.year,
        ...(asked.yearsTogether > 1 && { yearsTogether: asked.yearsTogether }),
      }))
    return figuresScreen({
      measure: asked?.measure ?? 'N1',
      year: asked?.year ?? lastEndedYear(today).code,
      years: yearChoices(today),
      together: String(asked?.yearsTogether ?? 1),
      mayLoad: visit.mayDo('denominator:load'),
      figure,
    })
  },
})
