import type { PanelAgency, PersonId, SeatAs } from '@cdop/domain'
import { Refusal } from '@cdop/domain'
import type { PostedForm } from '../../page/posted-form.ts'

/** Names of the two groups of boxes. */
export const GUESTS = 'guests'
export const CHAIRS = 'chairs'

type Member = { readonly personId: PersonId; readonly agency: PanelAgency; readonly chairs: boolean }

/**
 * Whom the form names, each with the agency they speak for. A chair who leads there is named once.
 * @throws Refusal `unreadable` for somebody the page did not name
 */
export function guestsIn(form: PostedForm, members: readonly Member[]) {
  const [guests, chairs] = [form.all(GUESTS), form.all(CHAIRS)]
  const named = new Map(members.map((member) => [member.personId as string, member]))
  for (const personId of guests) if (!named.has(personId)) throw new Refusal('unreadable')
  for (const personId of chairs) if (named.get(personId)?.chairs !== true) throw new Refusal('unreadable')
  return members
    .filter(({ personId }) => guests.includes(personId) || chairs.includes(personId))
    .map(({ personId, agency }) => {
      const seat: SeatAs = chairs.includes(personId) ? 'chair' : 'member'
      return { personId, agency, seat }
    })
}
