import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { pageOf } from '../../paging/page-links.ts'
import { importsScreen } from './view.ts'

/** The files of notifications that were uploaded in this area, the newest first. */
export const importsPage = personPage('/imports', {
  permission: 'notification:import',
  async show(visit) {
    const page = pageOf(visit.query('page'))
    const { rows, total } = await visit
      .call<IntakeRouter>('intake')
      .import.list.query({ areaId: visit.areaId, page })
    return importsScreen({ rows, total, page, people: await visit.people() })
  },
})
