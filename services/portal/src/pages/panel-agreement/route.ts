import type { FoundWhen } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { personPage } from '../../page/page-route.ts'
import { panelAgreementTitle, panelAgreementView } from './view.ts'

const asked = (typed: string): FoundWhen =>
  typed === 'recorded' || typed === 'may-have' ? typed : 'modifiable'

/** How far panels agree on the cases they coded twice: figures alone, for chair, coordinator and analyst. */
export const panelAgreementPage = personPage('/panel-agreement', {
  permission: 'agreement:read',
  place: { text: panelAgreementTitle, says: 'How far two panels say the same of the same case.' },
  async show(visit) {
    const foundWhen = asked(visit.query('found'))
    const { doubleCoding } = visit.call<FactorAnalysisRouter>('factor-analysis')
    const figures = await doubleCoding.agreement.query({ areaId: visit.areaId, foundWhen })
    return {
      title: panelAgreementTitle,
      main: panelAgreementView({
        figures,
        foundWhen,
        today: visit.parts.clock.today(),
        mayReadCases: visit.mayDo('double-coding:read'),
        mayCalibrate: visit.mayDo('calibration:read'),
      }),
    }
  },
})
