import { z } from 'zod'
import { type BankHolidays, shiftWorkingDays } from '../clock/working-day.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/**
 * How an agency that has not answered is chased, from the lowest rung to the highest. The order is fixed; which rungs an
 * area uses, and when, is its own setting. No national text says when: all offsets are proposals of this product.
 */
export const ChasingStep = z.enum([
  'courtesy-note',
  'due-today',
  'first-reminder',
  'second-reminder',
  'executive',
  'partner-lead',
  'concerns-resolution',
  'section-16n-letter',
])
export type ChasingStep = z.infer<typeof ChasingStep>

/** The rungs that are climbed by mail, without anybody's doing. The others need a person. */
export const MailedStep = ChasingStep.extract([
  'courtesy-note',
  'due-today',
  'first-reminder',
  'second-reminder',
])
export type MailedStep = z.infer<typeof MailedStep>

/** The rungs a coordinator climbs: a letter or a call to somebody who can make the agency answer. */
export const EscalationStep = ChasingStep.exclude([...MailedStep.options])
export type EscalationStep = z.infer<typeof EscalationStep>

const rank = (step: ChasingStep) => ChasingStep.options.indexOf(step)

/** A rung an area uses: working days after the date the answer was due, before it when negative. */
export const LadderRung = z.strictObject({
  step: ChasingStep,
  workingDays: z.int().min(-20).max(120),
})
export type LadderRung = z.infer<typeof LadderRung>

/** An area's ladder: each rung later than the one below it, none twice. It may be empty: then nobody is chased. */
export const ChasingLadder = z
  .array(LadderRung)
  .max(ChasingStep.options.length)
  .refine(
    (rungs) =>
      rungs.every(({ step, workingDays }, at) => {
        const below = rungs[at - 1]
        return below === undefined || (rank(below.step) < rank(step) && below.workingDays < workingDays)
      }),
    { message: 'each step must come later than the one before it' },
  )
export type ChasingLadder = z.infer<typeof ChasingLadder>

/** What holds in an area that has set nothing. Concerns Resolution is a route an area may add. */
export const defaultLadder: ChasingLadder = [
  { step: 'courtesy-note', workingDays: -3 },
  { step: 'due-today', workingDays: 0 },
  { step: 'first-reminder', workingDays: 3 },
  { step: 'second-reminder', workingDays: 8 },
  { step: 'executive', workingDays: 13 },
  { step: 'partner-lead', workingDays: 20 },
  { step: 'section-16n-letter', workingDays: 30 },
]

/** A rung that was climbed, and on which day. */
export type TakenStep = { readonly step: ChasingStep; readonly on: PlainDate }

/** A request as the ladder sees it: when it was sent and due, and how the agency has been chased. */
export type Chased = {
  readonly sentOn: PlainDate
  readonly dueOn: PlainDate
  readonly taken: readonly TakenStep[]
}

/** A rung still to be climbed, and from which day. */
export type PlannedStep = { readonly step: ChasingStep; readonly on: PlainDate }

/**
 * The rungs still above an agency, each with its day, the next first. Worked out anew from the dates and from what was
 * recorded, so that nothing is counted up and no rung comes twice.
 *
 * A rung taken late moves those above it: an agency keeps the working days that lie between two rungs. A mail whose day
 * is not after the day the request went out is left out.
 */
export function stepsAhead(
  { sentOn, dueOn, taken }: Chased,
  ladder: ChasingLadder,
  holidays: BankHolidays,
): PlannedStep[] {
  const highest = taken.reduce<TakenStep | null>(
    (top, step) => (top === null || rank(step.step) > rank(top.step) ? step : top),
    null,
  )
  const from = ladder.find(({ step }) => step === highest?.step)
  return ladder
    .filter(({ step }) => highest === null || rank(step) > rank(highest.step))
    .map(({ step, workingDays }) => {
      const planned = shiftWorkingDays(dueOn, workingDays, holidays)
      if (highest === null || from === undefined) return { step, on: planned }
      const spaced = shiftWorkingDays(highest.on, workingDays - from.workingDays, holidays)
      if (spaced > planned) return { step, on: spaced }
      return { step, on: planned }
    })
    .filter(({ step, on }) => !isMailed(step) || on > sentOn)
}

/** True for a rung that is climbed by mail. */
export function isMailed(step: ChasingStep): step is MailedStep {
  return MailedStep.safeParse(step).success
}

/**
 * Which rung is due on a day, or null. Of several mails whose day has come only the last is sent: an agency is not
 * mailed for days nobody looked. A rung that needs a person is due only once every mail below it has gone or is passed
 * over, and never two at once.
 */
export function stepDue(
  chased: Chased,
  ladder: ChasingLadder,
  today: PlainDate,
  holidays: BankHolidays,
): PlannedStep | null {
  const due = stepsAhead(chased, ladder, holidays).filter(({ on }) => on <= today)
  return due.findLast(({ step }) => isMailed(step)) ?? due[0] ?? null
}

/** The rungs a person may climb next: those above the highest that was climbed, also one the area does not plan. */
export function escalationsOpen(taken: readonly TakenStep[]): EscalationStep[] {
  const highest = Math.max(-1, ...taken.map(({ step }) => rank(step)))
  return EscalationStep.options.filter((step) => rank(step) > highest)
}

/** The rung that is due, or else the next one with its day; null at the top of the ladder. */
export function nextStep(
  chased: Chased,
  ladder: ChasingLadder,
  today: PlainDate,
  holidays: BankHolidays,
): PlannedStep | null {
  return stepDue(chased, ladder, today, holidays) ?? stepsAhead(chased, ladder, holidays)[0] ?? null
}
