import {
  type CaseReference,
  type ChasingSettings,
  filledText,
  LEGAL_BASIS,
  MailedStep,
  type PlainDate,
} from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { inboxWords } from '../mail/request-mail.ts'
import { written } from '../mail/written-date.ts'

/** A request in a chaser: which case by its reference, by when, and the link that was mailed before. */
export type ChasedLine = {
  readonly step: MailedStep
  readonly reference: CaseReference
  readonly dueOn: PlainDate
  /** By when the rest was promised, where a part came. */
  readonly promisedOn: PlainDate | null
  readonly link: string
}

const count = (lines: readonly ChasedLine[]) =>
  lines.length === 1 ? 'one request' : `${lines.length} requests`

const promisedWords = (on: PlainDate | null) =>
  on === null ? '' : `. A part came, and the rest was promised for ${written(on)}`

/** One mail about everything an agency owes, the most pressing first. Nothing of a child but references and dates. */
export function chaserMail({
  to,
  areaName,
  texts,
  lines,
  inboxLink,
}: {
  to: string
  areaName: string
  texts: ChasingSettings['texts']
  lines: readonly ChasedLine[]
  /** Where everything that goes to this mailbox stands. */
  inboxLink: string
}): Message {
  const parts = MailedStep.options.toReversed().flatMap((step) => {
    const of = lines.filter((line) => line.step === step)
    if (of.length === 0) return []
    return [
      filledText(texts[step], { area: areaName, requests: count(of) }),
      ...of.map(
        ({ reference, dueOn, promisedOn, link }) =>
          `Case ${reference}, due on ${written(dueOn)}${promisedWords(promisedOn)}:\n${link}`,
      ),
    ]
  })
  return {
    to,
    subject:
      lines.length === 1
        ? `Reminder: case ${lines.map(({ reference }) => reference).join()}`
        : `Reminder: ${lines.length} cases`,
    text: [
      ...parts,
      'Open a link. We then send a 6-digit code to this mailbox, and show who the child was once you have entered it.',
      inboxWords(inboxLink),
      LEGAL_BASIS,
      'Do not put a child’s name or anything else that identifies a person in a reply to this email.',
    ].join('\n\n'),
  }
}
