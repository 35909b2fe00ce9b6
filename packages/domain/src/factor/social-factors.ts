import type { FactorMeaning } from './factor-meaning.ts'

/** Factors in the social environment, family and parenting capacity. The words are this product's own and blame nobody. */
export const socialFactors: Readonly<Record<string, FactorMeaning>> = {
  'smoking-in-pregnancy': {
    label: 'Smoking in pregnancy',
    definition: 'The mother smoked at any time in the pregnancy.',
    example: 'Ten cigarettes a day at booking',
    synonyms: ['maternal smoking', 'smoked in pregnancy', 'tobacco in pregnancy'],
  },
  'smoking-in-household': {
    label: 'Smoking in the household',
    definition: 'Somebody in the home of the child smoked after the birth.',
    example: 'A grandparent in the home smoked',
    synonyms: ['household smoking', 'passive smoking', 'second-hand smoke'],
  },
  'parental-substance-misuse': {
    label: 'Alcohol or substance misuse by a parent or carer',
    definition: 'A parent or carer misused alcohol or another substance, at the time or in the pregnancy.',
    example: 'A parent under treatment for opioid dependence',
    synonyms: ['parental alcohol misuse', 'parental drug use', 'alcohol in pregnancy'],
  },
  'parental-mental-health': {
    label: 'Mental health of a parent or carer',
    definition: 'A mental health condition of a parent or carer.',
    example: 'Depression after the birth',
    synonyms: ['postnatal depression', 'maternal mental health', 'perinatal mental health'],
  },
  'parental-physical-health': {
    label: 'Physical health or learning disability of a parent or carer',
    definition:
      'A physical illness or a learning disability of a parent or carer that bore on the care of the child.',
    example: 'A carer with epilepsy alone with the baby',
    synonyms: ['parental learning disability', 'parental illness', 'maternal illness'],
  },
  'maternal-obesity': {
    label: 'Maternal obesity',
    definition: 'A body mass index of the mother of 30 or more at booking.',
    example: 'A body mass index of 38 at booking',
    synonyms: ['raised maternal BMI', 'high BMI in pregnancy', 'maternal BMI'],
  },
  'domestic-abuse': {
    label: 'Domestic abuse',
    definition: 'Abuse between people who are or were partners or family, known at the time or found later.',
    example: 'Police called to the home twice in the pregnancy',
    synonyms: ['domestic violence', 'coercive control', 'intimate partner violence'],
  },
  'abuse-or-neglect': {
    label: 'Child abuse or neglect',
    definition:
      'Physical, emotional or sexual abuse, or neglect, of the child or a sibling, known or found later.',
    example: 'A child protection plan for neglect',
    synonyms: ['neglect', 'physical abuse', 'sexual abuse', 'emotional abuse', 'child protection plan'],
  },
  'poor-supervision': {
    label: 'Poor supervision',
    definition: 'The child was without the supervision the age and the place called for.',
    example: 'A toddler alone in a bath for some minutes',
    synonyms: ['lack of supervision', 'unsupervised', 'inadequate supervision'],
  },
  'co-sleeping': {
    label: 'Co-sleeping',
    definition: 'The baby slept on the same surface as another person.',
    example: 'Asleep in the bed of the parents',
    synonyms: ['bed sharing', 'shared sleep surface', 'cosleeping'],
  },
  consanguinity: {
    label: 'Consanguinity',
    definition: 'The parents are related by blood, and it bears on the condition of the child.',
    example: 'The parents are first cousins, and the condition is recessive',
    synonyms: ['consanguineous parents', 'related parents', 'first cousins'],
  },
  bullying: {
    label: 'Bullying',
    definition: 'The child was bullied, at school, elsewhere or online.',
    example: 'Messages from classmates over months',
    synonyms: ['cyberbullying', 'online bullying', 'peer victimisation'],
  },
  exploitation: {
    label: 'Gangs, knives or exploitation',
    definition:
      'The child was exploited, criminally or sexually, or drawn into violence between groups or with knives.',
    example: 'Missing for days and found carrying drugs for others',
    synonyms: ['gangs', 'knife crime', 'county lines', 'criminal exploitation', 'sexual exploitation'],
  },
  poverty: {
    label: 'Poverty or debt',
    definition: 'The family lacked the means for what the child needed.',
    example: 'No money for the heating of the home',
    synonyms: ['debt', 'low income', 'deprivation', 'food insecurity'],
  },
  'housing-insecurity': {
    label: 'Housing insecurity',
    definition: 'The family had no home of its own, a temporary one, or was about to lose it.',
    example: 'Three temporary addresses in a year',
    synonyms: ['homelessness', 'temporary accommodation', 'eviction'],
  },
  'asylum-or-no-recourse': {
    label: 'Asylum or no recourse to public funds',
    definition: 'The family sought asylum, or its status gave it no recourse to public funds.',
    example: 'A mother moved between hotels late in the pregnancy',
    synonyms: ['asylum seeker', 'refugee', 'no recourse to public funds', 'NRPF'],
  },
  bereavement: {
    label: 'Bereavement',
    definition: 'Somebody close to the child or the family had died.',
    example: 'The death of a grandparent who cared for the child',
    synonyms: ['death of a parent', 'death of a relative', 'grief'],
  },
  'late-booking': {
    label: 'Late booking or concealed pregnancy',
    definition: 'Antenatal care began late, or the pregnancy was not told of.',
    example: 'First seen by a midwife at 27 weeks',
    synonyms: ['concealed pregnancy', 'unbooked pregnancy', 'denied pregnancy'],
  },
  'engagement-with-services': {
    label: 'Engagement with services',
    definition:
      'The family and a service did not come together: visits, appointments or advice that were not taken up.',
    example: 'Four appointments to which the child was not brought',
    synonyms: ['was not brought', 'did not attend', 'missed appointments', 'non-engagement'],
  },
  'vaccination-refusal': {
    label: 'Vaccination refusal',
    definition: 'A vaccination that was offered was not taken up.',
    example: 'No vaccination against meningococcal disease',
    synonyms: ['unvaccinated', 'not immunised', 'vaccine hesitancy', 'immunisation declined'],
  },
  'complex-family-circumstances': {
    label: 'Complex family circumstances',
    definition: 'Several burdens on the family at once, none of which says it alone.',
    example: 'Separation, a move and a sibling in hospital within a month',
    synonyms: ['family stress', 'family breakdown', 'parental separation', 'multiple stressors'],
  },
  'other-social': {
    label: 'Other',
    definition:
      'A factor in the social environment for which the list has no code; the description says what it is.',
    example: 'A carer who worked nights',
    synonyms: ['other social factor', 'other family factor'],
  },
}
