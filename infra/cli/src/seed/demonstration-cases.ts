import { type AgeBand, addDays, FactorCode, type FactorDomain, type PlainDate } from '@cdop/domain'

/** How far a demonstration case has come. */
const stages = [
  'notified',
  'accepted',
  'asked',
  'answered',
  'review-meeting-not-held',
  'listed',
  'reviewed',
  'closed',
] as const
export type Stage = (typeof stages)[number]

export type DemonstrationCase = {
  name: string
  area: 'LDS' | 'WYB'
  stage: Stage
  ageBand: AgeBand
  sex: 'male' | 'female'
  expectedness: 'expected' | 'unexpected'
  placeOfDeath: string
  /** Days before today that the child died. */
  diedDaysAgo: number
  category: number
  /** Found out in the end to have been reported in error: everything is recalled. */
  inError: boolean
  modifiable: readonly { domain: FactorDomain; code: FactorCode }[]
}

type HowMany = {
  area: 'LDS' | 'WYB'
  stage: Stage
  cases: number
  diedDaysAgo: number
  inError?: boolean
}

const howMany: readonly HowMany[] = [
  { area: 'LDS', stage: 'notified', cases: 3, diedDaysAgo: 1 },
  { area: 'LDS', stage: 'accepted', cases: 2, diedDaysAgo: 4 },
  { area: 'LDS', stage: 'asked', cases: 4, diedDaysAgo: 82 },
  { area: 'LDS', stage: 'answered', cases: 3, diedDaysAgo: 88 },
  { area: 'LDS', stage: 'answered', cases: 1, diedDaysAgo: 92, inError: true },
  { area: 'LDS', stage: 'review-meeting-not-held', cases: 2, diedDaysAgo: 95 },
  { area: 'LDS', stage: 'listed', cases: 3, diedDaysAgo: 100 },
  { area: 'LDS', stage: 'reviewed', cases: 3, diedDaysAgo: 150 },
  { area: 'LDS', stage: 'closed', cases: 6, diedDaysAgo: 170 },
  { area: 'WYB', stage: 'notified', cases: 1, diedDaysAgo: 2 },
  { area: 'WYB', stage: 'accepted', cases: 2, diedDaysAgo: 5 },
  { area: 'WYB', stage: 'asked', cases: 1, diedDaysAgo: 80 },
]

type Kind = Pick<
  DemonstrationCase,
  'ageBand' | 'sex' | 'expectedness' | 'placeOfDeath' | 'category' | 'modifiable'
>

const factor = (domain: FactorDomain, code: string) => ({ domain, code: FactorCode.parse(code) })

const kinds: readonly [Kind, ...Kind[]] = [
  {
    ageBand: '0-27d',
    sex: 'female',
    expectedness: 'expected',
    placeOfDeath: 'neonatal-unit',
    category: 8,
    modifiable: [factor('intrinsic', 'prematurity'), factor('social', 'smoking-in-pregnancy')],
  },
  {
    ageBand: '0-27d',
    sex: 'male',
    expectedness: 'expected',
    placeOfDeath: 'delivery-suite',
    category: 8,
    modifiable: [],
  },
  {
    ageBand: '28-364d',
    sex: 'male',
    expectedness: 'unexpected',
    placeOfDeath: 'home',
    category: 10,
    modifiable: [factor('physical', 'unsafe-sleep-environment')],
  },
  {
    ageBand: '1-4y',
    sex: 'female',
    expectedness: 'expected',
    placeOfDeath: 'hospice',
    category: 7,
    modifiable: [],
  },
  {
    ageBand: '15-17y',
    sex: 'male',
    expectedness: 'unexpected',
    placeOfDeath: 'public-place',
    category: 3,
    modifiable: [factor('physical', 'road-environment')],
  },
  {
    ageBand: '10-14y',
    sex: 'female',
    expectedness: 'unexpected',
    placeOfDeath: 'emergency-department',
    category: 5,
    modifiable: [factor('service', 'delay-in-recognition')],
  },
]

/** Some thirty cases that together show every stage built so far, in two areas. */
export const demonstrationCases: readonly DemonstrationCase[] = howMany.flatMap(
  ({ area, stage, cases, diedDaysAgo, inError = false }) =>
    Array.from({ length: cases }, (_, index) => ({
      ...(kinds[index % kinds.length] ?? kinds[0]),
      name: `${area}-${stage}${inError ? '-in-error' : ''}-${index + 1}`,
      inError,
      area,
      stage,
      diedDaysAgo: diedDaysAgo + index * 3,
    })),
)

/** True when a case at `stage` has been through `step`. */
export function hasReached(stage: Stage, step: Stage): boolean {
  return stages.indexOf(stage) >= stages.indexOf(step)
}

export function diedOn(today: PlainDate, planned: DemonstrationCase): PlainDate {
  return addDays(today, -planned.diedDaysAgo)
}

/** The last letters of postcodes, in which C I K M O V never stand. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'

/**
 * The postcode of the case of this place in the list: in the area, as the demonstration's list of postcodes has it. One
 * child's lies in the city next to it, so that it can be seen what the coordinator is told then.
 */
export function demonstrationPostcode({ name, area }: DemonstrationCase, index: number): string {
  if (name === 'LDS-notified-3') return 'BD98 1AA'
  const among = area === 'LDS' ? index : index - demonstrationCases.findIndex((one) => one.area === area)
  return `${area === 'LDS' ? 'LS98' : 'WF98'} ${1 + Math.floor(among / LETTERS.length)}A${LETTERS[among % LETTERS.length]}`
}
