import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type PanelMeetingId, type Person, Refusal } from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'

/**
 * A case somebody may read for the meeting it is listed for now.
 * @throws Refusal `not-found` also when it stands on another agenda by now, `statement-not-signed`, `pack-not-open`
 */
export async function listedPack(
  tx: Db,
  parts: Pick<Parts, 'clock'>,
  person: Person,
  { areaId, caseId, panelMeetingId }: { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId },
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
  requireClass(seen, 'pack')
  const listing = await findListing(tx, areaId, caseId)
  if (listing?.panelMeetingId !== panelMeetingId) throw new Refusal('not-found')
  return seen
}
