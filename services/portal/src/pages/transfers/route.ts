import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { transfersTitle, transfersView } from './view.ts'

/** Anything else in the query is taken for what is still open. */
const Shown = z.enum(['open', 'ended']).catch('open')

/** Records other areas ask this one to take, and those it asks others to take. */
export const transfersPage = personPage('/transfers', {
  permission: 'transfer:read',
  place: { text: transfersTitle, says: 'Take over records from other areas, and ask others to take yours.' },
  async show(visit) {
    const view = Shown.parse(visit.query('show'))
    const { transfer } = visit.call<IntakeRouter>('intake')
    const { rows } = await transfer.list.query({ areaId: visit.areaId, view })
    return { title: transfersTitle, main: transfersView({ view, rows }) }
  },
})
