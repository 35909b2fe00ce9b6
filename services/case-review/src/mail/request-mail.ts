import { type CaseReference, LEGAL_BASIS, type PlainDate } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import type { RecallReason } from '../reported-in-error/recall-store.ts'
import { written } from './written-date.ts'

/** What a mail may say: who asks, which case by its reference, and by when. Nothing of the child. */
export type RequestMail = {
  to: string
  areaName: string
  reference: CaseReference
  dueOn: PlainDate
  link: string
  /** Where everything that goes to this mailbox stands. */
  inboxLink: string
}

/** How a mail leads to the inbox of its mailbox. */
export const inboxWords = (inboxLink: string): string =>
  `Everything we ask of this mailbox, with dates and what was answered, stands in one place:\n${inboxLink}`

/** The mail that asks an agency for information. */
export function requestMail({ to, areaName, reference, dueOn, link, inboxLink }: RequestMail): Message {
  return {
    to,
    subject: `Request for information: case ${reference}`,
    text: [
      `The Child Death Overview Panel for ${areaName} asks what your agency knows about a child whose death it is reviewing.`,
      `Case reference: ${reference}`,
      `Return the reporting form by ${written(dueOn)}.`,
      'Open this link. We then send a 6-digit code to this mailbox, and show who the child was once you have entered it:',
      link,
      inboxWords(inboxLink),
      LEGAL_BASIS,
      'Do not put the child’s name or anything else that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/** The mail that reminds an agency of a request it has not answered: the same link, the same date. */
export function reminderMail({
  sentOn,
  today,
  promisedOn,
  ...mail
}: RequestMail & { sentOn: PlainDate; today: PlainDate; promisedOn: PlainDate | null }): Message {
  const due = written(mail.dueOn)
  const { to, text } = requestMail(mail)
  return {
    to,
    subject: `Reminder: case ${mail.reference}`,
    text: [
      mail.dueOn < today
        ? `We asked you on ${written(sentOn)} for the reporting form. It was due on ${due} and we do not have ${promisedOn === null ? 'it' : 'all of it'} yet.`
        : `We asked you on ${written(sentOn)} for the reporting form. It is due on ${due}.`,
      promisedOn === null
        ? 'If your agency knew nothing of the child, say so on the form: that is an answer too.'
        : `You have sent a part of it, and promised the rest for ${written(promisedOn)}.`,
      text,
    ].join('\n\n'),
  }
}

/** The mail that asks for what is missing in a form that was returned. What that is stands on the form alone. */
export function sentBackMail(mail: RequestMail): Message {
  const { to, text } = requestMail(mail)
  return {
    to,
    subject: `Something is missing: case ${mail.reference}`,
    text: [
      `We have read the reporting form you returned. We need more from your agency by ${written(mail.dueOn)}: open the form to see what.`,
      'What you sent is kept. You can change your answers, and send the form once more.',
      text,
    ].join('\n\n'),
  }
}

const recallWords: Readonly<Record<RecallReason, readonly [because: string, then: string]>> = {
  'reported-in-error': [
    'The report of the death was wrong, and everything we sent you about the case is recalled.',
    'Correct what you recorded because of our request, stop what you began, and destroy what you prepared for us.',
  ],
  'sent-to-the-wrong-organisation': [
    'The request should not have been sent to you, and is recalled.',
    'Delete our email, and destroy what you prepared for us.',
  ],
  'no-longer-needed': [
    'What we asked for is no longer needed, and the request is recalled.',
    'You do not need to do anything more.',
  ],
}

/** The mail that takes a request back, and says why. */
export function recallMail({
  to,
  areaName,
  reference,
  reason,
}: Pick<RequestMail, 'to' | 'areaName' | 'reference'> & { reason: RecallReason }): Message {
  const [because, then] = recallWords[reason]
  return {
    to,
    subject: `Recalled: case ${reference}`,
    text: [
      `The Child Death Overview Panel for ${areaName} asked you about a case. ${because}`,
      `Case reference: ${reference}`,
      `The link we sent no longer works. ${then}`,
      'Do not put the child’s name or anything else that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}

/** The mail that says a request has gone on to another organisation. */
export function redirectedMail({
  to,
  areaName,
  reference,
}: Pick<RequestMail, 'to' | 'areaName' | 'reference'>): Message {
  return {
    to,
    subject: `Not for you any longer: case ${reference}`,
    text: [
      `The Child Death Overview Panel for ${areaName} asked you about a case. It asks another organisation now.`,
      `Case reference: ${reference}`,
      'The link we sent no longer works. Delete our email, and destroy what you prepared for us.',
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
