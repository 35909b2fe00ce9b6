import type { AgeBand } from '../age/age.ts'
import { type CategoryFact, contradict } from '../category-of-death/category-fact.ts'
import type { FactorDomain } from '../factor/factor.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { type CodedAnswer, matches } from './coded-answer.ts'
import { type FactCondition, type FactRow, factRows } from './fact-table.ts'
import { type FactorRow, factorRows } from './factor-table.ts'

type SuggestionTable = {
  readonly from: PlainDate
  readonly facts: readonly FactRow[]
  readonly factors: readonly FactorRow[]
}

/** Every edition of the tables, the newest first. A later one says otherwise from its day on; none is written over. */
const editions: readonly SuggestionTable[] = [
  { from: PlainDate.parse('2019-04-01'), facts: factRows, factors: factorRows },
]

/** The tables that apply on a day; null for a day before the first. */
export function suggestionTable(on: PlainDate): SuggestionTable | null {
  return editions.find(({ from }) => from <= on) ?? null
}

/** What case-review tells of a case: how old the child was, and what agencies answered in codes. */
export type KnownOfCase<Answer extends CodedAnswer> = {
  readonly ageBand: AgeBand
  readonly answers: readonly Answer[]
}

const UNDER_5: readonly AgeBand[] = ['0-27d', '28-364d', '1-4y']
const PRETERM = { form: 'reporting', question: 'gestation', below: 37 } as const

function holds(condition: FactCondition | undefined, known: KnownOfCase<CodedAnswer>): boolean {
  switch (condition) {
    case undefined:
      return true
    case 'under-5':
      return UNDER_5.includes(known.ageBand)
    case 'over-27-days':
      return known.ageBand !== '0-27d'
    case 'preterm':
      return known.answers.some((answer) => matches(PRETERM, answer))
  }
}

/** A fact with the answers it is known by. */
export type KnownFact<Answer> = { readonly fact: CategoryFact; readonly because: readonly Answer[] }

/**
 * The facts of the categories that the answers speak for. Of two that cannot both be true of one death neither is `known`:
 * they are named as `contradicting`.
 */
export function factsKnown<Answer extends CodedAnswer>(
  known: KnownOfCase<Answer>,
  on: PlainDate,
): { known: readonly KnownFact<Answer>[]; contradicting: readonly KnownFact<Answer>[] } {
  const rows = suggestionTable(on)?.facts.filter(({ where }) => holds(where, known)) ?? []
  const found = [...Map.groupBy(rows, ({ fact }) => fact)].flatMap(([fact, forFact]) => {
    const because = known.answers.filter((answer) => forFact.some((row) => matches(row, answer)))
    return because.length > 0 ? [{ fact, because }] : []
  })
  const against = ({ fact }: KnownFact<Answer>) => found.some((other) => contradict(fact, other.fact))
  return { known: found.filter((one) => !against(one)), contradicting: found.filter(against) }
}

/** A factor with the answers that suggest it. */
export type SuggestedFactor<Answer> = {
  readonly domain: FactorDomain
  readonly code: string
  readonly because: readonly Answer[]
}

/** The factors the answers suggest, in the order of the table: to be considered, never put down for anybody. */
export function suggestFactors<Answer extends CodedAnswer>(
  answers: readonly Answer[],
  on: PlainDate,
): SuggestedFactor<Answer>[] {
  const rows = suggestionTable(on)?.factors ?? []
  return [...Map.groupBy(rows, ({ domain, code }) => `${domain}/${code}`).values()].flatMap((forCode) => {
    const because = answers.filter((answer) => forCode.some((row) => matches(row, answer)))
    const [first] = forCode
    return first === undefined || because.length === 0
      ? []
      : [{ domain: first.domain, code: first.code, because }]
  })
}
