import type { Db } from '@cdop/database'
import type { Neighbourhood, NotificationContent, ResidencyDecision } from '@cdop/domain'
import { deprivationOfArea, lookUpPostcode } from './look-up-postcode.ts'

function known(neighbourhood: Neighbourhood): Neighbourhood | null {
  const { deprivation, ruralUrban } = neighbourhood
  return deprivation.length === 0 && ruralUrban === null ? null : neighbourhood
}

/**
 * How deprived and how rural it was where the child lived: as somebody decided that, else by the postcode. Null where
 * the lists say nothing of it, or the child was decided to have lived elsewhere than the postcode says.
 */
export async function neighbourhoodOf(
  tx: Db,
  { child, death }: NotificationContent,
  residency: ResidencyDecision | null,
): Promise<Neighbourhood | null> {
  if (residency?.localAuthority === null) return null
  const { postcode } = child
  const found = postcode === undefined ? null : await lookUpPostcode(tx, postcode, death.dateOfDeath)
  const place = found?.outcome === 'found' ? found.place : null
  const decided = residency?.lsoa ?? null
  if (decided !== null && decided !== place?.lsoa2011 && decided !== place?.lsoa2021) {
    return known({ deprivation: [...(await deprivationOfArea(tx, decided))], ruralUrban: null })
  }
  if (place === null) return null
  if (decided === null && residency !== null && residency.localAuthority !== place.localAuthority) return null
  return known({ deprivation: place.deprivation, ruralUrban: place.ruralUrban })
}
