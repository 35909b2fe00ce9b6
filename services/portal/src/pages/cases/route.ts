import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { pageOf } from '../../paging/page-links.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { casesView, caseViewNames, caseViews } from './view.ts'

const View = z.enum(caseViewNames).catch('all')
const Sort = z.enum(['most-overdue', 'newest']).catch('most-overdue')

/** The worklist: the person's cases by what they wait for. */
export const casesPage = personPage('/cases', {
  permission: 'case:list',
  place: { text: 'Cases', says: 'See what is due and what is late, and open a case.' },
  async show(visit) {
    const view = View.parse(visit.query('view'))
    const sort = Sort.parse(visit.query('sort'))
    const page = pageOf(visit.query('page'))
    const listed = await caseReview(visit).case.list.query({ areaId: visit.areaId, view, sort, page })
    const today = visit.parts.clock.today()
    return {
      title: view === 'all' ? 'Cases' : caseViews[view].text,
      ...(view !== 'all' && { section: 'Cases' }),
      main: casesView({ ...listed, view, sort, page, today }),
    }
  },
})
