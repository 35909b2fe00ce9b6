import { type ChasingLadder, MailedStep, type TakenStep } from '../chasing/ladder.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/**
 * What chasers that were sent elsewhere count as on an area's own ladder: before the day the answer was due its note, on
 * it the second mail, after it a reminder each; none twice. What comes after the highest mail moves its day, so that the
 * next step is worked out from when the agency last heard.
 */
export function takenChasers(
  { chasedOn, dueOn }: { chasedOn: readonly PlainDate[]; dueOn: PlainDate },
  ladder: ChasingLadder,
): TakenStep[] {
  const mails = MailedStep.options.filter((mail) => ladder.some(({ step }) => step === mail))
  const rank = (step: MailedStep) => MailedStep.options.indexOf(step)
  const taken = new Map<MailedStep, PlainDate>()
  for (const on of chasedOn) {
    const last = [...taken.keys()].at(-1)
    const wanted = on < dueOn ? 0 : on === dueOn ? 1 : 2
    const lowest = Math.max(wanted, last === undefined ? 0 : rank(last) + 1)
    const next = mails.find((mail) => rank(mail) >= lowest) ?? last ?? mails.at(-1)
    if (next !== undefined) taken.set(next, on)
  }
  return [...taken].map(([step, on]) => ({ step, on }))
}
