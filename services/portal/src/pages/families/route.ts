import type { CaseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { familiesView } from './view.ts'

/** Where a key worker begins: own families, with the children's names unless they are hidden. */
export const familiesPage = personPage('/families', {
  permission: 'family:list',
  place: {
    text: 'Your families',
    says: 'See what comes next for the families you speak to, and what they ask.',
  },
  async show(visit) {
    const { areaId } = visit
    const hidden = visit.query('name') === 'hidden'
    const listed = await caseReview(visit).family.list.query({ areaId, named: !hidden })
    const { families, more, pass } = listed
    const caseIds = families.map(({ caseId }) => caseId)
    const known =
      pass === null
        ? []
        : await visit.call<IntakeRouter>('intake').identity.read.query({ areaId, caseIds, pass })
    const children = new Map<CaseId, string>(
      known.map(({ caseId, givenNames, familyName }) => [caseId, `${givenNames} ${familyName}`]),
    )
    return { title: 'Your families', main: familiesView({ families, more, children, hidden }) }
  },
})
