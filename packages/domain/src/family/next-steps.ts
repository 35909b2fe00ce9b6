import { z } from 'zod'
import type { CaseState } from '../case/case-state.ts'
import type { CaseClock } from '../clock/case-clock.ts'
import { type HeldStage, type Hold, holdsOf } from '../hold/hold.ts'
import { PlainDate } from '../plain-date/plain-date.ts'

/** What a family can be told comes next (domain reference 1.3). */
export const FamilyStep = z.enum(['information', 'review-meeting', 'panel-questions', 'panel', 'feedback'])
export type FamilyStep = z.infer<typeof FamilyStep>

/**
 * One step with its date: `planned` on a day, expected `by` a day, kept waiting by something outside the review's control
 * (`waits`), `now`, or `later` on a day nobody knows yet.
 */
export const NextStep = z.strictObject({
  step: FamilyStep,
  when: z.enum(['now', 'planned', 'by', 'waits', 'later']),
  on: PlainDate.nullable(),
})
export type NextStep = z.infer<typeof NextStep>

/** What the next steps are worked out from: the case's own stage, dates and clocks. */
export type FamilyFacts = {
  readonly state: CaseState
  /** Review meetings that are planned and neither held nor cancelled. */
  readonly plannedMeetings: readonly PlainDate[]
  /** The panel meeting whose agenda the case is on. */
  readonly panelOn: PlainDate | null
  readonly clocks: readonly CaseClock[]
  readonly holds: readonly Hold[]
}

const goneToPanel: readonly CaseState[] = ['reviewed', 'submitted', 'closed']
const over: readonly CaseState[] = ['reported-in-error', 'duplicate-merged', 'transferred']

/**
 * What comes next for a family, in order. A date that has passed is never promised: the step is then `later`. Of a case
 * that stands elsewhere, or should not be, there is none.
 */
export function nextSteps(facts: FamilyFacts, today: PlainDate): NextStep[] {
  const { state } = facts
  if (over.includes(state)) return []
  const feedback: NextStep = { step: 'feedback', when: 'later', on: null }
  if (goneToPanel.includes(state)) return [{ ...feedback, when: 'now' }]
  const panel = { step: 'panel' as const, ...panelTime(facts, today) }
  if (state === 'gathering') {
    const meeting = { step: 'review-meeting' as const, ...meetingTime(facts, today) }
    return [{ step: 'information', when: 'now', on: null }, meeting, panel, feedback]
  }
  if (state === 'reopened') return [{ step: 'information', when: 'now', on: null }, panel, feedback]
  if (state === 'deferred') return [{ step: 'panel-questions', when: 'now', on: null }, panel, feedback]
  return [panel, feedback]
}

type Time = Pick<NextStep, 'when' | 'on'>
const later: Time = { when: 'later', on: null }

function meetingTime({ plannedMeetings, clocks, holds }: FamilyFacts, today: PlainDate): Time {
  const [next] = plannedMeetings.filter((on) => on >= today).sort()
  if (next !== undefined) return { when: 'planned', on: next }
  return byClock('review-meeting', { clocks, holds }, today)
}

function panelTime({ state, panelOn, clocks, holds }: FamilyFacts, today: PlainDate): Time {
  if (state === 'listed')
    return panelOn !== null && panelOn >= today ? { when: 'planned', on: panelOn } : later
  return byClock('panel', { clocks, holds }, today)
}

function byClock(
  stage: HeldStage,
  { clocks, holds }: Pick<FamilyFacts, 'clocks' | 'holds'>,
  today: PlainDate,
): Time {
  if (holdsOf(stage, holds).some(({ until }) => until === null)) return { when: 'waits', on: null }
  const due = clocks.find(({ clock, stoppedOn }) => clock === stage && stoppedOn === null)?.dueOn ?? null
  return due === null || due < today ? later : { when: 'by', on: due }
}
