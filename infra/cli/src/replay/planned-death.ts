import {
  type AgeBand,
  type AuthorityCode,
  addDays,
  type FactorCode,
  type FactorDomain,
  PlainDate,
} from '@cdop/domain'
import { type InventedNotification, inventedChild, testNhsNumbers } from '../invented/invented-child.ts'
import { randomFrom } from '../invented/random.ts'

export type PlannedReview = {
  /** The panel's category of death, 1 to 10. */
  category: number
  /** Factors the panel called modifiable; none means it found none. */
  modifiable: readonly { domain: FactorDomain; code: FactorCode }[]
}

/** One child to be sent through the services' procedures, and the review to follow when there was one. */
export type PlannedDeath = {
  notification: InventedNotification
  receivedOn: PlainDate
  review: PlannedReview | null
}

/** The shape of deaths by age: most in the first month of life, as every national release shows. */
const ages: readonly [AgeBand, ...AgeBand[]] = [
  '0-27d',
  '0-27d',
  '0-27d',
  '0-27d',
  '28-364d',
  '28-364d',
  '1-4y',
  '5-9y',
  '10-14y',
  '15-17y',
]

const places: Record<AgeBand, readonly [string, ...string[]]> = {
  '0-27d': ['neonatal-unit', 'neonatal-unit', 'delivery-suite'],
  '28-364d': ['intensive-care-unit', 'home', 'emergency-department'],
  '1-4y': ['paediatric-ward', 'emergency-department', 'hospice'],
  '5-9y': ['paediatric-ward', 'hospice', 'home'],
  '10-14y': ['emergency-department', 'intensive-care-unit', 'home'],
  '15-17y': ['emergency-department', 'public-place', 'home'],
}

/**
 * Invented children whose number is `count`, dying on the days of a reporting year in turn. `expected` of them died
 * an expected death. Age, sex and place are invented in national proportions: no source printed them.
 */
export function plannedDeaths(wanted: {
  count: number
  expected: number
  /** First day of the reporting year: 1 April. */
  from: PlainDate
  authorities: readonly [AuthorityCode, ...AuthorityCode[]]
  /** Where in the test range of NHS numbers to begin: plans must not share numbers. */
  nhsNumbersFrom: number
  review?: (index: number) => PlannedReview | null
}): readonly PlannedDeath[] {
  const random = randomFrom(wanted.count)
  const numbers = testNhsNumbers(wanted.nhsNumbersFrom)
  return Array.from({ length: wanted.count }, (_, index) => {
    const ageBand = random.pick(ages)
    const diedOn = addDays(wanted.from, Math.floor((index * 365) / wanted.count))
    const notification = inventedChild(
      {
        diedOn,
        ageBand,
        sex: random.below(100) < 56 ? 'male' : 'female',
        expectedness: index < wanted.expected ? 'expected' : 'unexpected',
        localAuthority: random.pick(wanted.authorities),
        placeOfDeath: random.pick(places[ageBand]),
        nhsNumber: numbers.next().value,
      },
      random,
    )
    return { notification, receivedOn: addDays(diedOn, 1), review: wanted.review?.(index) ?? null }
  })
}

/** The first day of a reporting year such as `2021-22`: 1 April. */
export function firstDayOf(reportingYear: string): PlainDate {
  return PlainDate.parse(`${reportingYear.slice(0, 4)}-04-01`)
}
