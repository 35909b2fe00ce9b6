import type { CauseAnswer, CauseLetterState, CauseRecipient, PlainDate } from '@cdop/domain'
import { writtenDate } from './written-date.ts'

export const causeRecipientWords: Record<CauseRecipient, string> = {
  'medical-examiner-and-certifier': 'The medical examiner and the doctor who certified the cause',
  coroner: 'The coroner',
}

export const causeAnswerWords: Record<CauseAnswer, string> = {
  'cause-amended': 'The registered cause is amended',
  'cause-stands': 'The registered cause stands',
  'will-be-investigated': 'The death will be investigated',
  other: 'Something else',
}

type Line = {
  readonly state: CauseLetterState
  readonly raisedOn: PlainDate
  readonly sentOn: PlainDate | null
  readonly answeredOn: PlainDate | null
  readonly answer: CauseAnswer | null
}

/** How far a letter is, with the day: "Sent on 4 March 2026". */
export function causeLetterStands({ state, raisedOn, sentOn, answeredOn, answer }: Line): string {
  switch (state) {
    case 'drafted':
      return `Drafted on ${writtenDate(raisedOn)}, not sent yet`
    case 'withdrawn':
      return `Drafted on ${writtenDate(raisedOn)} and withdrawn`
    case 'sent':
      return `Sent on ${sentOn === null ? '' : writtenDate(sentOn)}, not answered yet`
    case 'answered':
      return `Answered on ${answeredOn === null ? '' : writtenDate(answeredOn)}: ${
        answer === null ? '' : causeAnswerWords[answer].toLowerCase()
      }`
  }
}
