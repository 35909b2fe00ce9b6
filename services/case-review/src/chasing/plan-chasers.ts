import {
  bankHolidays,
  type ChasingLadder,
  isMailed,
  type MailedStep,
  type PlainDate,
  stepDue,
} from '@cdop/domain'
import type { ChasedRequest } from './chaser-store.ts'

/** One mail to be sent: whom to, and which rung each of its requests has come to. */
export type PlannedMail = {
  readonly mailbox: string
  readonly chasers: readonly { readonly request: ChasedRequest; readonly step: MailedStep }[]
}

/** Two addresses of one mailbox are one. */
export const mailboxOf = (email: string) => email.trim().toLowerCase()

/**
 * The mails that are due on a day: one for each mailbox, about everything that is chased there. A mailbox that was
 * reminded that day already, by whoever, is left alone until the next.
 */
export function plannedMails(
  requests: readonly ChasedRequest[],
  ladder: ChasingLadder,
  today: PlainDate,
): PlannedMail[] {
  const reminded = new Set(
    requests.flatMap(({ email, remindedOn }) => (remindedOn === today ? [mailboxOf(email)] : [])),
  )
  const mails = new Map<string, { request: ChasedRequest; step: MailedStep }[]>()
  for (const request of requests) {
    if (request.chaseFrom !== null && request.chaseFrom > today) continue
    const step = stepDue(request, ladder, today, bankHolidays)?.step
    const mailbox = mailboxOf(request.email)
    if (step === undefined || !isMailed(step) || reminded.has(mailbox)) continue
    mails.set(mailbox, [...(mails.get(mailbox) ?? []), { request, step }])
  }
  return [...mails].map(([mailbox, chasers]) => ({ mailbox, chasers }))
}
