import type { FactorMeaning } from './factor-meaning.ts'

/** Factors in service provision: what happened in a service, never who did it. The words are this product's own. */
export const serviceFactors: Readonly<Record<string, FactorMeaning>> = {
  'delay-in-recognition': {
    label: 'Delay in recognition or diagnosis',
    definition: 'An illness, an injury or a risk was recognised later than it could have been.',
    example: 'Signs of sepsis recognised at the third attendance',
    synonyms: ['delayed diagnosis', 'missed diagnosis', 'late recognition', 'deterioration not recognised'],
  },
  'treatment-initiation': {
    label: 'Initiation of treatment',
    definition: 'A treatment that was called for began late or not at all.',
    example: 'The first antibiotic four hours after sepsis was suspected',
    synonyms: ['delayed treatment', 'late treatment', 'delayed antibiotics'],
  },
  'guideline-not-followed': {
    label: 'Guideline or pathway not followed',
    definition: 'What a guideline or pathway sets out was not done, or none was there to follow.',
    example: 'An asthma review after admission that the pathway calls for was not held',
    synonyms: ['pathway not followed', 'protocol not followed', 'policy not followed', 'no guideline'],
  },
  communication: {
    label: 'Communication within or between agencies',
    definition:
      'What one person or agency knew did not reach, or was not understood by, the one who needed it in time.',
    example: 'A handover between wards without the allergy',
    synonyms: ['handover', 'communication between agencies', 'communication with family'],
  },
  'access-or-transfer': {
    label: 'Access, waiting, bed or transfer',
    definition: 'A service could not be reached, had a waiting time, no bed, or a transfer that took long.',
    example: 'No intensive care bed in the region',
    synonyms: ['waiting time', 'waiting list', 'no bed', 'delayed transfer', 'ambulance delay'],
  },
  'staffing-or-training': {
    label: 'Staffing or training',
    definition: 'Too few staff, or staff without the training the task called for.',
    example: 'A night shift one nurse short',
    synonyms: ['understaffing', 'staff shortage', 'lack of training', 'skill mix'],
  },
  equipment: {
    label: 'Equipment',
    definition: 'Equipment was missing, failed, or was of the wrong kind or size.',
    example: 'No infant mask on the resuscitation trolley',
    synonyms: ['equipment failure', 'missing equipment', 'device failure'],
  },
  'follow-up-or-discharge': {
    label: 'Follow-up or discharge',
    definition:
      'A discharge was not planned for what followed, or a follow-up was not arranged or not kept up.',
    example: 'No appointment after an admission with a first seizure',
    synonyms: ['discharge planning', 'early discharge', 'no follow-up', 'lost to follow-up'],
  },
  'information-sharing': {
    label: 'Information sharing',
    definition:
      'A record or a concern that could be shared was not shared between agencies, or could not be seen.',
    example: 'Attendances in another area that could not be seen',
    synonyms: ['information not shared', 'records not available', 'data sharing'],
  },
  interpreter: {
    label: 'Interpreter',
    definition:
      'No interpreter, or a relative in place of one, where the family and the service shared no language.',
    example: 'A brother translated for the midwife',
    synonyms: ['no interpreter', 'language barrier', 'translation', 'sign language'],
  },
  'mental-health-provision': {
    label: 'Mental health provision',
    definition: 'Mental health care for the child was not available, had a wait, or did not fit the need.',
    example: 'Nine months of waiting for an assessment',
    synonyms: ['CAMHS', 'child mental health service', 'CAMHS waiting list'],
  },
  'antenatal-care-quality': {
    label: 'Quality of antenatal care',
    definition: 'Something in the care in pregnancy that fell short of what was called for.',
    example: 'Growth not plotted at two visits',
    synonyms: ['antenatal care', 'pregnancy care', 'care in pregnancy'],
  },
  'obstetric-care-quality': {
    label: 'Quality of obstetric care',
    definition: 'Something in the care in labour and at birth that fell short of what was called for.',
    example: 'A heart rate trace that was read late',
    synonyms: ['obstetric care', 'intrapartum care', 'care in labour'],
  },
  'neonatal-care-quality': {
    label: 'Quality of neonatal care',
    definition: 'Something in the care of the newborn that fell short of what was called for.',
    example: 'A temperature not kept up on admission',
    synonyms: ['neonatal care', 'newborn care', 'neonatal resuscitation'],
  },
  'other-service': {
    label: 'Other',
    definition:
      'A factor in service provision for which the list has no code; the description says what it is.',
    example: 'A reorganisation during which a clinic was closed',
    synonyms: ['other service factor'],
  },
}
