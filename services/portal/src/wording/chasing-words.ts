import { type ChasingStep, isMailed, type PlainDate } from '@cdop/domain'
import { writtenDate } from './written-date.ts'

/** How an agency is chased, in words. */
const chasingStepWords: Readonly<Record<ChasingStep, string>> = {
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
  waiting: 'waiting to be sent',
  overtaken: 'not sent, because the answer or a recall came first',
} as const

/** A chaser as it was: what, when, and what became of it. */
export function chaserWords({
  step,
  on,
  result,
}: {
  readonly step: ChasingStep
  readonly on: PlainDate
  readonly result: keyof typeof resultWords
}): string {
  const became = result === 'sent' ? '' : `, ${resultWords[result]}`
  return `${chasingStepWords[step]} on ${writtenDate(on)}${became}`
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
