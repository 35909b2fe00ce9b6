import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type CaseId,
  type CategoryOfDeath,
  type CodedAnswer,
  categoryFactWords,
  categoryRules,
  type FactorDomain,
  factorCodebook,
  factsKnown,
  type KnownFact,
  type KnownOfCase,
  type OrganisationKind,
  type PlainDate,
  proposeCategory,
  suggestFactors,
} from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { readable } from '../../wording/in-words.ts'
import { categoryWords } from './primary-category.ts'

type AnswerOfCase = CodedAnswer & {
  readonly label: string
  readonly answer: string
  readonly organisationKind: OrganisationKind
}
export type Known = KnownOfCase<AnswerOfCase>

/** What agencies answered in codes about the case. */
export const readKnown = (visit: PersonVisit, caseId: CaseId): Promise<Known> =>
  visit.call<CaseReviewRouter>('case-review').pack.codedAnswers.query({ areaId: visit.areaId, caseId })

/** The answers a suggestion rests on: question, answer and kind of agency, the same ones once. */
function because(answers: readonly AnswerOfCase[]): string {
  const said = answers.map(
    ({ label, answer, organisationKind }) =>
      `“${label}” ${answer} (${readable(organisationKind).toLowerCase()})`,
  )
  return [...new Set(said)].join('; ')
}

const list = (items: readonly (string | Html)[]) =>
  html`<ul class="govuk-list govuk-list--bullet govuk-body-s">${items.map((item) => html`<li>${item}</li>`)}</ul>`

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const fact = ({ fact: code, because: answers }: KnownFact<AnswerOfCase>) =>
  `${sentence(categoryFactWords[code])}: agencies answered ${because(answers)}.`

const heading = (text: string) => html`<h2 class="govuk-heading-s">${text}</h2>`

/**
 * Which categories the rules propose from what agencies answered, with the answers each fact is known by. Nothing is
 * selected by it.
 */
export function proposedCategories(known: Known, on: PlainDate): Html {
  const { known: facts, contradicting } = factsKnown(known, on)
  const { remaining, excluded } = proposeCategory({
    applicable: [],
    ruledOut: [],
    facts: facts.map((one) => one.fact),
  })
  const rules = (one: { category: CategoryOfDeath; rules: readonly (keyof typeof categoryRules)[] }) =>
    `${categoryWords(one.category)}: ${one.rules.map((code) => categoryRules[code].words).join('; ')}.`
  return html`${heading('What agencies’ answers suggest')}
${
  facts.length === 0 && contradicting.length === 0
    ? html`<p class="govuk-body-s">No answer suggests a category. What a post-mortem found is not among the answers.</p>`
    : html`<p class="govuk-body-s">Suggested from answers in codes. Nothing is selected for you: the panel decides.</p>`
}
${remaining.length > 0 && html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>Could be considered</strong></p>${list(remaining.map(rules))}`}
${excluded.length > 0 && html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>Left out by its definition</strong></p>${list(excluded.map(rules))}`}
${facts.length > 0 && html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>On what this rests</strong></p>${list(facts.map(fact))}`}
${contradicting.length > 0 && html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>Not taken, because the answers contradict each other</strong></p>${list(contradicting.map(fact))}`}`
}

/** Which factors of a domain agencies' answers suggest, and why. Nothing is put down by it. */
export function suggestedFactors(known: Known, domain: FactorDomain, on: PlainDate): Html {
  const names = factorCodebook(on)?.domains[domain] ?? {}
  const suggested = suggestFactors(known.answers, on).filter((one) => one.domain === domain)
  return html`${heading('What agencies’ answers suggest')}
${
  suggested.length === 0
    ? html`<p class="govuk-body-s">No answer suggests a factor of this domain.</p>`
    : html`<p class="govuk-body-s">Suggested from answers in codes. Nothing is put down for you: the panel decides whether it was
relevant.</p>
${list(
  suggested.map(
    ({ code, because: answers }) =>
      html`<strong>${names[code]?.label ?? code}</strong>, because agencies answered: ${because(answers)}`,
  ),
)}`
}`
}
