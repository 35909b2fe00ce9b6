import type { Db } from '@cdop/database'
import {
  type AreaId,
  actorKey,
  type CaseId,
  mayDo,
  type PanelMeetingId,
  type Person,
  type PlainDate,
  Refusal,
} from '@cdop/domain'
import { issuePass, type Keyring } from '@cdop/rpc'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { findListing, type Listing } from '../panel-meeting/listing-store.ts'

/** A case at a panel meeting. */
export type CaseAtMeeting = { areaId: AreaId; panelMeetingId: PanelMeetingId; caseId: CaseId }

/** A case somebody may follow the live panel on, and the meeting on whose agenda it stands. */
export type Seat = { seen: SeenCase; listing: Listing }

/**
 * Lets somebody to the live panel on a case: only of the meeting on whose agenda it stands, as a reader of its pack, or,
 * where the role reads none, to see that it is being discussed.
 * @throws Refusal `not-found`; `statement-not-signed` for somebody of the panel who has not signed the confidentiality
 * statement
 */
export async function takeSeat(
  tx: Db,
  person: Person,
  { areaId, panelMeetingId, caseId }: CaseAtMeeting,
  today: PlainDate,
): Promise<Seat> {
  const seen = await seeCase(tx, person, areaId, caseId, { today })
  if (mayDo(person, 'pack:read')) requireClass(seen, 'pack')
  const listing = await findListing(tx, areaId, caseId)
  if (listing?.panelMeetingId !== panelMeetingId) throw new Refusal('not-found')
  return { seen, listing }
}

/** The pass for what factor-analysis keeps of a live panel: that of the reader's own classes, and of no more. */
export function seatPass(keyring: Keyring, person: Person, caseId: CaseId, { seen }: Seat): Promise<string> {
  const forPanel = seen.classes.filter((one) => one === 'pack' || one === 'analysis')
  return issuePass(keyring, {
    holder: actorKey(person),
    caseIds: [caseId],
    fieldClasses: forPanel.length > 0 ? forPanel : seen.classes.filter((one) => one === 'agency-return'),
    requestId: person.requestId,
  })
}
