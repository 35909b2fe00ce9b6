import type { FoundWhen } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { personPage } from '../../page/page-route.ts'
import { calibrationTitle } from '../calibration/view.ts'
import { calibrationFiguresTitle, calibrationFiguresView } from './view.ts'

const asked = (typed: string): FoundWhen =>
  typed === 'recorded' || typed === 'modifiable' ? typed : 'may-have'

/** How far all who coded invented cases agree with what was intended and with one another. */
export const calibrationFiguresPage = personPage('/calibration/figures', {
  permission: 'calibration:read',
  async show(visit) {
    const foundWhen = asked(visit.query('found'))
    const { calibration } = visit.call<FactorAnalysisRouter>('factor-analysis')
    const figures = await calibration.figures.query({ areaId: visit.areaId, foundWhen })
    return {
      title: calibrationFiguresTitle,
      section: calibrationTitle,
      backLink: '/calibration',
      main: calibrationFiguresView({ figures, foundWhen, today: visit.parts.clock.today() }),
    }
  },
})
