import type { PlainDate } from '../plain-date/plain-date.ts'
import { type ActionState, isSettledAction } from './recommendation-state.ts'

/** An action as the overview counts it. */
export type CountedAction = {
  readonly state: ActionState
  readonly dueOn: PlainDate
  /** When somebody last said how it goes; null while nobody has. */
  readonly progressOn: PlainDate | null
}

/** It should have been done. On its day it is not late yet. */
export const isOverdue = ({ state, dueOn }: Pick<CountedAction, 'state' | 'dueOn'>, today: PlainDate) =>
  !isSettledAction(state) && dueOn < today

/** How the partnership itself tells how far its tasks are (Leeds LSCB annual report 2013/14: 139, 6 and 10 of 155). */
export type ActionStanding = 'on-time' | 'slipped' | 'no-progress'

/**
 * Completed or proceeding on time; progressing but behind its day; behind its day with nothing said of progress. An
 * action that is no longer relevant is none of them.
 */
export function standingOf(action: CountedAction, today: PlainDate): ActionStanding | null {
  if (action.state === 'no-longer-relevant') return null
  if (!isOverdue(action, today)) return 'on-time'
  return action.progressOn === null ? 'no-progress' : 'slipped'
}

/** One line of the overview: how many, and how many of a hundred. */
export type OverviewLine = { readonly count: number; readonly percent: number | null }
export type ActionOverview = Readonly<Record<ActionStanding, OverviewLine>> & { readonly all: number }

/** A share as it prints: whole, half upwards; null of nothing. */
export const wholePercent = (count: number, of: number): number | null =>
  of === 0 ? null : Math.floor((200 * count + of) / (2 * of))

/** How far the actions are, from counts. */
export function overviewOf(counts: Readonly<Record<ActionStanding, number>>): ActionOverview {
  const all = counts['on-time'] + counts.slipped + counts['no-progress']
  const line = (count: number): OverviewLine => ({ count, percent: wholePercent(count, all) })
  return {
    'on-time': line(counts['on-time']),
    slipped: line(counts.slipped),
    'no-progress': line(counts['no-progress']),
    all,
  }
}

/** How far the actions are on a day. */
export function actionOverview(actions: readonly CountedAction[], today: PlainDate): ActionOverview {
  const counts: Record<ActionStanding, number> = { 'on-time': 0, slipped: 0, 'no-progress': 0 }
  for (const action of actions) {
    const standing = standingOf(action, today)
    if (standing !== null) counts[standing] += 1
  }
  return overviewOf(counts)
}
