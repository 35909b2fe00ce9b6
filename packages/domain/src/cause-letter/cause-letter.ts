import { z } from 'zod'
import type { CaseReference } from '../case/case-reference.ts'

/** Whom a panel writes to that finds the registered cause wrong: the coroner where one dealt with the death. */
export const CauseRecipient = z.enum(['medical-examiner-and-certifier', 'coroner'])
export type CauseRecipient = z.infer<typeof CauseRecipient>

export const CauseLetterState = z.enum(['drafted', 'sent', 'answered', 'withdrawn'])
export type CauseLetterState = z.infer<typeof CauseLetterState>

/** What whoever was written to decided. The panel never alters a registered cause itself. */
export const CauseAnswer = z.enum(['cause-amended', 'cause-stands', 'will-be-investigated', 'other'])
export type CauseAnswer = z.infer<typeof CauseAnswer>

/** The longest of what the panel writes, in characters. */
export const CAUSE_WORDS = 3_000

const addressed: Record<CauseRecipient, string> = {
  'medical-examiner-and-certifier': 'To the medical examiner and the doctor who certified the cause of death',
  coroner: 'To the coroner',
}

/**
 * The letter as it is drafted: what the panel understands and on what that rests, and a question. It finds no fault with
 * anybody, and asks for what only its readers can do. Who the child was is a gap the office fills in before it is sent.
 */
export function draftCauseLetter(of: {
  recipient: CauseRecipient
  reference: CaseReference
  believes: string
  reasons: string
}): string {
  return `${addressed[of.recipient]}

Our reference: ${of.reference}
The death of: [name of the child, date of birth and date of death]

The child death overview panel has reviewed this death. From the information that was before it, the panel understands the cause of death to be other than the registered one.

The cause as the panel understands it:
${of.believes}

What this rests on:
${of.reasons}

The panel does not alter a registered cause, and this letter finds no fault with anybody: more may be known now than when the cause was established. We ask whether it should be looked at again, in the way that is open to you, and to be told what you decide.

[name and role of whoever signs for the panel]`
}
