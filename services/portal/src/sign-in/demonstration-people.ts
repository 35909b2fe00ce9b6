import type { PanelAgency, Role } from '@cdop/domain'

/** The areas of the demonstration, by their code. */
export type DemonstrationArea = 'LDS' | 'WYB'

/** An invented person who can sign in to a demonstration. */
export type DemonstrationPerson = {
  /** What the local identity provider calls them: never changes. */
  subject: string
  displayName: string
  email: string
  area: DemonstrationArea
  roles: readonly Role[]
  agency: PanelAgency | null
  /** What they are, in words. */
  says: string
}

function person(
  area: DemonstrationArea,
  displayName: string,
  says: string,
  roles: readonly Role[],
  agency: PanelAgency | null = null,
): DemonstrationPerson {
  const name = displayName.toLowerCase().replace(/^dr /, '').replaceAll(' ', '.')
  return {
    subject: `${area.toLowerCase()}-${name.replaceAll('.', '-')}`,
    displayName,
    email: `${name}@${area.toLowerCase()}.example`,
    area,
    roles,
    agency,
    says,
  }
}

/** Everybody who can sign in to a demonstration. All invented; the addresses lead nowhere. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person('LDS', 'Asha Linden', 'Coordinator', ['coordinator']),
  person('LDS', 'Tom Harrow', 'Panel member, public health', ['panel-member'], 'public-health'),
  person('LDS', 'Grace Okello', 'Panel member, police', ['panel-member'], 'police'),
  person('LDS', 'Ruth Ashdown', 'Panel member, social care', ['panel-member'], 'social-care'),
  person('LDS', 'Dr Imran Vale', 'Panel member, health', ['panel-member'], 'health'),
  person('LDS', 'Dr Helen Marsh', 'Chair, public health', ['chair'], 'public-health'),
  person('LDS', 'Owen Pryce', 'Analyst', ['analyst']),
  person('LDS', 'Nadia Birch', 'Administrator', ['administrator']),
  person('WYB', 'Callum Thorne', 'Coordinator', ['coordinator']),
  person('WYB', 'Mei Fairfax', 'Analyst', ['analyst']),
]
