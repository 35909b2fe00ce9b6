import { z } from 'zod'
import type { CategoryFact } from './category-fact.ts'
import type { CategoryOfDeath } from './category-of-death.ts'

/** Every rule by which a category is proposed or left out. */
export const CategoryRuleCode = z.enum([
  'could-reasonably-be-applied',
  'said-not-to-apply',
  'highest-up-the-list',
  'inflicted-injury-abuse-or-neglect',
  'deliberate-self-harm',
  'pre-school-poisoning-is-no-self-harm',
  'trauma-or-external-factor',
  'proven-complication',
  'unproven-complication-is-no-external-factor',
  'trauma-excludes-inflicted',
  'malignancy-whatever-the-final-event',
  'acute-condition',
  'sudep-is-acute',
  'chronic-condition-whatever-the-final-event',
  'cerebral-palsy-with-later-cause',
  'perinatal-sequelae-are-no-chronic-condition',
  'genetic-or-congenital',
  'perinatal-irrespective-of-age',
  'cerebral-palsy-without-cause',
  'early-infection-is-perinatal',
  'preterm-infection-before-discharge',
  'infection-after-the-first-week',
  'early-infection-is-not-category-9',
  'final-infection-is-not-the-category',
  'unexplained',
  'sudep-is-not-unexplained',
])
export type CategoryRuleCode = z.infer<typeof CategoryRuleCode>

/** What a rule may look at. `above` are the categories higher up the list that remain. */
export type CategorySituation = {
  readonly facts: ReadonlySet<CategoryFact>
  readonly above: ReadonlySet<CategoryOfDeath>
}

/**
 * Where the words of a rule come from: a text that was read (`cited`), knowledge of the national form that no text was
 * checked for (`unverified`), or this product (`own`).
 */
export type RuleWording = 'cited' | 'unverified' | 'own'

type Worded = { readonly words: string; readonly wording: RuleWording }
type When = (situation: CategorySituation) => boolean

/**
 * `includes`: its categories are proposed. `excludes`: its category is left out. `leaves-to-the-panel`: its categories are
 * all proposed, and which of them applies only the panel can say. `said` and `order`: what the panel said, and the order
 * of the list.
 */
export type CategoryRule = Worded &
  (
    | { readonly kind: 'includes'; readonly category: CategoryOfDeath; readonly when: When }
    | { readonly kind: 'excludes'; readonly category: CategoryOfDeath; readonly when: When }
    | {
        readonly kind: 'leaves-to-the-panel'
        readonly categories: readonly CategoryOfDeath[]
        readonly when: When
      }
    | { readonly kind: 'said' | 'order' }
  )
