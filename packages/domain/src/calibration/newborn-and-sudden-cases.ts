import { type CalibrationCase, calibrationCase } from './calibration-case.ts'

/** Invented deaths around birth, by infection, and without an explanation. */
export const newbornAndSuddenCases: readonly CalibrationCase[] = [
  calibrationCase({
    key: 'twins-at-twenty-four-weeks',
    edition: '2026-11-22',
    title: 'One of twins born at 24 weeks',
    paragraphs: [
      'The first of twins was born at 24 weeks in a hospital without neonatal intensive care and died at five months, never having left hospital, of chronic lung disease of prematurity. The mother had been in labour for nine hours at that hospital; a transfer to the regional centre was discussed after one hour and asked for after seven, when it was too late. Steroids were given once, late; magnesium was not.',
      'The mother smoked ten cigarettes a day throughout. She had been offered help to stop at booking and once more. Neonatal care was judged to be excellent.',
    ],
    categories: [8],
    domains: {
      intrinsic: { prematurity: 'may-have', 'low-birth-weight': 'may-have' },
      social: { 'smoking-in-pregnancy': 'modifiable' },
      physical: 'none',
      service: { 'access-or-transfer': 'modifiable', 'obstetric-care-quality': 'modifiable' },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category:
        'What follows from prematurity is a perinatal event whatever the age at death: five months does not make it a chronic condition.',
      factors:
        'Smoking in pregnancy may have contributed to the early birth; help was offered, and it can still be called modifiable. Prematurity itself is intrinsic.',
      outcome: 'Earlier transfer, steroids and magnesium are what the regional guideline asks for.',
    },
  }),
  calibrationCase({
    key: 'sent-home-twice',
    edition: '2026-11-22',
    title: 'Meningitis in a child of three',
    paragraphs: [
      'A child of three died of meningococcal disease eleven hours after a second visit to out-of-hours services. At the first the temperature and pulse were recorded, the breathing rate and the colour of the skin were not; at the second, six hours later, another clinician could not see the notes of the first. The parents said each time that the child was “not herself”. Antibiotics were given 95 minutes after arrival in hospital.',
      'The child had not had the immunisation of the first year: the family had moved twice while homeless and no invitation reached them. The strain was one the immunisation protects from.',
    ],
    categories: [9],
    domains: {
      intrinsic: { 'acute-illness': 'may-have' },
      social: { 'housing-insecurity': 'modifiable' },
      physical: 'none',
      service: {
        'delay-in-recognition': 'modifiable',
        'treatment-initiation': 'modifiable',
        'information-sharing': 'modifiable',
      },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category: 'A primary infection after the first week is category 9; nothing above it applies.',
      factors:
        'The immunisation was not refused: no invitation reached a family without a home. Coding it as refusal would put on the family what the services did not do.',
      outcome:
        'Recognition, the time to antibiotics, shared notes and finding families who move can be changed.',
    },
  }),
  calibrationCase({
    key: 'night-on-a-sofa',
    edition: '2026-11-22',
    title: 'A baby of nine weeks found lifeless in the morning',
    paragraphs: [
      'A baby of nine weeks was found lifeless at six in the morning on a sofa beside a parent who had fallen asleep while feeding. The post-mortem found no cause; the pathologist gave it as unascertained, and the coroner recorded that. The baby had been born at 36 weeks. There was no injury and nothing of concern at home.',
      'Both parents smoked, one during the pregnancy. The parent had drunk three glasses of wine. Advice on safe sleep was recorded as given; the family remembers a leaflet. There was no cot in the flat: they had asked the children’s centre for one three weeks before and heard nothing.',
    ],
    categories: [10],
    domains: {
      intrinsic: { prematurity: 'may-have' },
      social: {
        'co-sleeping': 'modifiable',
        'smoking-in-pregnancy': 'modifiable',
        'smoking-in-household': 'modifiable',
        'parental-substance-misuse': 'modifiable',
        poverty: 'may-have',
      },
      physical: { 'unsafe-sleep-environment': 'modifiable' },
      service: { communication: 'modifiable' },
    },
    modifiability: 'modifiable-factors-identified',
    why: {
      category:
        'A cause that was looked for and not found is category 10. An unsafe place to sleep is a factor and does not make the death one by suffocation.',
      factors:
        'A request for a cot that nobody answered is of the services, and advice that nobody remembers was not received. Alcohol that evening, smoke and the sofa may each have contributed.',
      outcome: 'How advice is given and how fast a cot is found can be changed.',
    },
  }),
]
