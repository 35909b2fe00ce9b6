import { z } from 'zod'
import type { CaseState } from '../case/case-state.ts'
import type { FamilyStep, NextStep } from '../family/next-steps.ts'

/** When a parent is written to (domain reference 4.2). */
export const LetterStage = z.enum([
  'first-contact',
  'before-review-meeting',
  'after-review-meeting',
  'before-panel',
  'after-panel',
  'later-news',
  'after-avoided-date',
])
export type LetterStage = z.infer<typeof LetterStage>

const beforeMeeting: readonly CaseState[] = ['gathering']
const beforePanel: readonly CaseState[] = [
  'review-meeting-held',
  'review-meeting-not-held',
  'listed',
  'deferred',
]
const afterMeeting = beforePanel.filter((state) => state !== 'review-meeting-not-held')
const afterPanel: readonly CaseState[] = ['reviewed', 'submitted', 'closed']

/** Where a case stands for a letter to be about what has happened. Without an entry it can be written at any time. */
const fits: Partial<Record<LetterStage, readonly CaseState[]>> = {
  'before-review-meeting': beforeMeeting,
  'after-review-meeting': [...afterMeeting, ...afterPanel],
  'before-panel': beforePanel,
  'after-panel': afterPanel,
}

/** Whether a letter of a stage is about what is so at that moment: not before the panel has met, nor after it. */
export function letterFits(stage: LetterStage, state: CaseState): boolean {
  return fits[stage]?.includes(state) ?? true
}

const stepOf: Partial<Record<LetterStage, FamilyStep>> = {
  'before-review-meeting': 'review-meeting',
  'before-panel': 'panel',
}

/** The step a letter speaks of: the one it is about, or the next that is still to come. */
export function stepInLetter(stage: LetterStage, steps: readonly NextStep[]): NextStep | null {
  const coming = steps.filter(({ step }) => step !== 'information')
  const about = stepOf[stage]
  return (about === undefined ? coming[0] : coming.find(({ step }) => step === about)) ?? null
}

const written = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** When something comes, as a letter in English says it: never as a promise. */
export function nextDateInLetter(step: NextStep | null): string {
  const on = step?.on == null ? null : written.format(new Date(`${step.on}T00:00:00Z`))
  if (step?.when === 'planned' && on !== null)
    return `The day planned for this is ${on}. It can still change.`
  if (step?.when === 'by' && on !== null) return `We expect this to happen by ${on}. It can take longer.`
  if (step?.when === 'waits')
    return 'This has to wait for something outside the review. There is no date for it yet.'
  return step?.when === 'now' ? 'This is happening now.' : 'There is no date for this yet.'
}
