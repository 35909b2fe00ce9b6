import {
  type AgeBand,
  type AuthorityCode,
  addDays,
  daysBetween,
  type NhsNumber,
  NhsNumber as NhsNumberSchema,
  nhsCheckDigit,
  type PlainDate,
} from '@cdop/domain'
import { familyNames, givenNames, streetNames } from './names.ts'
import type { Random } from './random.ts'

/** What is decided about an invented child; the rest is made up to suit. */
export type Brief = {
  diedOn: PlainDate
  ageBand: AgeBand
  sex: 'male' | 'female'
  expectedness: 'expected' | 'unexpected'
  localAuthority: AuthorityCode
  placeOfDeath: string
  nhsNumber: NhsNumber
}

/** The answers of a notification under the domain paths of the form. */
export type InventedNotification = {
  notifier: { name: string; role: string; organisation: string; contact: string }
  child: {
    familyName: string
    givenNames: string
    nhsNumber: NhsNumber
    sex: string
    ethnicCategory: string
    dateOfBirth: PlainDate
    dateOfBirthIs: 'exact'
    bornAlive?: 'yes'
    birthAttended?: 'yes'
    birthWeightGrams?: number
    multipleBirth?: 'one'
    flags?: readonly string[]
    address: string
    postcode: string
  }
  residence: { localAuthority: AuthorityCode }
  death: {
    dateOfDeath: PlainDate
    placeOfDeath: string
    expectedness: string
    circumstances: string
    coronerReferral: string
    dateOfDeathIs: 'exact' | 'time-estimated'
    seniorPractitionerPresent: 'yes'
    gestationWeeks?: number
  }
  parents: readonly { name: string; relationship: string; parentalResponsibility: 'yes' }[]
  agencies: readonly { kind: string; name: string; person?: string; email: string; phone?: string }[]
  followUp: { keyWorker: string }
}

/** Days lived, first to last, that fall into a band whatever the leap years between. */
const daysLived: Record<AgeBand, readonly [number, number]> = {
  '0-27d': [0, 27],
  '28-364d': [28, 364],
  '1-4y': [366, 1_824],
  '5-9y': [1_828, 3_650],
  '10-14y': [3_654, 5_476],
  '15-17y': [5_480, 6_570],
}

const ethnicCategories = ['A', 'A', 'A', 'A', 'C', 'F', 'H', 'J', 'K', 'M', 'N', 'P', 'S', 'Z'] as const

/**
 * The n-th number of the 999 range, which is never issued: n from 0. About one stem in eleven has no check digit and
 * is passed over.
 * @throws RangeError when the range is used up
 */
export function* testNhsNumbers(from = 0): Generator<NhsNumber, never> {
  for (let stem = from; stem < 1_000_000; stem += 1) {
    const nine = `999${String(stem).padStart(6, '0')}`
    const check = nhsCheckDigit(nine)
    const number = NhsNumberSchema.safeParse(`${nine}${check}`)
    if (check !== null && number.success) yield number.data
  }
  throw new RangeError('the test range of NHS numbers is used up')
}

/** A house of its own for each of some thousand children in a row: a shared one would say they are of one family. */
function addressOf(number: NhsNumber): string {
  const stem = Number(number.slice(3, 9))
  const street = streetNames[Math.floor(stem / 180) % streetNames.length] ?? streetNames[0]
  return `${1 + (stem % 180)} ${street} Street`
}

export function inventedChild(brief: Brief, random: Random): InventedNotification {
  const [first, last] = daysLived[brief.ageBand]
  const dateOfBirth = addDays(brief.diedOn, -(first + random.below(last - first + 1)))
  const child = {
    familyName: random.pick(familyNames),
    givenNames: random.pick(givenNames),
    ethnicCategory: random.pick(ethnicCategories),
    address: addressOf(brief.nhsNumber),
  }
  const daysOld = daysBetween(dateOfBirth, brief.diedOn)
  const infant = daysOld < 365
  return {
    notifier: {
      name: 'Dr Robin Example',
      role: 'Consultant paediatrician',
      organisation: 'Example Hospital',
      contact: 'robin.example@hospital.example',
    },
    child: {
      ...child,
      nhsNumber: brief.nhsNumber,
      sex: brief.sex,
      dateOfBirth,
      dateOfBirthIs: 'exact',
      ...(daysOld < 28 ? { bornAlive: 'yes', birthAttended: 'yes' } : {}),
      ...(infant ? { birthWeightGrams: 900 + random.below(2_800), multipleBirth: 'one' } : {}),
      ...(brief.placeOfDeath === 'hospice' ? { flags: ['life-limiting-condition'] } : {}),
      postcode: 'ZZ99 3WZ',
    },
    residence: { localAuthority: brief.localAuthority },
    death: {
      dateOfDeath: brief.diedOn,
      placeOfDeath: brief.placeOfDeath,
      expectedness: brief.expectedness,
      circumstances: `Invented for demonstration. Lived ${daysBetween(dateOfBirth, brief.diedOn)} days.`,
      coronerReferral: brief.expectedness === 'expected' ? 'not-referred' : 'investigation-opened',
      dateOfDeathIs: brief.expectedness === 'expected' ? 'exact' : 'time-estimated',
      seniorPractitionerPresent: 'yes',
      ...(infant ? { gestationWeeks: 24 + random.below(17) } : {}),
    },
    parents: [
      { name: `Invented ${child.familyName}`, relationship: 'mother', parentalResponsibility: 'yes' },
    ],
    agencies: [
      { kind: 'gp', name: 'Example Surgery', email: 'records@surgery.example', phone: '01632 960 101' },
      {
        kind: 'hospital',
        name: 'Example Hospital',
        person: 'Dr Robin Example',
        email: 'cdr@hospital.example',
      },
    ],
    followUp: { keyWorker: 'Invented Key Worker' },
  }
}
