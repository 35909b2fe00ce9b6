import { z } from 'zod'
import { Refusal } from '../refusal/refusal.ts'

/** Why another area's panel should review a death (domain reference 1.2, on R8). */
export const TransferReason = z.enum(['residence', 'main-services', 'themed-regional'])
export type TransferReason = z.infer<typeof TransferReason>

/** Why the area that was asked does not take a record. */
export const TransferDeclineReason = z.enum([
  'not-resident-there',
  'services-were-elsewhere',
  'already-reviewed-there',
  'agreed-otherwise',
])
export type TransferDeclineReason = z.infer<typeof TransferDeclineReason>

/** Whose row of a transfer it is: each of the two areas keeps its own. */
export const TransferSide = z.enum(['asking', 'asked'])
export type TransferSide = z.infer<typeof TransferSide>

/** Where one area stands in a transfer. `accepted` is agreed and on its way; `completed` has arrived. */
export const TransferState = z.enum(['requested', 'accepted', 'completed', 'declined', 'recalled'])
export type TransferState = z.infer<typeof TransferState>

/**
 * Every step an area's row may take; what is not listed cannot happen, here or in the database. Only in the area that
 * was asked can an acceptance still turn out to have come after a recall.
 */
export const nextTransferStates: Record<TransferSide, Record<TransferState, readonly TransferState[]>> = {
  asking: {
    requested: ['accepted', 'declined', 'recalled'],
    accepted: ['completed'],
    completed: [],
    declined: [],
    recalled: [],
  },
  asked: {
    requested: ['accepted', 'declined', 'recalled'],
    accepted: ['completed', 'recalled'],
    completed: [],
    declined: [],
    recalled: [],
  },
}

/** @throws Refusal `transfer-answered` when the step is not in the table */
export function stepTransfer(side: TransferSide, from: TransferState, to: TransferState): TransferState {
  if (!nextTransferStates[side][from].includes(to)) throw new Refusal('transfer-answered')
  return to
}

/** What is done next so that the two areas come to agree. */
export const HandoverStep = z.enum([
  /** The asked area gets its row. */
  'ask',
  /** The asked area learns that the record is not offered any more. */
  'recall-there',
  'decline-here',
  /** From here on the record cannot be recalled or changed where it is. */
  'accept-here',
  /** The record is written in the area that accepted it. */
  'copy',
  /** Where it came from, identity is destroyed and a stub stays. */
  'leave-stub',
])
export type HandoverStep = z.infer<typeof HandoverStep>

const atRest = {
  none: null,
  requested: null,
  accepted: null,
  completed: null,
  declined: null,
  recalled: null,
}

const handover: Record<TransferState, Record<TransferState | 'none', HandoverStep | null>> = {
  requested: { ...atRest, none: 'ask', accepted: 'accept-here', declined: 'decline-here' },
  recalled: { ...atRest, requested: 'recall-there', accepted: 'recall-there' },
  accepted: { ...atRest, accepted: 'copy', completed: 'leave-stub' },
  completed: atRest,
  declined: atRest,
}

/**
 * The next step between two areas, from where each of them stands; null when they agree. The area that holds the record
 * decides of a recall and an acceptance at the same moment which came first: whichever its own row took.
 */
export function nextHandover(asking: TransferState, asked: TransferState | null): HandoverStep | null {
  return handover[asking][asked ?? 'none']
}
