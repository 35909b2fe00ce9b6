import {
  CaseIdentifiers,
  type FamilyPerson,
  type FamilyRole,
  type KnownPlace,
  type PlaceKind,
  type Profession,
  type StaffPerson,
} from '@cdop/de-identification'
import type { FamilyRelation, OrganisationKind, PlainDate } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import type { KnownBy } from '@cdop/intake/api'
import { fullName, sameName } from './names.ts'

/** By whom and what intake knows a case. */
export type KnownToIntake = KnownBy

/** By whom and what case-review itself knows a case. */
export type KnownHere = {
  readonly family: readonly { readonly name: string; readonly relation: FamilyRelation }[]
  readonly staff: readonly { readonly name: string; readonly profession: Profession }[]
  readonly organisations: readonly {
    readonly names: readonly string[]
    readonly kind: OrganisationKind
  }[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly references: readonly string[]
  readonly diedOn: PlainDate
}

const roles: Readonly<Record<string, FamilyRole>> = {
  mother: 'mother',
  father: 'father',
  'step-parent': 'parent',
  'adoptive-parent': 'parent',
  'foster-carer': 'carer',
  'special-guardian': 'carer',
  'other-carer': 'carer',
  grandparent: 'relative',
  sibling: 'sibling',
}

const placeKinds: Readonly<Partial<Record<OrganisationKind, PlaceKind>>> = {
  hospital: 'hospital',
  maternity: 'hospital',
  hospice: 'hospice',
  'general-practice': 'GP practice',
  education: 'school',
  police: 'police force',
  ambulance: 'ambulance service',
  'social-care': 'local authority',
}

const most = {
  family: 60,
  staff: 150,
  places: 80,
  addresses: 20,
  nhs: 40,
  contacts: 60,
  references: 60,
  dates: 60,
}

/** The same person or place has the same key in every case of a pack, and the key says nothing of it. */
const keyOf = (keys: KeyProvider, type: string, name: string) =>
  blindIndex(keys, `pack-entity:${type}`, sameName(name)).toString('base64url').slice(0, 24)

const once = <One extends { key: string }>(all: readonly One[]): One[] => [
  ...new Map([...all].reverse().map((one) => [one.key, one])).values(),
]
const unique = (all: readonly string[], longest: number) => [
  ...new Set(all.map((one) => one.trim().slice(0, longest)).filter((one) => one !== '')),
]

/** What was never given as a name. */
const NOT_NAMED = 'Not yet named'

function familyOf(keys: KeyProvider, caseKey: string, known: KnownToIntake, here: KnownHere): FamilyPerson[] {
  const children = known.children.map(({ givenNames, familyName }) => ({
    ...fullName(givenNames === NOT_NAMED ? familyName : `${givenNames} ${familyName}`),
    givenNames: givenNames === NOT_NAMED ? [] : unique(givenNames.split(/\s+/), 120).slice(0, 20),
    familyNames: unique([familyName], 120),
  }))
  const child: FamilyPerson = {
    key: caseKey,
    role: 'child',
    givenNames: unique(
      children.flatMap((one) => one.givenNames),
      120,
    ).slice(0, 20),
    familyNames: unique(
      children.flatMap((one) => one.familyNames),
      120,
    ).slice(0, 20),
    alsoKnownAs: unique(
      known.alsoKnownAs.flatMap((names) => names.split(/[,;/]|\bor\b/)),
      120,
    ).slice(0, 20),
  }
  const others = [...known.family, ...here.family].flatMap(({ name, relation }): FamilyPerson[] => {
    const person = { ...fullName(name), alsoKnownAs: [] }
    if (person.givenNames.length + person.familyNames.length === 0) return []
    return [{ key: keyOf(keys, 'family', name), role: roles[relation ?? ''] ?? 'relative', ...person }]
  })
  return [child, ...once(others)]
}

function staffOf(keys: KeyProvider, known: KnownToIntake, here: KnownHere): StaffPerson[] {
  const all = [
    ...here.staff,
    ...known.staff.map(({ name, role }) => ({
      name,
      profession: role === 'key-worker' ? ('key worker' as const) : ('professional' as const),
    })),
  ]
  return once(
    all.flatMap(({ name, profession }): StaffPerson[] => {
      const person = { ...fullName(name), alsoKnownAs: [], numbers: [] }
      if (person.givenNames.length + person.familyNames.length === 0) return []
      return [{ key: keyOf(keys, 'staff', name), profession, ...person }]
    }),
  )
}

function placesOf(keys: KeyProvider, known: KnownToIntake, here: KnownHere): KnownPlace[] {
  const named = known.places.map(
    ({ name, kind }): KnownPlace => ({
      key: keyOf(keys, 'place', name),
      kind: kind === 'place-of-death' && /hospital|infirmary/i.test(name) ? 'hospital' : 'organisation',
      name: name.slice(0, 120),
      alsoKnownAs: [],
    }),
  )
  const asked = here.organisations.flatMap(({ names, kind }): KnownPlace[] => {
    const [name, ...others] = unique(names, 120)
    if (name === undefined) return []
    const place = {
      kind: placeKinds[kind] ?? ('organisation' as const),
      name,
      alsoKnownAs: others.slice(0, 20),
    }
    return [{ key: keyOf(keys, 'place', name), ...place }]
  })
  return once([...asked, ...named])
}

const isMail = (contact: string) => contact.includes('@')

/**
 * Everything by which a case can be recognised in a text, from what intake and case-review have on record. Lists are as long
 * as the screening takes them, what belongs to the case first.
 */
export function identifiersOf(
  keys: KeyProvider,
  caseKey: string,
  known: KnownToIntake,
  here: KnownHere,
): CaseIdentifiers {
  const contacts = [...known.contacts]
  const addresses = [
    ...known.children.flatMap(({ address, postcode }) =>
      address === null && postcode === null ? [] : [{ address: address ?? '', postcode }],
    ),
    ...known.addresses.map((address) => ({ address, postcode: null })),
    ...known.postcodes.map((postcode) => ({ address: '', postcode })),
  ].map(({ address, postcode }) => ({
    lines: unique(address.split(/[\n,]/), 120).slice(0, 6),
    postcode: postcode === null ? null : postcode.trim().slice(0, 10),
  }))
  const [first] = known.children
  const births = [...new Set(known.children.map(({ dateOfBirth }) => dateOfBirth))]
  const deaths = [...new Set([here.diedOn, ...known.children.map(({ dateOfDeath }) => dateOfDeath)])]
  return CaseIdentifiers.parse({
    family: familyOf(keys, caseKey, known, here).slice(0, most.family),
    staff: staffOf(keys, known, here).slice(0, most.staff),
    places: placesOf(keys, known, here).slice(0, most.places),
    addresses: [...new Map(addresses.map((one) => [JSON.stringify(one), one])).values()].slice(
      0,
      most.addresses,
    ),
    nhsNumbers: unique(
      [
        ...known.children.flatMap(({ nhsNumber }) => (nhsNumber === null ? [] : [nhsNumber])),
        ...known.nhsNumbers,
      ],
      20,
    ).slice(0, most.nhs),
    phones: unique([...contacts.filter((one) => !isMail(one)), ...here.phones], 30).slice(0, most.contacts),
    emails: unique([...contacts.filter(isMail), ...here.emails], 120).slice(0, most.contacts),
    references: unique(here.references, 40).slice(0, most.references),
    dates: {
      birth: first?.dateOfBirth ?? null,
      death: first?.dateOfDeath ?? here.diedOn,
      incident: null,
      others: [...new Set([...births.slice(1), ...deaths, ...known.dates])]
        .filter((date) => date !== first?.dateOfDeath)
        .slice(0, most.dates),
    },
  })
}
