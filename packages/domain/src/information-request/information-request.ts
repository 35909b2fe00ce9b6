import { z } from 'zod'

/**
 * What became of the question put to one agency. `returned` waits for somebody to read it, and is `accepted` or
 * `sent-back` with what is missing. `nothing-known` is an answer: the agency did not know the child.
 * `redirected` went on to somebody else as a request of its own. What a review goes on without can still be answered late.
 */
export const InformationRequestState = z.enum([
  'sent',
  'returned',
  'accepted',
  'sent-back',
  'nothing-known',
  'recalled',
  'redirected',
  'gone-without',
])
export type InformationRequestState = z.infer<typeof InformationRequestState>

/** Every step a request may take; what is not listed cannot happen, here or in the database. */
export const nextRequestStates: Record<InformationRequestState, readonly InformationRequestState[]> = {
  sent: ['returned', 'nothing-known', 'recalled', 'redirected', 'gone-without'],
  returned: ['accepted', 'sent-back'],
  // A correction the agency makes of its own accord is read anew.
  accepted: ['returned'],
  // What came may be taken as it is after all.
  'sent-back': ['returned', 'accepted'],
  'nothing-known': [],
  recalled: [],
  redirected: [],
  'gone-without': ['returned', 'nothing-known'],
}

/** What somebody makes of a form that was returned. */
export const ReturnDecision = z.enum(['accepted', 'sent-back'])
export type ReturnDecision = z.infer<typeof ReturnDecision>

/** A form is sent back for an answer within so many days. A rule of this product: no national text says. */
export const SEND_BACK_DAYS = 90

/** The agency has answered, and nobody waits for it. */
export function isAnswered(state: InformationRequestState): boolean {
  return state === 'returned' || state === 'accepted' || state === 'nothing-known'
}

/** The agency is waited for, and chased. */
export function isWaitedFor(state: InformationRequestState): boolean {
  return state === 'sent' || state === 'sent-back'
}

/** The agency has filled in what it was asked at least once: it can be read, whatever becomes of it. */
export function hasReturned(state: InformationRequestState): boolean {
  return state === 'returned' || state === 'accepted' || state === 'sent-back'
}

/** The agency has said something that stands, were it not all that was asked. */
export function hasAnswered(state: InformationRequestState): boolean {
  return isAnswered(state) || hasReturned(state)
}

/** The agency was asked and counts: nobody took the request back or sent it on. */
export function isAsked(state: InformationRequestState): boolean {
  return state !== 'recalled' && state !== 'redirected'
}

/** Why a request goes to somebody else. The last is the reporter's own doing, the others the coordinator's. */
export const RequestRedirectReason = z.enum([
  'contact-no-longer-answers',
  'wrong-contact',
  'another-organisation-knows',
  'passed-to-a-colleague',
])
export type RequestRedirectReason = z.infer<typeof RequestRedirectReason>

/** The part of an email address that says whose mailbox it is. */
export function mailDomain(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

/** Why a request is taken back that nobody has answered. */
export const RequestRecallReason = z.enum(['sent-to-the-wrong-organisation', 'no-longer-needed'])
export type RequestRecallReason = z.infer<typeof RequestRecallReason>

/** The legal basis printed on every request. */
export const LEGAL_BASIS =
  'You must provide this information under section 16N of the Children Act 2004. It may be used only for the review of child deaths.'
