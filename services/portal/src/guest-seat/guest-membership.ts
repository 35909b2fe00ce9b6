import type { Database } from '@cdop/database'
import type { AreaId, PersonId, PlainDate, ServiceActor } from '@cdop/domain'
import { type Membership, readMembership } from '../user/membership-store.ts'
import { type GuestSeat, seatsOf } from './guest-seat-store.ts'

/** Whether a person still is at home what a seat elsewhere rests on. */
function sits({ seat }: GuestSeat, home: Membership | null): boolean {
  if (home === null) return false
  return home.roles.includes('chair') || (seat === 'member' && home.roles.includes('panel-member'))
}

/**
 * What a person is in an area that is not theirs: a guest of the meetings they have a seat at, while they sit on their own
 * area's panel, which is looked up behind that area's wall. None of what they are at home comes along.
 * @returns null when no seat holds today
 */
export async function guestMembership(
  database: Pick<Database, 'transaction'>,
  { areaId, personId, today }: { areaId: AreaId; personId: PersonId; today: PlainDate },
  itselfIn: (areaId: AreaId) => ServiceActor,
): Promise<Membership | null> {
  const seats = await database.transaction(itselfIn(areaId), (tx) => seatsOf(tx, areaId, personId, today))
  const holding: GuestSeat[] = []
  for (const seat of seats) {
    const membership = await database.transaction(itselfIn(seat.homeAreaId), (tx) =>
      readMembership(tx, seat.homeAreaId, personId),
    )
    if (sits(seat, membership)) holding.push(seat)
  }
  const [first] = holding
  if (first === undefined) return null
  const chairs = holding.some(({ seat }) => seat === 'chair')
  return { roles: [chairs ? 'guest-chair' : 'guest-member'], agency: first.agency }
}
