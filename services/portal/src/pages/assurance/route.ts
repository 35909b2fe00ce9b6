import { ServiceUnavailable } from '@cdop/rpc'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { yearsToChoose } from '../../reporting-year/years-to-choose.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { assuranceTitle, assuranceView, type SignedYears } from './view.ts'
import { yearPage } from './year-route.ts'

/** For the last years that are over, whether the independent scrutineer has signed a statement. */
const assurancePage = personPage('/assurance', {
  permission: 'assurance:read',
  place: { text: assuranceTitle, says: 'Read what the independent scrutineer states about a year.' },
  async show(visit) {
    const today = visit.parts.clock.today()
    const { signed } = await factorAnalysis(visit).assurance.list.query({ areaId: visit.areaId })
    const over = yearsToChoose(today).filter(({ end }) => end < today)
    return { title: assuranceTitle, main: assuranceView({ years: over.slice(0, 5), signed }) }
  },
})

/** What the scrutineer states about years. Of two paths that fit, the first answers. */
export const assurancePages: readonly PageRoute[] = [assurancePage, yearPage]

/** Which years are signed, for whoever may know; null for others and while nobody can say. */
export async function signedYearsFor(visit: PersonVisit): Promise<SignedYears | null> {
  if (!visit.mayDo('assurance:read')) return null
  try {
    return (await factorAnalysis(visit).assurance.list.query({ areaId: visit.areaId })).signed
  } catch (thrown) {
    if (thrown instanceof ServiceUnavailable) return null
    throw thrown
  }
}
