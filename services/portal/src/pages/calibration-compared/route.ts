import { personPage } from '../../page/page-route.ts'
import { calibrationTitle } from '../calibration/view.ts'
import { calibration, caseKeyOf } from '../calibration-case/read-case.ts'
import { calibrationComparedTitle, calibrationComparedView } from './view.ts'

/** One's own coding of an invented case beside the intended one, and how many colleagues chose what. */
export const calibrationComparedPage = personPage('/calibration/cases/:caseKey/compared', {
  permission: 'calibration:code',
  async show(visit) {
    const compared = await calibration(visit).compare.query({
      areaId: visit.areaId,
      caseKey: caseKeyOf(visit),
    })
    return {
      title: calibrationComparedTitle,
      section: calibrationTitle,
      backLink: '/calibration',
      main: calibrationComparedView({ compared, today: visit.parts.clock.today() }),
    }
  },
})
