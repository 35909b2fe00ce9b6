import { type CaseReference, LEGAL_BASIS, type PlainDate } from '@cdop/domain'
import type { Message } from '@cdop/mail'

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** What a mail may say: who asks, which case by its reference, and by when. Nothing of the child. */
export type RequestMail = {
  to: string
  areaName: string
  reference: CaseReference
  dueOn: PlainDate
  link: string
}

/** The mail that asks an agency for information. */
export function requestMail({ to, areaName, reference, dueOn, link }: RequestMail): Message {
  return {
    to,
    subject: `Request for information: case ${reference}`,
    text: [
      `The Child Death Overview Panel for ${areaName} asks what your agency knows about a child whose death it is reviewing.`,
      `Case reference: ${reference}`,
      `Return the reporting form by ${dates.format(new Date(`${dueOn}T00:00:00Z`))}.`,
      'Open this link. We then send a 6-digit code to this mailbox, and show who the child was once you have entered it:',
      link,
      LEGAL_BASIS,
      'Do not put the child’s name or anything else that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/** The mail that takes a request back: the report of the death was wrong. */
export function recallMail({
  to,
  areaName,
  reference,
}: Pick<RequestMail, 'to' | 'areaName' | 'reference'>): Message {
  return {
    to,
    subject: `Recalled: case ${reference}`,
    text: [
      `The Child Death Overview Panel for ${areaName} asked you about a case. The report of the death was wrong, and everything we sent you about the case is recalled.`,
      `Case reference: ${reference}`,
      'The link we sent no longer works. Correct what you recorded because of our request, stop what you began, and destroy what you prepared for us.',
      'Do not put the child’s name or anything else that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/** The mail with the code that opens a link. */
export function codeMail({ to, code }: { to: string; code: string }): Message {
  return {
    to,
    subject: 'Your code for the reporting form',
    text: [
      `Your code is ${code}`,
      'It can be used once, for 10 minutes. If you did not ask for it, you do not need to do anything.',
    ].join('\n\n'),
  }
}
