import { ServiceUnavailable } from '@cdop/rpc'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { alertsWaiting } from '../alerts/services.ts'
import { wayToNationalDatabase } from '../national-database/way.ts'
import { unseenRelated } from '../related/admitted-related.ts'
import { homeScreen } from './view.ts'

/** How many other deaths in a household wait for this person; the start page stands also when nobody can say. */
async function unseenDeaths(visit: PersonVisit): Promise<number> {
  try {
    return (await unseenRelated(visit)).length
  } catch (thrown) {
    if (thrown instanceof ServiceUnavailable) return 0
    throw thrown
  }
}

/** The start page: the places this person's roles open, and no other, and what waits for them alone. */
export const homePage = personPage('/', {
  permission: null,
  async show(visit) {
    const [unseen, national, alerts] = await Promise.all([
      unseenDeaths(visit),
      wayToNationalDatabase(visit),
      alertsWaiting(visit),
    ])
    return homeScreen(visit.visitor, visit.places, { unseen, national, alerts })
  },
})
