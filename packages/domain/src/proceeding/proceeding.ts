import { z } from 'zod'
import type { HoldReason } from '../hold/hold.ts'

/** What else is being done about a death, by somebody other than the panel (domain reference 1.4 and 5). */
export const ProceedingKind = z.enum([
  'inquest',
  'post-mortem',
  'criminal-proceedings',
  'child-safeguarding-practice-review',
  'looked-after-child-notification',
  'perinatal-mortality-review',
  'maternity-investigation',
  'patient-safety-investigation',
  'prevention-of-future-deaths',
  'learning-disability-review',
  'prisons-and-probation-ombudsman',
  'police-conduct-investigation',
  'health-and-safety-investigation',
  'air-accident-investigation',
  'rail-accident-investigation',
  'marine-accident-investigation',
  'care-quality-investigation',
  'other',
])
export type ProceedingKind = z.infer<typeof ProceedingKind>

/**
 * What each keeps a case waiting for; null where it keeps nothing waiting. What stages wait is said by the table of the
 * reason, and a person may say that this case does not wait.
 */
export const holdReasonOf: Readonly<Record<ProceedingKind, HoldReason | null>> = {
  inquest: 'inquest',
  'post-mortem': 'post-mortem',
  'criminal-proceedings': 'criminal-proceedings',
  'child-safeguarding-practice-review': 'child-safeguarding-practice-review',
  'looked-after-child-notification': null,
  'perinatal-mortality-review': 'perinatal-mortality-review',
  'maternity-investigation': 'maternity-investigation',
  'patient-safety-investigation': 'patient-safety-investigation',
  'prevention-of-future-deaths': null,
  'learning-disability-review': null,
  'prisons-and-probation-ombudsman': 'prisons-and-probation-ombudsman',
  'police-conduct-investigation': 'police-conduct-investigation',
  'health-and-safety-investigation': 'health-and-safety-investigation',
  'air-accident-investigation': 'transport-accident-investigation',
  'rail-accident-investigation': 'transport-accident-investigation',
  'marine-accident-investigation': 'transport-accident-investigation',
  'care-quality-investigation': 'care-quality-investigation',
  other: null,
}

/** A dated step of a proceeding that starts or stops a clock. */
export const ProceedingStep = z.enum([
  'incident-known',
  'incident-notified',
  'rapid-review-submitted',
  'looked-after-death-notified',
  'prevention-report-answered',
])
export type ProceedingStep = z.infer<typeof ProceedingStep>

const steps: Partial<Record<ProceedingKind, readonly ProceedingStep[]>> = {
  'child-safeguarding-practice-review': ['incident-known', 'incident-notified', 'rapid-review-submitted'],
  'looked-after-child-notification': ['looked-after-death-notified'],
  'prevention-of-future-deaths': ['prevention-report-answered'],
}

/** The steps of a kind, in the order in which they happen. */
export const stepsOf = (kind: ProceedingKind): readonly ProceedingStep[] => steps[kind] ?? []

/** How a proceeding ended; only an inquest is suspended for a prosecution and then not resumed. */
export const ProceedingOutcome = z.enum(['concluded', 'discontinued', 'not-resumed', 'recorded-in-error'])
export type ProceedingOutcome = z.infer<typeof ProceedingOutcome>

/** The ways a kind can end. */
export const outcomesOf = (kind: ProceedingKind): readonly ProceedingOutcome[] =>
  ProceedingOutcome.options.filter((outcome) => outcome !== 'not-resumed' || kind === 'inquest')

/** Of one case a kind goes on once at a time; there can be several others. */
export const mayGoOnTwice = (kind: ProceedingKind): boolean => kind === 'other'
