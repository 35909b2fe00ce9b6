import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { pageOf } from '../../paging/page-links.ts'
import { withheldAsFarAsKnown } from '../response-record/withheld-from.ts'
import { responsesView } from './view.ts'

const View = z.enum(['open', 'all']).catch('open')

/** The joint agency responses of the area, those somebody must do something about first. */
export const responsesPage = personPage('/responses', {
  permission: 'response:read',
  place: {
    text: 'Joint agency responses',
    says: 'See whom a death has paged, what was decided, and responses that began before a death.',
    daily: true,
  },
  async show(visit) {
    const view = View.parse(visit.query('view'))
    const page = pageOf(visit.query('page'))
    const { response } = visit.call<IntakeRouter>('intake')
    const { areaId } = visit
    const withheld = await withheldAsFarAsKnown(visit)
    const [list, alerts] = await Promise.all([
      response.list.query({ areaId, view, page, withheld }),
      response.alerts.query({ areaId, withheld }),
    ])
    return {
      title: 'Joint agency responses',
      main: responsesView({
        ...list,
        alerts,
        view,
        page,
        mayBegin: visit.mayDo('response:follow'),
        partly: withheld === null,
      }),
    }
  },
})
