import { z } from 'zod'
import { type CategoryOfDeath, primaryCategory } from '../category-of-death/category-of-death.ts'
import type { DomainAssessment, FactorCode, FactorDomain } from '../factor/factor.ts'
import { AnalysisContent, checkAnalysis, type Modifiability } from '../factor/modifiability.ts'
import { CaseId, PanelMeetingId, PersonId } from '../id/id.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'
import { text } from '../text/text.ts'

/** What one panel made of a case, and who decided it: codes and words of a complete analysis. */
export const PanelCoding = z.strictObject({
  meetingId: PanelMeetingId,
  decidedBy: z.array(PersonId).min(1),
  codedOn: PlainDate,
  content: AnalysisContent,
})
export type PanelCoding = z.infer<typeof PanelCoding>

/** What holds where two panels coded differently, by whom and why. It stands beside both codings and replaces neither. */
export const Adjudication = z.strictObject({
  adjudicatedBy: z.array(PersonId).min(1),
  adjudicatedOn: PlainDate,
  content: AnalysisContent,
  reason: text(2000),
})
export type Adjudication = z.infer<typeof Adjudication>

const of = { caseId: CaseId, first: PanelCoding }

/**
 * A case that two panels code without knowing of each other. Agreement is measured from the two codings as they were given: an
 * adjudication comes after them and changes neither, nor the analysis the panel of the case agreed.
 */
export const DoubleCoding = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('coded-once'), ...of }),
  z.strictObject({ state: z.literal('coded-twice'), ...of, second: PanelCoding }),
  z.strictObject({
    state: z.literal('adjudicated'),
    ...of,
    second: PanelCoding,
    adjudication: Adjudication,
  }),
])
export type DoubleCoding = z.infer<typeof DoubleCoding>
type CodedOnce = Extract<DoubleCoding, { state: 'coded-once' }>
type CodedTwice = Extract<DoubleCoding, { state: 'coded-twice' }>

/**
 * Adds what the second panel made of the case.
 * @throws Refusal `coded-by-this-panel` for the same meeting, and where somebody decided in both; those of `checkAnalysis`
 */
export function codeAgain({ caseId, first }: CodedOnce, second: PanelCoding): CodedTwice {
  checkAnalysis(second.content)
  if (second.meetingId === first.meetingId || shareSomebody(first.decidedBy, second.decidedBy)) {
    throw new Refusal('coded-by-this-panel')
  }
  return { state: 'coded-twice', caseId, first, second }
}

/**
 * Settles what two panels coded differently; both codings stay.
 * @throws Refusal `codings-agree` where there is nothing to settle, `adjudicator-coded` for somebody who decided in one of them,
 * and those of `checkAnalysis`
 */
export function adjudicate({ caseId, first, second }: CodedTwice, adjudication: Adjudication): DoubleCoding {
  checkAnalysis(adjudication.content)
  if (differencesOf(first.content, second.content).length === 0) throw new Refusal('codings-agree')
  if (shareSomebody([...first.decidedBy, ...second.decidedBy], adjudication.adjudicatedBy)) {
    throw new Refusal('adjudicator-coded')
  }
  return { state: 'adjudicated', caseId, first, second, adjudication }
}

/**
 * The codings somebody may see side by side: their own always, the other panel's once both are given. Whoever may read the
 * analysis of the case elsewhere cannot code it the second time.
 */
export function codingsSeenBy(coding: DoubleCoding, person: PersonId): readonly PanelCoding[] {
  if (coding.state === 'coded-once') {
    return coding.first.decidedBy.includes(person) ? [coding.first] : []
  }
  return [coding.first, coding.second]
}

/** What two codings differ in: the category, the modifiability, and each factor by what was said of it. */
export type CodingDifference =
  | Readonly<{ of: 'category'; first: CategoryOfDeath; second: CategoryOfDeath }>
  | Readonly<{ of: 'modifiability'; first: Modifiability; second: Modifiability }>
  | Readonly<{ of: 'domain'; domain: FactorDomain; first: DomainAnswer; second: DomainAnswer }>
  | Readonly<{ of: 'factor'; code: FactorCode; first: FactorRating; second: FactorRating }>

type DomainAnswer = DomainAssessment['answer']

/** What a panel said of a factor: the more, the further along. `not-judged` where it had no information on the domain. */
export const FactorRating = z.enum(['not-judged', 'not-found', 'unlikely', 'may-have', 'modifiable'])
export type FactorRating = z.infer<typeof FactorRating>

/** Everything two codings differ in, in the order of the form. Words are not compared. */
export function differencesOf(first: AnalysisContent, second: AnalysisContent): CodingDifference[] {
  const found: CodingDifference[] = []
  const categories = { first: primaryCategory(first.categories), second: primaryCategory(second.categories) }
  if (categories.first !== categories.second) found.push({ of: 'category', ...categories })
  for (const one of first.domains) {
    const other = second.domains.find(({ domain }) => domain === one.domain)
    if (other === undefined) continue
    if (one.answer !== other.answer) {
      found.push({ of: 'domain', domain: one.domain, first: one.answer, second: other.answer })
    }
    for (const code of new Set([...factorCodesOf(one), ...factorCodesOf(other)])) {
      const ratings = { first: ratingIn(one, code), second: ratingIn(other, code) }
      if (ratings.first !== ratings.second) found.push({ of: 'factor', code, ...ratings })
    }
  }
  if (first.modifiability !== second.modifiability) {
    found.push({ of: 'modifiability', first: first.modifiability, second: second.modifiability })
  }
  return found
}

/** The factors a panel named in a domain. */
export const factorCodesOf = (domain: DomainAssessment): FactorCode[] =>
  domain.answer === 'factors' ? domain.factors.map(({ code }) => code) : []

/** What a panel said of one factor. */
export function ratingIn(domain: DomainAssessment, code: FactorCode): FactorRating {
  if (domain.answer === 'no-information') return 'not-judged'
  const factor = domain.answer === 'factors' ? domain.factors.find((one) => one.code === code) : undefined
  if (factor === undefined) return 'not-found'
  if (factor.relevance === 1) return 'unlikely'
  return factor.modifiable ? 'modifiable' : 'may-have'
}

const shareSomebody = (some: readonly PersonId[], others: readonly PersonId[]): boolean =>
  some.some((person) => others.includes(person))
