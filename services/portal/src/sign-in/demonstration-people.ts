import { GrantedRole, PanelAgency } from '@cdop/domain'
import { z } from 'zod'

/** Somebody who can sign in to a demonstration. The address is what the local identity provider knows them by. */
export const DemonstrationPerson = z.strictObject({
  email: z.email(),
  displayName: z.string().min(1),
  roles: z.array(GrantedRole).min(1).readonly(),
  agency: PanelAgency.optional(),
  /** The code of the area in which the roles are held. */
  areaCode: z.string(),
})
export type DemonstrationPerson = z.infer<typeof DemonstrationPerson>

function person(
  areaCode: string,
  displayName: string,
  roles: readonly GrantedRole[],
  agency?: PanelAgency,
): DemonstrationPerson {
  const name = displayName.toLowerCase().replaceAll(' ', '.')
  return {
    email: `${name}@${areaCode.toLowerCase()}.example`,
    displayName,
    roles,
    areaCode,
    ...(agency !== undefined && { agency }),
  }
}

/** Somebody from outside, who scrutinises several areas and signs in once. */
function scrutineer(displayName: string, areaCodes: readonly string[]): DemonstrationPerson[] {
  const email = `${displayName.toLowerCase().replaceAll(' ', '.')}@scrutiny.example`
  return areaCodes.map((areaCode) => ({ email, displayName, roles: ['scrutineer'], areaCode }))
}

/** Who can sign in to a demonstration unless it is told otherwise. All invented; the addresses lead nowhere. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person('LDS', 'Asha Linden', ['coordinator']),
  person('LDS', 'Bronwen Askew', ['coordinator']),
  person('LDS', 'Edmund Frost', ['designated-doctor']),
  person('LDS', 'Priya Dale', ['response-lead']),
  person('LDS', 'Shabnam Reyes', ['key-worker']),
  person('LDS', 'Tom Harrow', ['panel-member'], 'public-health'),
  person('LDS', 'Grace Okello', ['panel-member'], 'police'),
  person('LDS', 'Ruth Ashdown', ['panel-member'], 'social-care'),
  person('LDS', 'Imran Vale', ['panel-member'], 'health'),
  person('LDS', 'Clemency Ilsley', ['panel-member'], 'lay'),
  person('LDS', 'Helen Marsh', ['chair'], 'public-health'),
  person('LDS', 'Joan Tellwright', ['chair'], 'health'),
  person('LDS', 'Owen Pryce', ['analyst']),
  person('LDS', 'Delyth Carrow', ['publisher']),
  person('LDS', 'Nadia Birch', ['administrator']),
  person('WYB', 'Callum Thorne', ['coordinator']),
  person('WYB', 'Mei Fairfax', ['analyst']),
  person('WYB', 'Jonas Reed', ['response-lead']),
  person('WYB', 'Leah Croft', ['administrator']),
  // One person, who compares the two.
  ...scrutineer('Morwenna Vance', ['LDS', 'WYB']),
  person('WYB', 'Stella Amadi', ['chair'], 'health'),
  person('WYB', 'Felix Thorburn', ['panel-member'], 'police'),
]
