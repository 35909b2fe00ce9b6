import { addDays, type PlainDate, toTemporal } from '../plain-date/plain-date.ts'
import type { ActionState, RecommendationState } from './recommendation-state.ts'

/** Days ahead an owner is reminded of what is due. Deviation: this product's own rule, as are those below. */
const REMINDED_AHEAD = 14

/** Days something may be overdue before it is taken further by itself. */
const TAKEN_FURTHER_AFTER = 14

/** Somebody else than who wrote it owes it: a closing waits for the second person, not for its owner. */
const owed: readonly (RecommendationState | ActionState)[] = ['issued', 'accepted', 'agreed', 'in-progress']

type Due = { readonly state: RecommendationState | ActionState; readonly dueOn: PlainDate | null }

/** How the owner of something is reminded of it today; null where there is nothing to remind of. */
export function remindedOf({ state, dueOn }: Due, today: PlainDate): 'overdue' | 'due' | null {
  if (dueOn === null || !owed.includes(state)) return null
  if (dueOn < today) return 'overdue'
  return dueOn <= addDays(today, REMINDED_AHEAD) ? 'due' : null
}

/** Whether something is overdue for so long that the chair and the designated doctor are told. Once. */
export const isTakenFurther = (
  { state, dueOn, escalatedOn }: Due & { readonly escalatedOn: PlainDate | null },
  today: PlainDate,
): boolean =>
  escalatedOn === null &&
  dueOn !== null &&
  owed.includes(state) &&
  addDays(dueOn, TAKEN_FURTHER_AFTER) <= today

/** The Monday of a day's week: a digest is made once for each. */
export const weekOf = (day: PlainDate): PlainDate => addDays(day, 1 - toTemporal(day).dayOfWeek)
