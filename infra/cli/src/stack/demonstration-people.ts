import type { PanelAgency, Role } from '@cdop/domain'

/** Somebody who can sign in to a demonstration. Invented, like everybody in it. */
export interface DemonstrationPerson {
  readonly email: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly agency?: PanelAgency
  /** The code of the area in which the roles are held. */
  readonly areaCode: string
}

/** Who can sign in to a demonstration: every role in one area, a coordinator and an analyst in a second. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  person('carys.coordinator', 'Carys Whitlock', ['coordinator'], 'HW'),
  person('priya.panel', 'Priya Nambiar', ['panel-member'], 'HW', 'health'),
  person('pawel.panel', 'Pawel Zielinski', ['panel-member'], 'HW', 'police'),
  person('chidi.chair', 'Chidi Okonkwo', ['chair'], 'HW', 'public-health'),
  person('anna.analyst', 'Anna Lindqvist', ['analyst'], 'HW'),
  person('adam.administrator', 'Adam Birtwistle', ['administrator'], 'HW'),
  person('nia.coordinator', 'Nia Prosser', ['coordinator'], 'NB'),
  person('noor.analyst', 'Noor Rahimi', ['analyst'], 'NB'),
]

function person(
  name: string,
  displayName: string,
  roles: readonly Role[],
  areaCode: string,
  agency?: PanelAgency,
): DemonstrationPerson {
  return {
    email: `${name}@demonstration.example`,
    displayName,
    roles,
    areaCode,
    ...(agency !== undefined && { agency }),
  }
}
