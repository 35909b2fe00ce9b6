import type { CategoryFact } from '../category-of-death/category-fact.ts'
import type { AnswerMatch } from './coded-answer.ts'

/** What must also be so of the case: `under-5` and `over-27-days` by its age band, `preterm` by the gestation reported. */
export type FactCondition = 'under-5' | 'over-27-days' | 'preterm'

/** An answer by which a fact of a category can be known. */
export type FactRow = AnswerMatch & { readonly fact: CategoryFact; readonly where?: FactCondition }

const of = (
  fact: CategoryFact,
  form: string,
  question: string,
  is: readonly string[],
  where?: FactCondition,
): FactRow => ({ fact, form, question, is, ...(where !== undefined && { where }) })

const whatFell = ['bathing', 'swimming', 'playing-near', 'fell-in', 'boating', 'tombstoning', 'rescue']

/** By which answers a fact is known. This product's own reading of the questions; a panel decides each time. */
export const factRows: readonly FactRow[] = [
  of('homicide', 'violence-or-maltreatment', 'harm-kind', [
    'assault',
    'sharp',
    'firearm',
    'shaking',
    'suffocation',
    'poisoning',
  ]),
  of('severe-neglect', 'violence-or-maltreatment', 'harm-kind', ['neglect']),
  of('war-or-terrorism', 'violence-or-maltreatment', 'harm-kind', ['war-or-terror']),
  of('deliberate-self-harm', 'suicide-self-harm', 'intent-known', ['clear']),
  of('deliberate-self-harm', 'drowning', 'activity', ['self-harm']),
  of('deliberate-self-harm', 'fall', 'intent', ['self-harm']),
  of('deliberate-self-harm', 'poisoning', 'intent', ['self-harm']),
  of('substance-use', 'substance-misuse', 'involved-in-death', ['yes']),
  of('unintentional-injury', 'reporting', 'occurrences', [
    'vehicle-collision',
    'other-non-intentional-injury',
  ]),
  of('unintentional-injury', 'drowning', 'activity', whatFell),
  of('unintentional-injury', 'fall', 'intent', ['accidental']),
  of('unintentional-injury', 'fire-burn-electrocution', 'who-started', ['nobody']),
  of('pre-school-poisoning', 'poisoning', 'intent', ['accident'], 'under-5'),
  of('malignancy', 'oncology', 'died-of', ['disease', 'infection', 'bleeding']),
  of('acute-condition', 'reporting', 'occurrences', ['diabetic-ketoacidosis']),
  of('sudep', 'epilepsy', 'thought-sudep', ['yes']),
  of('genetic-or-congenital', 'chromosomal-genetic-congenital', 'anomaly-kind', [
    'chromosomal',
    'single-gene',
    'metabolic',
    'neuromuscular',
    'structural',
    'syndrome',
  ]),
  of('genetic-or-congenital', 'cardiac', 'cardiac-kind', ['structural']),
  of(
    'sequelae-of-prematurity',
    'delivery-suite-or-neonatal-unit',
    'complications',
    ['respiratory', 'haemorrhage', 'enterocolitis'],
    'preterm',
  ),
  of('bronchopulmonary-dysplasia', 'delivery-suite-or-neonatal-unit', 'complications', ['lung'], 'preterm'),
  of('perinatal-anoxia', 'delivery-suite-or-neonatal-unit', 'complications', ['encephalopathy']),
  of('infection-first-week', 'infection', 'acquired-where', ['at-birth']),
  of('infection-later', 'infection', 'acquired-where', ['community'], 'over-27-days'),
]
