import { type CalibrationCase, calibrationCase } from './calibration-case.ts'

/** Invented deaths by illness. */
export const illnessCases: readonly CalibrationCase[] = [
  calibrationCase({
    key: 'infection-during-treatment',
    edition: '2026-11-22',
    title: 'Leukaemia and a fever',
    paragraphs: [
      'A child of six with leukaemia that had come back was in the second course of treatment. A fever began at home in the evening; the parents rang at once, as they had been taught. The first antibiotic was given 35 minutes after arrival. Blood cultures grew a bacterium resistant to it; the treatment was changed within the day. The child died of sepsis four days later.',
      'The review looked for anything that could have been done otherwise and found nothing: advice, times and drugs were those of the guideline. The mother smoked outside the house; nobody thought that it had to do with the death.',
    ],
    categories: [4, 9],
    domains: {
      intrinsic: { 'chronic-illness': 'may-have', 'acute-illness': 'may-have' },
      social: { 'smoking-in-household': 'unlikely' },
      physical: 'none',
      service: 'none',
    },
    modifiability: 'no-modifiable-factors',
    why: {
      category:
        'Malignancy takes in deaths whose final event was an infection; it also stands above infection in the order.',
      factors:
        'The illness itself is an intrinsic factor and not modifiable. Smoking outside is recorded with the lower relevance.',
      outcome:
        'Something being there that is bad for children in general does not make a factor that may have contributed to this death.',
    },
  }),
  calibrationCase({
    key: 'third-attendance-with-asthma',
    edition: '2026-11-22',
    title: 'An asthma attack at night',
    paragraphs: [
      'A child of eleven died of an acute attack of asthma. There had been two attendances at an emergency department in the ten weeks before; each letter asked the practice to see the child within two working days, and neither led to an appointment. Nineteen reliever inhalers and two preventers had been given out in a year. There was no written asthma plan at school or at home.',
      'The flat had black mould in the bedroom, reported to the landlord twice. Both parents smoked indoors. On the night the ambulance was called late: nobody in the family had been told when to call.',
    ],
    categories: [5],
    domains: {
      intrinsic: { 'chronic-illness': 'may-have' },
      social: { 'smoking-in-household': 'modifiable' },
      physical: { 'housing-conditions': 'modifiable' },
      service: { 'follow-up-or-discharge': 'modifiable', 'guideline-not-followed': 'modifiable' },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category:
        'Asthma is long term, but a death in an acute attack is an acute medical condition, which stands above chronic ones.',
      factors:
        'The late call is no fault of the family where nobody had told them when to call: it is part of the missing plan. Mould and smoke may have contributed and can be changed.',
      outcome:
        'Review after an attendance, a written plan, housing and help to stop smoking are all achievable.',
    },
  }),
  calibrationCase({
    key: 'long-illness-at-home',
    edition: '2026-11-22',
    title: 'Expected death in severe cerebral palsy',
    paragraphs: [
      'A young person of thirteen with severe cerebral palsy after meningitis at the age of two died at home, as the family had wished, of a chest infection, with the palliative care team present. The plan for the end of life was written down, shared and followed. There had been five chest infections in two years, each treated.',
      'The family praised the care. The review asked about equipment, nursing at night, the home and immunisations, had full information on all of them, and found nothing to note.',
    ],
    categories: [6, 9],
    domains: {
      intrinsic: { 'chronic-illness': 'may-have', disability: 'may-have', 'acute-illness': 'may-have' },
      social: 'none',
      physical: 'none',
      service: 'none',
    },
    modifiability: 'no-modifiable-factors',
    why: {
      category:
        'The palsy has a clear cause after the time around birth, so it is a chronic condition and not a perinatal event, even if the final event was an infection.',
      factors:
        'Illness and disability are intrinsic factors. Full information and nothing found is “none identified”.',
      outcome:
        'That a death was expected decides nothing by itself: here nothing was found that could be changed.',
    },
  }),
  calibrationCase({
    key: 'heart-defect-not-looked-for',
    edition: '2026-11-22',
    title: 'A heart defect found after birth',
    paragraphs: [
      'A baby with a severe heart defect was born at term in a unit without children’s heart care and died on the fifth day, after transfer. The scan at 20 weeks was recorded as complete; the views of the heart it should have held were not obtained, and no second scan was arranged. The expert said that with a diagnosis before birth delivery would have been at the heart centre, and that survival would have been likelier, though far from sure.',
      'The parents are first cousins; a genetic cause was looked for and not found. The mother, who speaks little English, came to the scan without an interpreter although one had been asked for.',
    ],
    categories: [7, 8],
    domains: {
      intrinsic: { 'congenital-or-genetic': 'may-have' },
      social: { consanguinity: 'unlikely' },
      physical: 'none',
      service: { 'antenatal-care-quality': 'modifiable', interpreter: 'unlikely' },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category:
        'A congenital anomaly stands above a neonatal event, and the death at five days would not have been without it.',
      factors:
        'No genetic cause was found, so that the parents are related is recorded with the lower relevance. A missing interpreter is a fault to be put right, but did not change what the scan showed.',
      outcome:
        '“May have contributed” is enough: it is not asked whether the baby would have lived. A second scan can be achieved.',
    },
  }),
]
