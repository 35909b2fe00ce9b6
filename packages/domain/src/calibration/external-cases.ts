import { type CalibrationCase, calibrationCase } from './calibration-case.ts'

/** Invented deaths by injury, by the child's own act or by treatment. */
export const externalCases: readonly CalibrationCase[] = [
  calibrationCase({
    key: 'fall-that-does-not-fit',
    edition: '2026-11-22',
    title: 'Head injury in a baby of five months',
    paragraphs: [
      'A baby of five months was brought to hospital unconscious. The carer said that the baby had rolled off a sofa onto carpet. There was bleeding over the brain, bleeding at the back of both eyes, and three rib fractures of different ages. The baby died two days later. The pathologist found that a fall from a sofa explains none of it; the criminal court later found the partner of the mother guilty of manslaughter.',
      'Four weeks before, the baby had been taken to a walk-in centre with a bruise on the cheek. It was recorded as “from a toy”. A guideline asked for every bruise on a baby who cannot crawl to be seen by a paediatrician; nobody rang one. The mother had told her midwife of violence by her partner during the pregnancy; the health visitor did not know. The home was warm, clean and well equipped. The baby was born at term and had been well.',
    ],
    categories: [1, 3],
    domains: {
      intrinsic: 'none',
      social: { 'abuse-or-neglect': 'modifiable', 'domestic-abuse': 'modifiable' },
      physical: 'none',
      service: { 'guideline-not-followed': 'modifiable', 'information-sharing': 'modifiable' },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category:
        'The injury is trauma too, but the highest category that could reasonably be applied is marked: inflicted injury stands above other trauma.',
      factors:
        'A bruise on a baby who cannot move had a guideline that was not followed, and what the midwife knew did not reach the health visitor. Both are service provision. The abuse itself and the violence between adults are of the social environment.',
      outcome: 'Referral of such bruises and passing on what is told of violence can be achieved locally.',
    },
  }),
  calibrationCase({
    key: 'after-a-move-of-school',
    edition: '2026-11-22',
    title: 'A young person of fifteen found hanging',
    paragraphs: [
      'A young person of fifteen was found hanged at home. A message left no doubt about the intention, and the coroner concluded suicide. There had been self-harm for a year. A referral to mental health services was accepted eleven months before and the first appointment was still to come; nobody had told the family what to do while waiting.',
      'The school had recorded bullying by other pupils in three entries over one term, and the family had asked for a move of school, which had come two weeks before. The young person was being assessed for autism. At home things were settled; nobody drank or used drugs. Nothing is recorded of how the means came to be there, and nobody asked.',
    ],
    categories: [2],
    domains: {
      intrinsic: { 'mental-health': 'may-have', neurodevelopmental: 'may-have' },
      social: { bullying: 'modifiable' },
      physical: 'unknown',
      service: { 'mental-health-provision': 'modifiable', 'access-or-transfer': 'modifiable' },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category: 'The intention is not in doubt, so no category below could be reasonable instead.',
      factors:
        'Nobody asked about the means: that is “no information” on the physical environment, not “none identified”. The self-harm may have contributed; what could be changed is the wait, and what the family was told meanwhile.',
      outcome: 'Waiting times, advice while waiting and the answer to recorded bullying can be changed.',
    },
  }),
  calibrationCase({
    key: 'garden-pond',
    edition: '2026-11-22',
    title: 'A toddler found in a garden pond',
    paragraphs: [
      'A child of twenty months was found in the pond of a relative’s garden during a family party. Fourteen adults were there; each thought that another was watching. The child was out of sight for about ten minutes. The pond had no fence and no grille. The child had been well and was of an age to walk but not to understand water.',
      'The ambulance came within six minutes and treatment was as it should be. The parents were caring and attentive. One of the adults had drunk wine; it was not thought to have mattered. The coroner concluded accidental death.',
    ],
    categories: [3],
    domains: {
      intrinsic: 'none',
      social: { 'poor-supervision': 'modifiable', 'parental-substance-misuse': 'unlikely' },
      physical: { 'fire-water-or-heights': 'modifiable' },
      service: 'none',
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category: 'Drowning is an external cause; there is nothing of neglect in ten minutes at a party.',
      factors:
        'Being twenty months old is no factor intrinsic to the child. The wine was there but is unlikely to have contributed: it is recorded, with the lower relevance, and cannot be called modifiable.',
      outcome: 'Fencing of ponds and saying aloud who watches are achievable.',
    },
  }),
]
