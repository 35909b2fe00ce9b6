import { z } from 'zod'
import { Refusal } from '../refusal/refusal.ts'

/**
 * Where a joint agency response stands. It begins with a notification that holds a trigger, or before a child who is
 * expected to die has died.
 */
export const ResponseState = z.enum([
  'awaiting-decision',
  'started',
  'not-started',
  'started-before-death',
  /** It is one with a response that began before the death. */
  'joined',
  'child-lived',
  'destroyed',
])
export type ResponseState = z.infer<typeof ResponseState>

/** Every step that may be taken; what is not listed cannot happen, here or in the database. */
export const nextResponseStates: Readonly<Record<ResponseState, readonly ResponseState[]>> = {
  'awaiting-decision': ['started', 'not-started', 'joined'],
  // What was thought natural may turn out not to be.
  'not-started': ['started', 'joined'],
  started: ['joined'],
  'started-before-death': ['started', 'child-lived'],
  joined: [],
  // The only way on from a child who lived is out of the record: never to a notification or a case.
  'child-lived': ['destroyed'],
  destroyed: [],
}

/** @throws Refusal `response-decided` when the step is not in the table */
export function responseStep(from: ResponseState, to: ResponseState): ResponseState {
  if (!nextResponseStates[from].includes(to)) throw new Refusal('response-decided')
  return to
}
