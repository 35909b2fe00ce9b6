import type { PanelAgency, PanelMeetingId, PersonId, Role } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'

/** Somebody who can sit on the area's panel, with the agency they speak for. */
export type PanelPerson = {
  readonly personId: PersonId
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly agency: PanelAgency
}

const onPanel: readonly Role[] = ['panel-member', 'chair']

/** The panel members and chairs of the area who have access now, by name. */
export async function panelOf(visit: Pick<PersonVisit, 'people'>): Promise<PanelPerson[]> {
  const people = await visit.people()
  return people.flatMap(({ personId, displayName, roles, agency, active }) =>
    active && agency !== null && roles.some((role) => onPanel.includes(role))
      ? [{ personId, displayName, roles, agency }]
      : [],
  )
}

/** The same, and whoever of another area has a seat at this meeting: a guest counts in it as everybody does. */
export async function panelAt(
  visit: Pick<PersonVisit, 'people'>,
  panelMeetingId: PanelMeetingId,
): Promise<PanelPerson[]> {
  const guests = (await visit.people()).flatMap(({ personId, displayName, roles, agency, guestAt }) =>
    agency !== null && guestAt.includes(panelMeetingId)
      ? [{ personId, displayName: `${displayName} (guest)`, roles, agency }]
      : [],
  )
  return [...(await panelOf(visit)), ...guests]
}
