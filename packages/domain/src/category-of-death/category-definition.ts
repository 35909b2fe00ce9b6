import { PlainDate } from '../plain-date/plain-date.ts'
import type { CategoryOfDeath } from './category-of-death.ts'

type Definition = { readonly includes: readonly string[]; readonly excludes: readonly string[] }

type CategoryDefinitions = {
  /** The first day they apply to. */
  readonly from: PlainDate
  /** Whether the words were checked against the published form. */
  readonly wording: 'verified' | 'unverified'
  readonly categories: Record<CategoryOfDeath, Definition>
}

/**
 * What each category includes and excludes, dated, the newest first. The words follow the analysis form as it is known
 * in the field; no published form was read to check them.
 */
const editions: readonly CategoryDefinitions[] = [
  {
    from: PlainDate.parse('2019-04-01'),
    wording: 'unverified',
    categories: {
      1: {
        includes: [
          'suffocation, shaking injury, knifing, shooting, poisoning and other probable or definite homicide',
          'deaths from war, terrorism and mass violence',
          'severe neglect leading to death',
        ],
        excludes: [],
      },
      2: {
        includes: [
          'hanging, shooting, self-poisoning, self-asphyxia and other self-harm, usually in adolescents',
          'solvent inhalation, alcohol or drug abuse',
        ],
        excludes: [],
      },
      3: {
        includes: [
          'isolated head injury, multiple trauma, burns, drowning',
          'unintentional self-poisoning in pre-school children',
          'anaphylaxis',
          'a proven medical or surgical complication or error as primary cause',
        ],
        excludes: ['deliberately inflicted injury, abuse or neglect (category 1)'],
      },
      4: {
        includes: [
          'solid tumours, leukaemia, lymphoma and histiocytosis, even if the final event was infection or haemorrhage',
        ],
        excludes: [],
      },
      5: {
        includes: [
          'Kawasaki disease, acute nephritis, intestinal volvulus, diabetic ketoacidosis, acute asthma, intussusception, appendicitis',
          'sudden unexpected death in epilepsy (SUDEP)',
        ],
        excludes: [],
      },
      6: {
        includes: [
          'Crohn’s disease, liver disease and immune deficiencies, even if the final event was infection',
          'cerebral palsy with a clear cause after the perinatal period',
        ],
        excludes: [],
      },
      7: {
        includes: [
          'trisomies, single-gene defects, neurodegenerative disease, cystic fibrosis',
          'other congenital anomalies, of the heart included',
        ],
        excludes: [],
      },
      8: {
        includes: [
          'sequelae of prematurity, anoxia before or during birth, bronchopulmonary dysplasia and post-haemorrhagic hydrocephalus, irrespective of age at death',
          'cerebral palsy without evidence of cause',
          'congenital infection, and bacterial infection in the first postnatal week',
        ],
        excludes: [],
      },
      9: {
        includes: [
          'primary infection arising after the first postnatal week, or after discharge of a preterm baby: septicaemia, pneumonia, meningitis, HIV',
        ],
        excludes: [],
      },
      10: {
        includes: ['a pathological diagnosis of SIDS or “unascertained”, at any age'],
        excludes: ['sudden unexpected death in epilepsy, SUDEP (category 5)'],
      },
    },
  },
]

/** The definitions that apply on a day; null for a day before the first that are known. */
export function categoryDefinitions(on: PlainDate): CategoryDefinitions | null {
  return editions.find(({ from }) => from <= on) ?? null
}
