import type { FactorMeaning } from './factor-meaning.ts'

/** Factors in the physical environment. The words are this product's own. */
export const physicalFactors: Readonly<Record<string, FactorMeaning>> = {
  'unsafe-sleep-environment': {
    label: 'Unsafe sleep environment',
    definition: 'The surface, bedding or place on which a baby slept carried a risk.',
    example: 'A baby asleep on a sofa',
    synonyms: ['unsafe sleep', 'sleep surface', 'soft bedding', 'sofa sleeping'],
  },
  'home-safety': {
    label: 'Home safety',
    definition: 'Something in or about the home that carried a risk, other than fire, water or heights.',
    example: 'Blind cords within reach of a cot',
    synonyms: ['home hazard', 'blind cord', 'household hazard', 'unsecured furniture'],
  },
  'fire-water-or-heights': {
    label: 'Fire, water or heights',
    definition: 'An exposure to fire, to water or to a fall from a height, at home or elsewhere.',
    example: 'A garden pond without a cover',
    synonyms: ['fire', 'open water', 'garden pond', 'fall from height', 'window without restrictor'],
  },
  'road-environment': {
    label: 'Road environment or vehicle',
    definition: 'The road, its crossing, its speed, or the vehicle and its restraints.',
    example: 'No crossing between a school and its bus stop',
    synonyms: ['road layout', 'speed limit', 'car seat', 'vehicle safety', 'cycle helmet'],
  },
  'housing-conditions': {
    label: 'Overcrowding, damp or temperature',
    definition: 'Overcrowding, damp, mould, or a temperature too low or too high in the home.',
    example: 'Mould in the room where the child slept',
    synonyms: ['overcrowding', 'damp', 'mould', 'cold home', 'overheating'],
  },
  'air-quality': {
    label: 'Air quality',
    definition: 'Polluted air outside or inside, other than tobacco smoke.',
    example: 'A home beside a main road, and asthma',
    synonyms: ['air pollution', 'carbon monoxide', 'traffic pollution'],
  },
  'public-space-safety': {
    label: 'Safety of public space',
    definition: 'A risk in a place open to the public: a park, a railway, a river bank, a building site.',
    example: 'A gap in the fence of a railway',
    synonyms: ['railway', 'playground', 'building site', 'park safety'],
  },
  'ligature-or-means': {
    label: 'Ligature or access to means',
    definition: 'A means of self-harm was within reach of the child.',
    example: 'Tablets of another person stored unlocked',
    synonyms: ['ligature', 'ligature point', 'access to medication', 'means of suicide'],
  },
  'product-safety': {
    label: 'Product safety',
    definition: 'A product that was faulty, unsafe for the age, or came without a warning.',
    example: 'A toy with a button battery that came loose',
    synonyms: ['button battery', 'unsafe product', 'faulty product', 'recalled product'],
  },
  'other-physical': {
    label: 'Other',
    definition:
      'A factor in the physical environment for which the list has no code; the description says what it is.',
    example: 'Flooding that closed the road to the hospital',
    synonyms: ['other environmental factor'],
  },
}
