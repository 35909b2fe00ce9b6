import type { CategoryFact } from './category-fact.ts'
import type { CategoryOfDeath } from './category-of-death.ts'
import type { CategoryRule, CategoryRuleCode, CategorySituation } from './category-rule.ts'

type When = (situation: CategorySituation) => boolean

const any =
  (...facts: readonly CategoryFact[]): When =>
  ({ facts: known }) =>
    facts.some((fact) => known.has(fact))

const inflicted = any('homicide', 'war-or-terrorism', 'severe-neglect')
const selfHarm = any('deliberate-self-harm', 'substance-use')
const external = any('unintentional-injury', 'pre-school-poisoning', 'anaphylaxis')
const complication = any('complication-proven')
const chronic = any('chronic-condition')
const laterCerebralPalsy = any('cerebral-palsy-later-cause')
const perinatal = any(
  'sequelae-of-prematurity',
  'perinatal-anoxia',
  'bronchopulmonary-dysplasia',
  'post-haemorrhagic-hydrocephalus',
)
const cerebralPalsyWithoutCause = any('cerebral-palsy-no-cause')

/** Another illness of which an infection may be the final event: malignancy or a chronic condition. */
const outlasts: readonly CategoryOfDeath[] = [4, 6]

/** The rules. One that excludes a category may look at those above it only, so that the order of the answers never matters. */
export const categoryRules: Record<CategoryRuleCode, CategoryRule> = {
  'could-reasonably-be-applied': {
    kind: 'said',
    words: 'The panel selected it as a category that could reasonably be applied',
    wording: 'own',
  },
  'said-not-to-apply': { kind: 'said', words: 'The panel says that it does not apply', wording: 'own' },
  'highest-up-the-list': {
    kind: 'order',
    words:
      'This classification is hierarchical: where more than one category could reasonably be applied, the highest up the list should be marked',
    wording: 'unverified',
  },
  'inflicted-injury-abuse-or-neglect': {
    kind: 'includes',
    category: 1,
    words:
      'Probable or definite homicide, deaths from war, terrorism or mass violence, and severe neglect leading to death are category 1',
    wording: 'unverified',
    when: inflicted,
  },
  'deliberate-self-harm': {
    kind: 'includes',
    category: 2,
    words: 'Deliberate self-harm, solvent inhalation, and alcohol or drug abuse are category 2',
    wording: 'unverified',
    when: selfHarm,
  },
  'pre-school-poisoning-is-no-self-harm': {
    kind: 'excludes',
    category: 2,
    words: 'Unintentional self-poisoning in pre-school children is category 3, not 2',
    wording: 'unverified',
    when: (situation) => situation.facts.has('pre-school-poisoning') && !selfHarm(situation),
  },
  'trauma-or-external-factor': {
    kind: 'includes',
    category: 3,
    words:
      'Head injury, multiple trauma, burns, drowning, unintentional self-poisoning in pre-school children and anaphylaxis are category 3',
    wording: 'unverified',
    when: external,
  },
  'proven-complication': {
    kind: 'includes',
    category: 3,
    words: 'A proven medical or surgical complication or error as primary cause is category 3',
    wording: 'unverified',
    when: complication,
  },
  'unproven-complication-is-no-external-factor': {
    kind: 'excludes',
    category: 3,
    words: 'A complication or error that is not proven as primary cause is not category 3',
    wording: 'unverified',
    when: (situation) => situation.facts.has('complication-not-proven') && !external(situation),
  },
  'trauma-excludes-inflicted': {
    kind: 'excludes',
    category: 3,
    words: 'Category 3 excludes what is category 1',
    wording: 'unverified',
    when: ({ above }) => above.has(1),
  },
  'malignancy-whatever-the-final-event': {
    kind: 'includes',
    category: 4,
    words: 'A malignancy is category 4, even if the final event was infection or haemorrhage',
    wording: 'unverified',
    when: any('malignancy'),
  },
  'acute-condition': {
    kind: 'includes',
    category: 5,
    words: 'An acute medical or surgical condition is category 5',
    wording: 'unverified',
    when: any('acute-condition'),
  },
  'sudep-is-acute': {
    kind: 'includes',
    category: 5,
    words: 'Category 5 should include SUDEP',
    wording: 'cited',
    when: any('sudep'),
  },
  'chronic-condition-whatever-the-final-event': {
    kind: 'includes',
    category: 6,
    words: 'A chronic medical condition is category 6, even if the final event was infection',
    wording: 'unverified',
    when: chronic,
  },
  'cerebral-palsy-with-later-cause': {
    kind: 'includes',
    category: 6,
    words: 'Cerebral palsy with a clear cause after the perinatal period is category 6',
    wording: 'unverified',
    when: laterCerebralPalsy,
  },
  'perinatal-sequelae-are-no-chronic-condition': {
    kind: 'excludes',
    category: 6,
    words:
      'Sequelae of a perinatal event, and cerebral palsy without evidence of cause, are category 8 and not a chronic condition',
    wording: 'own',
    when: (situation) =>
      (perinatal(situation) || cerebralPalsyWithoutCause(situation)) &&
      !chronic(situation) &&
      !laterCerebralPalsy(situation),
  },
  'genetic-or-congenital': {
    kind: 'includes',
    category: 7,
    words:
      'Trisomies, single-gene defects, neurodegenerative disease, cystic fibrosis and other congenital anomalies are category 7',
    wording: 'unverified',
    when: any('genetic-or-congenital'),
  },
  'perinatal-irrespective-of-age': {
    kind: 'includes',
    category: 8,
    words:
      'Sequelae of prematurity, anoxia before or during birth, bronchopulmonary dysplasia and post-haemorrhagic hydrocephalus are category 8, irrespective of age at death',
    wording: 'unverified',
    when: perinatal,
  },
  'cerebral-palsy-without-cause': {
    kind: 'includes',
    category: 8,
    words: 'Cerebral palsy without evidence of cause is category 8',
    wording: 'unverified',
    when: cerebralPalsyWithoutCause,
  },
  'early-infection-is-perinatal': {
    kind: 'includes',
    category: 8,
    words: 'Congenital infection, and bacterial infection in the first postnatal week, is category 8',
    wording: 'unverified',
    when: any('infection-first-week'),
  },
  'preterm-infection-before-discharge': {
    kind: 'leaves-to-the-panel',
    categories: [8, 9],
    words:
      'Whether an infection after the first postnatal week in a preterm baby never discharged is a sequel of prematurity (8) or an infection (9), the panel decides; both are recorded',
    wording: 'own',
    when: any('infection-before-discharge'),
  },
  'infection-after-the-first-week': {
    kind: 'includes',
    category: 9,
    words:
      'A primary infection arising after the first postnatal week, or after discharge of a preterm baby, is category 9',
    wording: 'unverified',
    when: any('infection-later'),
  },
  'early-infection-is-not-category-9': {
    kind: 'excludes',
    category: 9,
    words: 'Category 9 begins after the first postnatal week',
    wording: 'unverified',
    when: any('infection-first-week'),
  },
  'final-infection-is-not-the-category': {
    kind: 'excludes',
    category: 9,
    words: 'An infection that is the final event of a malignancy or a chronic condition is not category 9',
    wording: 'unverified',
    when: ({ facts, above }) =>
      facts.has('infection-final-event') && outlasts.some((category) => above.has(category)),
  },
  unexplained: {
    kind: 'includes',
    category: 10,
    words: 'A pathological diagnosis of SIDS or “unascertained”, at any age, is category 10',
    wording: 'unverified',
    when: any('unascertained'),
  },
  'sudep-is-not-unexplained': {
    kind: 'excludes',
    category: 10,
    words: 'Category 10 excludes SUDEP, which is category 5',
    wording: 'unverified',
    when: any('sudep'),
  },
}
