import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import type { InArea } from '../../page/visit.ts'
import { lastEndedYear } from '../../reporting-year/years-to-choose.ts'
import { type ScrutinisedArea, scrutinyTitle, scrutinyView } from './view.ts'

/** How one area stands, asked in that area alone. */
async function lookedAt({ areaId, name, call }: InArea): Promise<ScrutinisedArea> {
  const { scrutiny, assurance } = call<FactorAnalysisRouter>('factor-analysis')
  const [overview, { signed }, { releases }] = await Promise.all([
    scrutiny.read.query({ areaId }),
    assurance.list.query({ areaId }),
    call<ReportingRouter>('reporting').release.list.query({ areaId }),
  ])
  return { areaId, name, overview, signed, releases }
}

/** The areas somebody scrutinises, side by side, as counts without any case. */
export const scrutinyPage = personPage('/scrutiny', {
  permission: 'scrutiny:read',
  place: { text: scrutinyTitle, says: 'See how far your areas are with what was recommended, side by side.' },
  async show(visit) {
    const areas = await visit.inEachArea('scrutineer')
    return {
      title: scrutinyTitle,
      main: scrutinyView({
        areas: await Promise.all(areas.map(lookedAt)),
        here: visit.visitor.area,
        year: lastEndedYear(visit.parts.clock.today()),
      }),
    }
  },
})
