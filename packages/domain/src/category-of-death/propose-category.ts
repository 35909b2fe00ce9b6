import { z } from 'zod'
import { CategoryFacts } from './category-fact.ts'
import { CategoryOfDeath } from './category-of-death.ts'
import { CategoryRuleCode, type CategorySituation, type CategoryRuleCode as Code } from './category-rule.ts'
import { categoryRules } from './category-rules.ts'

/** What the panel said and what is known: the categories that could reasonably be applied, those that do not, the facts. */
export const CategoryQuestion = z.strictObject({
  applicable: z.array(CategoryOfDeath),
  ruledOut: z.array(CategoryOfDeath).default([]),
  facts: CategoryFacts.default([]),
})
export type CategoryQuestion = z.infer<typeof CategoryQuestion>

type Because = { readonly category: CategoryOfDeath; readonly rules: readonly Code[] }

/** What the hierarchy proposes and why; the panel decides. Each list is in the order of the categories. */
export type CategoryProposal = {
  /** The highest up the list of those that remain; null where none does. */
  readonly primary: CategoryOfDeath | null
  readonly secondary: readonly CategoryOfDeath[]
  /** Which rule made one of those that remain the primary one; null where there was nothing to choose between. */
  readonly primaryBy: Code | null
  /** Each that remains, with every rule that speaks for it. */
  readonly remaining: readonly Because[]
  /** Each that was selected or follows from a fact, and is left out, with every rule that leaves it out. */
  readonly excluded: readonly Because[]
  /** Between which categories a rule leaves the decision to the panel. */
  readonly leftToThePanel: readonly { readonly rule: Code; readonly categories: readonly CategoryOfDeath[] }[]
}

const inOrder = CategoryOfDeath.options.map(({ value }) => value)

function speakFor(category: CategoryOfDeath, { applicable }: CategoryQuestion, situation: CategorySituation) {
  const ruled = CategoryRuleCode.options.filter((code) => {
    const rule = categoryRules[code]
    if (rule.kind === 'includes') return rule.category === category && rule.when(situation)
    return rule.kind === 'leaves-to-the-panel' && rule.categories.includes(category) && rule.when(situation)
  })
  return applicable.includes(category) ? ['could-reasonably-be-applied' as const, ...ruled] : ruled
}

function leaveOut(category: CategoryOfDeath, { ruledOut }: CategoryQuestion, situation: CategorySituation) {
  const ruled = CategoryRuleCode.options.filter((code) => {
    const rule = categoryRules[code]
    return rule.kind === 'excludes' && rule.category === category && rule.when(situation)
  })
  return ruledOut.includes(category) ? ['said-not-to-apply' as const, ...ruled] : ruled
}

/**
 * The primary category by the hierarchy of the national form, from the highest to the lowest: a category that is left out
 * no longer excludes another. It is a proposal; nothing is refused by it.
 */
export function proposeCategory(question: CategoryQuestion): CategoryProposal {
  const facts = new Set(question.facts)
  const above = new Set<CategoryOfDeath>()
  const remaining: Because[] = []
  const excluded: Because[] = []
  for (const category of inOrder) {
    const situation = { facts, above }
    const reasons = speakFor(category, question, situation)
    if (reasons.length === 0) continue
    const against = leaveOut(category, question, situation)
    if (against.length > 0) {
      excluded.push({ category, rules: against })
      continue
    }
    remaining.push({ category, rules: reasons })
    above.add(category)
  }
  const [primary = null, ...secondary] = above
  return {
    primary,
    secondary,
    primaryBy: secondary.length > 0 ? 'highest-up-the-list' : null,
    remaining,
    excluded,
    leftToThePanel: CategoryRuleCode.options.flatMap((code) => {
      const rule = categoryRules[code]
      if (rule.kind !== 'leaves-to-the-panel') return []
      if (!rule.when({ facts, above }) || !rule.categories.every((category) => above.has(category))) return []
      return [{ rule: code, categories: rule.categories }]
    }),
  }
}
