import { z } from 'zod'
import type { CaseState } from '../case/case-state.ts'
import type { AvoidedDate, FamilyMemberSaid } from '../family/family-member.ts'
import { addDays, type PlainDate } from '../plain-date/plain-date.ts'
import { type LetterStage, letterFits } from './letter-stage.ts'
import { type LetterLanguage, readsLanguage } from './letter-text.ts'

/** What whoever writes to a parent has to know first; none of it stops a letter by itself. */
export const LetterCaution = z.enum([
  'wishes-to-hear-nothing',
  'lives-apart',
  'to-be-translated',
  'interpreter-needed',
  'date-to-avoid',
  'answers-withheld',
  'names-another',
  'does-not-fit-the-stage',
  'written-in-another-area',
])
export type LetterCaution = z.infer<typeof LetterCaution>

/** How many days before and after a date to avoid no letter should arrive. */
export const DAYS_AROUND_AVOIDED = { before: 14, after: 3 } as const

/** The days to avoid that a letter sent today would fall near. 29 February stands on 28 February in other years. */
export function avoidedNear(today: PlainDate, dates: readonly Pick<AvoidedDate, 'month' | 'day'>[]) {
  const { before, after } = DAYS_AROUND_AVOIDED
  const near = Array.from({ length: before + after + 1 }, (_, at) => addDays(today, at - after))
  return dates.filter(({ month, day }) =>
    near.some((date) => {
      const [, inMonth, inDay] = date.split('-').map(Number)
      if (inMonth === month && inDay === day) return true
      return month === 2 && day === 29 && inMonth === 2 && inDay === 28 && addDays(date, 1).endsWith('-03-01')
    }),
  )
}

type Person = Pick<FamilyMemberSaid, 'hearsNothing' | 'details'>

export type LetterFacts = {
  readonly member: Person
  /** The other parents and carers of the child. */
  readonly others: readonly Person[]
  readonly stage: LetterStage
  readonly state: CaseState
  readonly language: LetterLanguage
  readonly text: string
  readonly today: PlainDate
  readonly avoided: readonly Pick<AvoidedDate, 'month' | 'day'>[]
  /** Something this parent asked must not be answered to them yet. */
  readonly withheld: boolean
  /** Another area wrote it, with its own names and numbers. */
  readonly fromElsewhere: boolean
}

const says = (text: string, words: string) =>
  text.replace(/\s+/g, ' ').toLowerCase().includes(words.trim().replace(/\s+/g, ' ').toLowerCase())

/** What there is to know before a letter goes to a parent, the gravest first. */
export function letterCautions(facts: LetterFacts): LetterCaution[] {
  const { member, others, text, language } = facts
  const { livingApart, interpreter } = member.details
  const all: readonly (readonly [LetterCaution, boolean])[] = [
    ['wishes-to-hear-nothing', member.hearsNothing],
    ['answers-withheld', facts.withheld],
    ['lives-apart', livingApart === 'apart'],
    ['names-another', others.some(({ details }) => says(text, details.name))],
    ['to-be-translated', !readsLanguage(member.details.language, language)],
    ['interpreter-needed', interpreter === 'yes'],
    ['date-to-avoid', avoidedNear(facts.today, facts.avoided).length > 0],
    ['does-not-fit-the-stage', !letterFits(facts.stage, facts.state)],
    ['written-in-another-area', facts.fromElsewhere],
  ]
  return all.filter(([, so]) => so).map(([caution]) => caution)
}

/** Shorter words than these stand in letters by chance. */
const LEAST_TELLING = 8

type Words = readonly (string | null)[]

/**
 * Whether a letter has words in it that are not this parent's to read, word for word: how another is reached, what another
 * asked or was answered. Words that are their own too are theirs to read.
 */
export function givesAway(text: string, words: Words, own: Words = []): boolean {
  return words.some(
    (one) =>
      one !== null &&
      one.trim().length >= LEAST_TELLING &&
      says(text, one) &&
      !own.some((mine) => mine !== null && says(mine, one)),
  )
}

/** Seven digits or more, however they are spaced. */
const NUMBER = /\d(?:[\s()-]*\d){6,}/g
/** A number of this country without what is before its area code, and without a time that stands after it. */
const LONGEST_NUMBER = 10

const digitsOf = (text: string) => text.replace(/[\s()-]+/g, '')
const numbersIn = (text: string) =>
  [...text.matchAll(NUMBER)].map(([found]) =>
    digitsOf(found)
      .replace(/^(?:(?:00)?44)?0?/, '')
      .slice(0, LONGEST_NUMBER),
  )

/**
 * Whether a letter has a number in it that another is reached by, however either is spaced, with the code of this country
 * or without. A number that is this parent's own too is theirs to read.
 */
export function givesNumberAway(text: string, words: Words, own: Words = []): boolean {
  const has = (where: string, number: string) => digitsOf(where).includes(number)
  return words
    .flatMap((one) => (one === null ? [] : numbersIn(one)))
    .some((number) => has(text, number) && !own.some((mine) => mine !== null && has(mine, number)))
}
