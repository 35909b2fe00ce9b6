import { type CaseId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { pageOf } from '../../paging/page-links.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { switchNames, switchTo } from '../case-frame/own-name.ts'
import { familiesView } from './view.ts'

/** Where a key worker begins: own families, with the children's names unless they are hidden in this session. */
export const familiesPage = personPage('/families', {
  permission: 'family:list',
  place: {
    text: 'Your families',
    says: 'See what comes next for the families you speak to, and what they ask.',
    daily: true,
  },
  async show(visit) {
    const { areaId } = visit
    const hidden = visit.visitor.namesHidden
    const page = pageOf(visit.query('page'))
    const listed = await caseReview(visit).family.list.query({ areaId, named: !hidden, page })
    const { families, total, pass } = listed
    const caseIds = families.map(({ caseId }) => caseId)
    const known =
      pass === null
        ? []
        : await visit.call<IntakeRouter>('intake').identity.read.query({ areaId, caseIds, pass })
    const children = new Map<CaseId, string>(
      known.map(({ caseId, givenNames, familyName }) => [caseId, `${givenNames} ${familyName}`]),
    )
    const action = switchTo(visit, '/families')
    return { title: 'Your families', main: familiesView({ families, page, total, children, hidden, action }) }
  },
  async post(visit, form) {
    if (!(await switchNames(visit, form))) throw new Refusal('unreadable')
    return new GoTo('/families')
  },
})
