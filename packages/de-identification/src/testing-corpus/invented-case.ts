import { nhsCheckDigit, PlainDate } from '@cdop/domain'
import type { CaseIdentifiers, FamilyPerson, StaffPerson } from '../case-identifiers.ts'
import { below, pick, type Random } from './chance.ts'
import { type Called, PEOPLES } from './invented-names.ts'

/** A person of an invented case, with what only the corpus knows of the name. */
export type InventedPerson = { given: Called; family: string; recorded: readonly string[] }

export type InventedCase = {
  known: CaseIdentifiers
  child: InventedPerson
  relatives: readonly InventedPerson[]
  staff: readonly InventedPerson[]
  hospital: string
  school: string
  number: string
  street: string
  postcode: string
}

/** A number of the range that is never issued. */
export function inventedNumber(random: Random): string {
  for (;;) {
    const nine = `999${String(below(random, 1_000_000)).padStart(6, '0')}`
    const check = nhsCheckDigit(nine)
    if (check !== null) return `${nine}${check}`
  }
}

/** Numbers set aside for drama (Ofcom): no telephone rings. */
export function inventedPhone(random: Random): string {
  const start = pick(random, [
    '01134960',
    '01144960',
    '01154960',
    '01214960',
    '01314960',
    '01414960',
    '01514960',
    '01614960',
    '02079460',
    '01632960',
    '07700900',
  ])
  return `${start}${String(below(random, 1000)).padStart(3, '0')}`
}

const BEGINNINGS = 'Brack Thorn Ellis Marl Quern Hazel Wyre Osmother Tarn Skel Under Cald'.split(' ')
const ENDS = 'thorpe ley worth dale mere wick ham stead holme ford'.split(' ')
const inventedPlace = (random: Random) => `${pick(random, BEGINNINGS)}${pick(random, ENDS)}`
const SAINTS = 'Swithun Oswald Hilda Cuthbert Winifred Teilo Cadoc Wilfrid'.split(' ')
const FORCES = ['Constabulary', 'Police']

const date = (random: Random, from: string, days: number) =>
  PlainDate.parse(new Date(Date.parse(from) + below(random, days) * 86_400_000).toISOString().slice(0, 10))

function postcode(random: Random): string {
  const letters = () => pick(random, [...'ABDEFGHJLNPQRSTUWXYZ'])
  return `${pick(random, ['LS', 'BD', 'WF', 'HX', 'HD', 'CF', 'LL', 'SA'])}${1 + below(random, 20)} ${below(random, 10)}${letters()}${letters()}`
}

const person = (random: Random, from: (typeof PEOPLES)[number], family: string): InventedPerson => {
  const given = pick(random, from.given)
  const recorded =
    random() < 0.4
      ? [pick(random, ['Bubba', 'Lulu', 'Kiki', 'Bear', 'Zuzu', 'Titch', 'Bobo', 'Pops', 'Jannu', 'Cwtchy'])]
      : []
  return { given, family, recorded }
}

export function inventedCase(random: Random, at: number): InventedCase {
  const people = pick(random, PEOPLES)
  const family = pick(random, people.family)
  const child = person(random, people, family)
  const relatives = [family, random() < 0.5 ? family : pick(random, people.family), family, family].map(
    (name) => person(random, people, name),
  )
  const staff = [0, 1, 2, 3].map(() => {
    const theirs = pick(random, PEOPLES)
    return { given: pick(random, theirs.given), family: pick(random, theirs.family), recorded: [] }
  })
  const hospital = pick(random, [
    `St ${pick(random, SAINTS)}'s Hospital`,
    `${inventedPlace(random)} General Hospital`,
    `${inventedPlace(random)} Royal Infirmary`,
  ])
  const school = `${pick(random, [inventedPlace(random), `St ${pick(random, SAINTS)}'s`])} ${pick(random, ['Primary School', 'Community Primary School', 'Nursery', 'Academy'])}`
  const number = String(1 + below(random, 150))
  const street = `${inventedPlace(random)} ${pick(random, ['Avenue', 'Road', 'Street', 'Crescent', 'Close', 'Lane'])}`
  const code = postcode(random)
  const birth = date(random, '2016-01-01', 3600)
  const infant = random() < 0.6
  const death = date(random, birth, infant ? 60 : 2500)
  const roles = ['mother', 'father', 'sibling', 'grandmother'] as const
  const asFamily = (one: InventedPerson, role: FamilyPerson['role'], key: string): FamilyPerson => ({
    key,
    role,
    givenNames: [one.given.name],
    familyNames: [one.family],
    alsoKnownAs: [...one.recorded],
  })
  const professions = ['doctor', 'nurse', 'police officer', 'social worker'] as const
  const asStaff = (one: InventedPerson, index: number): StaffPerson => ({
    key: `staff-${at}-${index}`,
    profession: professions[index] ?? 'professional',
    givenNames: [one.given.name],
    familyNames: [one.family],
    alsoKnownAs: [],
    numbers: index === 2 ? [String(1000 + below(random, 9000))] : [],
  })
  const [mother = child] = relatives
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
  const email = `${plain(mother.given.name)}.${plain(mother.family)}${below(random, 90) + 10}@example.com`
  const known: CaseIdentifiers = {
    family: [
      asFamily(child, 'child', `child-${at}`),
      ...relatives.map((one, index) => asFamily(one, roles[index] ?? 'relative', `family-${at}-${index}`)),
    ],
    staff: staff.map(asStaff),
    places: [
      { key: `hospital-${hospital}`, kind: 'hospital', name: hospital, alsoKnownAs: [] },
      { key: `school-${school}`, kind: 'school', name: school, alsoKnownAs: [] },
      {
        key: `force-${at % 7}`,
        kind: 'police force',
        name: `${inventedPlace(random)} ${pick(random, FORCES)}`,
        alsoKnownAs: [],
      },
    ],
    addresses: [{ lines: [`${number} ${street}`], postcode: code }],
    nhsNumbers: [inventedNumber(random), inventedNumber(random)],
    phones: [inventedPhone(random), inventedPhone(random)],
    emails: [email],
    references: [`HC${100000 + below(random, 900000)}`],
    dates: { birth, death, incident: null, others: [date(random, birth, 60)] },
  }
  return { known, child, relatives, staff, hospital, school, number, street, postcode: code }
}
