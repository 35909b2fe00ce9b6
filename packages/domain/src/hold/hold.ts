import { z } from 'zod'
import type { Interval } from './held-days.ts'

/**
 * Why a review has to wait for somebody outside the panel's control (domain reference 1.4). Information that was asked
 * for and has not come is no hold: it is backlog and stays on the clock.
 */
export const HoldReason = z.enum([
  'inquest',
  'post-mortem',
  'criminal-proceedings',
  'child-safeguarding-practice-review',
  'perinatal-mortality-review',
  'maternity-investigation',
  'patient-safety-investigation',
  'prisons-and-probation-ombudsman',
  'police-conduct-investigation',
  'health-and-safety-investigation',
  'transport-accident-investigation',
  'care-quality-investigation',
  'family-request',
  'themed-panel',
])
export type HoldReason = z.infer<typeof HoldReason>

/** A stage that can have to wait. */
export const HeldStage = z.enum(['review-meeting', 'panel'])
export type HeldStage = z.infer<typeof HeldStage>

/** Whether a reason keeps a stage waiting: always, never, or as is decided case by case. */
type Keeps = 'always' | 'never' | 'decided'

const investigation: Record<HeldStage, Keeps> = { 'review-meeting': 'never', panel: 'always' }

/**
 * What each reason keeps waiting (domain reference 1.4). "Normally" and "usually" there, and what is left to talk over
 * with the police or the family, is decided by the coordinator and recorded.
 */
export const keepsWaiting: Readonly<Record<HoldReason, Readonly<Record<HeldStage, Keeps>>>> = {
  inquest: investigation,
  'post-mortem': { 'review-meeting': 'always', panel: 'always' },
  'criminal-proceedings': { 'review-meeting': 'decided', panel: 'always' },
  'child-safeguarding-practice-review': { 'review-meeting': 'never', panel: 'decided' },
  'perinatal-mortality-review': investigation,
  'maternity-investigation': { 'review-meeting': 'decided', panel: 'always' },
  'patient-safety-investigation': { 'review-meeting': 'decided', panel: 'always' },
  'prisons-and-probation-ombudsman': investigation,
  'police-conduct-investigation': investigation,
  'health-and-safety-investigation': investigation,
  'transport-accident-investigation': investigation,
  'care-quality-investigation': investigation,
  'family-request': { 'review-meeting': 'decided', panel: 'decided' },
  'themed-panel': investigation,
}

/** Something a case waits for. */
export type Hold = Interval & { readonly stages: readonly HeldStage[] }

/**
 * The stages that may not be said to wait, or not to wait, for this reason; empty when the choice is possible. A hold
 * that keeps nothing waiting is none.
 */
export function wronglyHeld(reason: HoldReason, stages: readonly HeldStage[]): readonly HeldStage[] {
  const keeps = keepsWaiting[reason]
  const wrong = HeldStage.options.filter((stage) =>
    stages.includes(stage) ? keeps[stage] === 'never' : keeps[stage] === 'always',
  )
  return wrong.length === 0 && stages.length === 0 ? HeldStage.options : wrong
}

/** The holds that keep a stage waiting. */
export function holdsOf<Held extends Hold>(stage: HeldStage, holds: readonly Held[]): readonly Held[] {
  return holds.filter(({ stages }) => stages.includes(stage))
}
