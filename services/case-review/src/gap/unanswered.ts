import type { Db } from '@cdop/database'
import {
  type AreaId,
  bankHolidays,
  type InformationRequestId,
  type Person,
  type PlainDate,
  stepsAhead,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { withheldFrom } from '../access/withheld-cases.ts'
import { type ChasedRequest, chasedRequests } from '../chasing/chaser-store.ts'
import { chasingSettingsOn } from '../chasing/chasing-settings-store.ts'

/**
 * Overdue requests at the top of the area's ladder, of the cases a person has no conflict in: those a review may go on
 * without. Of all, or of those asked for.
 */
export async function unansweredFor(
  tx: Db,
  keys: KeyProvider,
  person: Person,
  areaId: AreaId,
  { today, of }: { today: PlainDate; of?: readonly InformationRequestId[] },
): Promise<ChasedRequest[]> {
  const { ladder } = await chasingSettingsOn(tx, areaId, today)
  const withheld = new Set(await withheldFrom(tx, person, areaId))
  return (await chasedRequests(tx, keys, areaId, of)).filter(
    (request) =>
      request.dueOn < today &&
      // What came before it was sent back can be accepted as it is.
      request.round === 1 &&
      !withheld.has(request.caseId) &&
      stepsAhead(request, ladder, bankHolidays).length === 0,
  )
}
