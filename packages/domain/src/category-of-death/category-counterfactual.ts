import { CategoryFact, contradict } from './category-fact.ts'
import type { CategoryOfDeath } from './category-of-death.ts'
import type { CategoryRuleCode } from './category-rule.ts'
import { type CategoryProposal, type CategoryQuestion, proposeCategory } from './propose-category.ts'

/** One thing that could be otherwise. */
export type CategoryChange =
  | { readonly kind: 'category-does-not-apply'; readonly category: CategoryOfDeath }
  | { readonly kind: 'fact-holds'; readonly fact: CategoryFact }
  | { readonly kind: 'fact-does-not-hold'; readonly fact: CategoryFact }

/** "It would be category `primary` if …", with the rules that then apply and do not now. */
export type CategoryCounterfactual = {
  readonly change: CategoryChange
  readonly primary: CategoryOfDeath | null
  readonly rules: readonly CategoryRuleCode[]
}

/** The same death with one thing otherwise: a fact takes the place of those that contradict it. */
export function withChange(question: CategoryQuestion, change: CategoryChange): CategoryQuestion {
  const { facts, ruledOut } = question
  switch (change.kind) {
    case 'category-does-not-apply':
      return { ...question, ruledOut: [...ruledOut, change.category] }
    case 'fact-holds':
      return {
        ...question,
        facts: [
          ...facts.filter((fact) => fact !== change.fact && !contradict(fact, change.fact)),
          change.fact,
        ],
      }
    case 'fact-does-not-hold':
      return { ...question, facts: facts.filter((fact) => fact !== change.fact) }
  }
}

const rulesOf = ({ primaryBy, remaining, excluded, leftToThePanel }: CategoryProposal) =>
  new Set([
    ...(primaryBy === null ? [] : [primaryBy]),
    ...[...remaining, ...excluded].flatMap(({ rules }) => rules),
    ...leftToThePanel.map(({ rule }) => rule),
  ])

/** Every single thing that would make another category the primary one, and which. */
export function whatWouldChange(question: CategoryQuestion): CategoryCounterfactual[] {
  const now = proposeCategory(question)
  const rulesNow = rulesOf(now)
  const changes: CategoryChange[] = [
    ...(now.primary === null
      ? []
      : [{ kind: 'category-does-not-apply', category: now.primary } satisfies CategoryChange]),
    ...CategoryFact.options.map(
      (fact): CategoryChange =>
        question.facts.includes(fact) ? { kind: 'fact-does-not-hold', fact } : { kind: 'fact-holds', fact },
    ),
  ]
  return changes.flatMap((change) => {
    const then = proposeCategory(withChange(question, change))
    if (then.primary === now.primary) return []
    const rules = [...rulesOf(then)].filter((rule) => !rulesNow.has(rule))
    return [{ change, primary: then.primary, rules }]
  })
}
