import type { HeldStage, HoldReason } from '@cdop/domain'

/** What a case waits for, in words. */
export const holdReasonWords: Readonly<Record<HoldReason, string>> = {
  inquest: 'Inquest',
  'post-mortem': 'Post-mortem report',
  'criminal-proceedings': 'Criminal investigation or proceedings',
  'child-safeguarding-practice-review': 'Child safeguarding practice review',
  'perinatal-mortality-review': 'Perinatal mortality review',
  'maternity-investigation': 'Maternity and newborn safety investigation',
  'patient-safety-investigation': 'Patient safety incident investigation',
  'prisons-and-probation-ombudsman': 'Prisons and Probation Ombudsman',
  'police-conduct-investigation': 'Independent Office for Police Conduct',
  'health-and-safety-investigation': 'Health and Safety Executive',
  'transport-accident-investigation': 'Air, rail or marine accident investigation',
  'care-quality-investigation': 'Care Quality Commission',
  'family-request': 'The family asked for time',
  'themed-panel': 'To be reviewed at a themed panel',
}

/** A stage that has to wait, in words. */
export const heldStageWords: Readonly<Record<HeldStage, string>> = {
  'review-meeting': 'The review meeting',
  panel: 'The panel',
}
