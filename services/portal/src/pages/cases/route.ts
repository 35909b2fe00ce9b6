import { personPage } from '../../page/page-route.ts'
import { pageOf } from '../../paging/page-links.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namedPeople, whoCanHave } from '../case-people/part-people.ts'
import { caseViews, filterIn } from './case-views.ts'
import { casesView } from './view.ts'

/** The worklist: the person's cases by what they wait for. Without an address of its own it is the view they begin with. */
export const casesPage = personPage('/cases', {
  permission: 'case:list',
  place: { text: 'Cases', says: 'See what is due and what is late, and open a case.', daily: true },
  async show(visit) {
    const named = ['view', 'sort', 'owner'].some((part) => visit.query(part) !== '')
    const asked = named ? filterIn((part) => visit.query(part)) : {}
    const page = pageOf(visit.query('page'))
    const listed = await caseReview(visit).case.list.query({ areaId: visit.areaId, page, ...asked })
    const { view } = listed.shown
    const { people, nameOf } = await namedPeople(visit)
    const mayTakeNames = visit.mayDo('case:export-identifiable')
    const coordinators = whoCanHave('coordinator', people)
    return {
      title: view === 'all' ? 'Cases' : caseViews[view].text,
      ...(view !== 'all' && { section: 'Cases' }),
      main: casesView({
        ...listed,
        page,
        today: visit.parts.clock.today(),
        coordinators,
        nameOf,
        mayTakeNames,
      }),
    }
  },
})
