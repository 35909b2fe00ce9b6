import { z } from 'zod'

/**
 * What can be known of a death that the definitions of the categories turn on. The codes are this product's own. The age
 * at death is not among them: category 8 applies irrespective of it, and no other definition turns on it.
 */
export const CategoryFact = z.enum([
  'homicide',
  'war-or-terrorism',
  'severe-neglect',
  'deliberate-self-harm',
  'substance-use',
  'unintentional-injury',
  'pre-school-poisoning',
  'anaphylaxis',
  'complication-proven',
  'complication-not-proven',
  'malignancy',
  'acute-condition',
  'sudep',
  'chronic-condition',
  'cerebral-palsy-later-cause',
  'genetic-or-congenital',
  'sequelae-of-prematurity',
  'perinatal-anoxia',
  'bronchopulmonary-dysplasia',
  'post-haemorrhagic-hydrocephalus',
  'cerebral-palsy-no-cause',
  'infection-first-week',
  'infection-before-discharge',
  'infection-later',
  'infection-final-event',
  'unascertained',
])
export type CategoryFact = z.infer<typeof CategoryFact>

/** Each in words that follow "if": this product's own. */
export const categoryFactWords: Record<CategoryFact, string> = {
  homicide: 'the death was a probable or definite homicide',
  'war-or-terrorism': 'the child died through war, terrorism or mass violence',
  'severe-neglect': 'severe neglect led to the death',
  'deliberate-self-harm': 'the child harmed themselves deliberately',
  'substance-use': 'solvents, alcohol or drugs the child took led to the death',
  'unintentional-injury': 'trauma, burns or drowning led to the death',
  'pre-school-poisoning': 'a pre-school child was poisoned by something they took unintentionally',
  anaphylaxis: 'the child died of anaphylaxis',
  'complication-proven': 'a medical or surgical complication or error is proven as the primary cause',
  'complication-not-proven':
    'a medical or surgical complication or error was suspected, but is not proven as the primary cause',
  malignancy: 'the child died with a malignancy as the cause, whatever the final event was',
  'acute-condition': 'an acute medical or surgical condition led to the death',
  sudep: 'it was a sudden unexpected death in epilepsy (SUDEP)',
  'chronic-condition':
    'a chronic condition that is no sequel of birth led to the death, whatever the final event was',
  'cerebral-palsy-later-cause': 'the child had cerebral palsy with a clear cause after the perinatal period',
  'genetic-or-congenital': 'a chromosomal, genetic or congenital anomaly led to the death',
  'sequelae-of-prematurity': 'sequelae of prematurity led to the death, at whatever age',
  'perinatal-anoxia': 'anoxia before or during birth led to the death, at whatever age',
  'bronchopulmonary-dysplasia': 'bronchopulmonary dysplasia led to the death, at whatever age',
  'post-haemorrhagic-hydrocephalus': 'post-haemorrhagic hydrocephalus led to the death, at whatever age',
  'cerebral-palsy-no-cause': 'the child had cerebral palsy without evidence of its cause',
  'infection-first-week': 'the infection was congenital, or bacterial and began in the first postnatal week',
  'infection-before-discharge':
    'the infection began after the first postnatal week in a preterm baby who had not been discharged yet',
  'infection-later':
    'a primary infection began after the first postnatal week or, in a preterm baby, after discharge',
  'infection-final-event': 'the infection was only the final event of another illness',
  unascertained: 'the pathological diagnosis is SIDS or “unascertained”',
}

/** Facts of which one death can have only one. */
const oneOf: readonly (readonly CategoryFact[])[] = [
  ['complication-proven', 'complication-not-proven'],
  ['sudep', 'unascertained'],
  ['cerebral-palsy-later-cause', 'cerebral-palsy-no-cause'],
  ['infection-first-week', 'infection-before-discharge', 'infection-later', 'infection-final-event'],
]

/** Whether two facts cannot both be true of one death. */
export function contradict(one: CategoryFact, other: CategoryFact): boolean {
  return one !== other && oneOf.some((group) => group.includes(one) && group.includes(other))
}

/** What is known of one death; facts that contradict each other cannot be put down together. */
export const CategoryFacts = z
  .array(CategoryFact)
  .refine((facts) => !facts.some((one) => facts.some((other) => contradict(one, other))))
export type CategoryFacts = z.infer<typeof CategoryFacts>
