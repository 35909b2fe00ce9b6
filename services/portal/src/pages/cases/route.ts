import { PersonId } from '@cdop/domain'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { pageOf } from '../../paging/page-links.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namedPeople, whoCanHave } from '../case-people/part-people.ts'
import { casesView, caseViewNames, caseViews } from './view.ts'

const View = z.enum(caseViewNames).catch('all')
/** Somebody's cases, those nobody has, or everybody's. */
const Owner = z
  .union([PersonId, z.literal('nobody')])
  .nullable()
  .catch(null)
const Sort = z.enum(['most-overdue', 'newest']).catch('most-overdue')

/** The worklist: the person's cases by what they wait for. */
export const casesPage = personPage('/cases', {
  permission: 'case:list',
  place: { text: 'Cases', says: 'See what is due and what is late, and open a case.' },
  async show(visit) {
    const view = View.parse(visit.query('view'))
    const sort = Sort.parse(visit.query('sort'))
    const owner = Owner.parse(visit.query('owner'))
    const page = pageOf(visit.query('page'))
    const listed = await caseReview(visit).case.list.query({ areaId: visit.areaId, view, sort, page, owner })
    const { people, nameOf } = await namedPeople(visit)
    const coordinators = whoCanHave('coordinator', people)
    const today = visit.parts.clock.today()
    return {
      title: view === 'all' ? 'Cases' : caseViews[view].text,
      ...(view !== 'all' && { section: 'Cases' }),
      main: casesView({ ...listed, view, sort, page, owner, today, coordinators, nameOf }),
    }
  },
})
