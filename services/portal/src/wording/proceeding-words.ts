import type { ProceedingKind, ProceedingOutcome, ProceedingStep } from '@cdop/domain'

/** What somebody other than the panel does about a death, in words. */
export const proceedingWords: Readonly<Record<ProceedingKind, string>> = {
  inquest: 'Inquest',
  'post-mortem': 'Post-mortem examination',
  'criminal-proceedings': 'Criminal investigation or proceedings',
  'child-safeguarding-practice-review': 'Rapid review or child safeguarding practice review',
  'looked-after-child-notification': 'Notification of the death of a looked-after child',
  'perinatal-mortality-review': 'Perinatal mortality review',
  'maternity-investigation': 'Maternity and newborn safety investigation',
  'patient-safety-investigation': 'Patient safety incident investigation',
  'prevention-of-future-deaths': 'Coroner’s report to prevent future deaths',
  'learning-disability-review': 'Learning disability review (LeDeR)',
  'prisons-and-probation-ombudsman': 'Prisons and Probation Ombudsman',
  'police-conduct-investigation': 'Independent Office for Police Conduct',
  'health-and-safety-investigation': 'Health and Safety Executive',
  'air-accident-investigation': 'Air accident investigation',
  'rail-accident-investigation': 'Rail accident investigation',
  'marine-accident-investigation': 'Marine accident investigation',
  'care-quality-investigation': 'Care Quality Commission',
  other: 'Something else',
}

/** A dated step of a proceeding, in words. */
export const stepWords: Readonly<Record<ProceedingStep, string>> = {
  'incident-known': 'The local authority became aware of the incident',
  'incident-notified': 'The serious incident was notified to the national panel',
  'rapid-review-submitted': 'The rapid review was submitted',
  'looked-after-death-notified': 'The Secretary of State and Ofsted were notified',
  'prevention-report-answered': 'The report was answered',
}

/** How a proceeding ended, in words. */
export const outcomeWords: Readonly<Record<ProceedingOutcome, string>> = {
  concluded: 'Concluded',
  discontinued: 'Discontinued',
  'not-resumed': 'Suspended for a prosecution and not resumed',
  'recorded-in-error': 'It was recorded by mistake',
}
