import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { lastEndedYear, yearChoices, yearsToChoose } from '../../reporting-year/years-to-choose.ts'
import { caseMixScreen } from './view.ts'

/** The share with modifiable factors by case mix. Nothing is read, and nothing audited, before a year is chosen. */
export const caseMixPage = personPage('/figures/case-mix', {
  permission: 'case-mix:read',
  async show(visit) {
    const { areaId, parts } = visit
    const today = parts.clock.today()
    const asked = yearsToChoose(today).find(({ code }) => code === visit.query('year'))
    const figure =
      asked === undefined
        ? null
        : await visit
            .call<ReportingRouter>('reporting')
            .figure.caseMix.query({ areaId, reportingYear: asked.code })
    return caseMixScreen({
      year: asked?.code ?? lastEndedYear(today).code,
      years: yearChoices(today),
      figure,
      backLink: visit.mayDo('figure:read') ? '/figures' : '/scrutiny',
    })
  },
})
