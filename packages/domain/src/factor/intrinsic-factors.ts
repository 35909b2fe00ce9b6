import type { FactorMeaning } from './factor-meaning.ts'

/** Factors intrinsic to the child. The words are this product's own. */
export const intrinsicFactors: Readonly<Record<string, FactorMeaning>> = {
  'acute-illness': {
    label: 'Acute or sudden illness',
    definition: 'An illness that began shortly before the death in a child who did not have it before.',
    example: 'Bacterial meningitis that began two days before the death',
    synonyms: ['sudden illness', 'acute infection', 'short illness'],
  },
  'chronic-illness': {
    label: 'Chronic illness',
    definition:
      'A long-term illness of the child, such as asthma, epilepsy or diabetes, under treatment or not.',
    example: 'Asthma with three admissions in the year before',
    synonyms: ['long-term condition', 'asthma', 'epilepsy', 'diabetes'],
  },
  prematurity: {
    label: 'Prematurity',
    definition: 'Birth before 37 completed weeks of pregnancy.',
    example: 'Born at 26 weeks',
    synonyms: ['preterm birth', 'born early', 'extreme prematurity'],
  },
  'low-birth-weight': {
    label: 'Low birth weight',
    definition: 'A birth weight under 2,500 grams, or growth restricted before birth.',
    example: 'Weighed 1,900 grams at term',
    synonyms: ['small for gestational age', 'fetal growth restriction', 'growth restriction'],
  },
  'congenital-or-genetic': {
    label: 'Congenital or genetic condition',
    definition: 'An anomaly present from birth, or a chromosomal or genetic condition.',
    example: 'A heart defect found before birth',
    synonyms: ['congenital anomaly', 'genetic condition', 'chromosomal condition', 'heart defect'],
  },
  disability: {
    label: 'Disability',
    definition: 'A learning, motor or sensory disability of the child.',
    example: 'Hearing loss, and no alarm the child could notice',
    synonyms: ['learning disability', 'physical disability', 'sensory impairment', 'motor impairment'],
  },
  'mental-health': {
    label: 'Mental health, behaviour or self-harm',
    definition: 'A mental health condition, a difficulty of behaviour, or self-harm of the child.',
    example: 'Low mood with earlier self-harm',
    synonyms: ['depression', 'anxiety', 'self-harm', 'eating disorder', 'behavioural difficulty'],
  },
  neurodevelopmental: {
    label: 'Neurodevelopmental condition',
    definition: 'Autism, ADHD or another neurodevelopmental condition, diagnosed or being assessed.',
    example: 'Waiting for an autism assessment',
    synonyms: ['autism', 'ADHD', 'attention deficit hyperactivity disorder', 'autistic spectrum disorder'],
  },
  allergy: {
    label: 'Allergy',
    definition: 'A known or later found allergy of the child.',
    example: 'An allergy to milk, with an adrenaline pen prescribed',
    synonyms: ['anaphylaxis', 'food allergy', 'drug allergy'],
  },
  'child-substance-use': {
    label: 'Substance or alcohol use by the child',
    definition: 'Alcohol, drugs, solvents or another substance used by the child.',
    example: 'Solvent inhalation with friends',
    synonyms: ['child alcohol use', 'child drug use', 'solvent use', 'vaping'],
  },
  'obesity-or-nutrition': {
    label: 'Obesity or nutrition',
    definition: 'Obesity, undernutrition or a lack of a nutrient in the child.',
    example: 'Rickets from a lack of vitamin D',
    synonyms: ['overweight', 'malnutrition', 'failure to thrive', 'faltering growth', 'vitamin D deficiency'],
  },
  'risk-taking': {
    label: 'Risk-taking',
    definition: 'Something the child did that carried a risk, as children of that age do.',
    example: 'Swimming in a quarry in summer',
    synonyms: ['risky behaviour', 'dangerous play', 'online challenge'],
  },
  'loss-of-key-relationships': {
    label: 'Loss of key relationships',
    definition: 'The child lost someone close, by death, separation, a move or the end of a relationship.',
    example: 'A move to a third placement within a year',
    synonyms: ['relationship breakdown', 'separation from a parent', 'loss of a friend'],
  },
  'other-intrinsic': {
    label: 'Other',
    definition:
      'A factor intrinsic to the child for which the list has no code; the description says what it is.',
    example: 'A first language nobody around the child spoke',
    synonyms: ['other factor in the child'],
  },
}
