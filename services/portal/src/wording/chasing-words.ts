import { type ChasingStep, isMailed, type PlainDate } from '@cdop/domain'
import { writtenDate } from './written-date.ts'

/** How an agency is chased, in words. */
export const chasingStepWords: Readonly<Record<ChasingStep, string>> = {
  'courtesy-note': 'Note before the date',
  'due-today': 'Note on the date',
  'first-reminder': 'First reminder',
  'second-reminder': 'Second reminder',
  executive: 'Letter to the agency’s executive lead',
  'partner-lead': 'The child death review partner’s lead',
  'concerns-resolution': 'Concerns Resolution',
  'section-16n-letter': 'Letter under section 16N',
}

/** What became of a chaser. */
const resultWords = {
  sent: 'sent',
  done: 'sent by a person',
  waiting: 'waiting to be sent',
  overtaken: 'not sent, because the answer or a recall came first',
} as const

/** How an agency was chased: by a mail and what became of it, or by a person and whom they wrote to. */
export type ShownChaser = {
  readonly step: ChasingStep
  readonly on: PlainDate
  readonly result: keyof typeof resultWords
  readonly addressee: string | null
}

/** A chaser as it was: what, when, and what became of it. */
export function chaserWords({ step, on, result, addressee }: ShownChaser): string {
  const became = result === 'sent' || result === 'done' ? '' : `, ${resultWords[result]}`
  const to = addressee === null ? '' : `, to ${addressee}`
  return `${chasingStepWords[step]} on ${writtenDate(on)}${to}${became}`
}

/** The chaser to come, and who has to do it. */
export function nextChaserWords(
  { step, on }: { readonly step: ChasingStep; readonly on: PlainDate },
  today: PlainDate,
): string {
  const words = chasingStepWords[step]
  if (isMailed(step)) {
    return on <= today
      ? `${words}: sent by email on the next working morning`
      : `${words}: sent by email on ${writtenDate(on)}`
  }
  return on <= today ? `${words}: for you to do now` : `${words}: for you to do on ${writtenDate(on)}`
}
