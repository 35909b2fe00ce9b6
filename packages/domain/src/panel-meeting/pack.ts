import { z } from 'zod'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { type BankHolidays, workingDaysBetween } from '../clock/working-day.ts'
import { addDays, type PlainDate } from '../plain-date/plain-date.ts'

/** How far a version of a meeting's pack has come. */
export const PackState = z.enum([
  /** Its cases are being screened, one after another. */
  'building',
  /** Something may say who somebody is, and nobody has decided on it. */
  'awaiting-decisions',
  /** Nothing is open: two people may release it. */
  'ready',
  /** One person has signed. */
  'signed-once',
  /** The panel reads it. */
  'released',
  /** Nobody reads it any more: somebody took it back, or a newer version took its place. */
  'withdrawn',
  /** Its time after the meeting is over. */
  'expired',
])
export type PackState = z.infer<typeof PackState>

/**
 * From where it goes where. Nothing leads to `released` but a second signature; a decision taken back opens it again until
 * then, and once signed only by a new version. Out of `withdrawn` and `expired` nothing leads.
 */
const packSteps: Readonly<Record<PackState, readonly PackState[]>> = {
  building: ['awaiting-decisions', 'ready', 'withdrawn'],
  'awaiting-decisions': ['ready', 'withdrawn'],
  ready: ['awaiting-decisions', 'signed-once', 'withdrawn'],
  'signed-once': ['released', 'withdrawn'],
  released: ['withdrawn', 'expired'],
  withdrawn: [],
  expired: [],
}

/** Whether a version may go from one state to another. */
export const mayStepPack = (from: PackState, to: PackState): boolean => packSteps[from].includes(to)

/** Whether decisions of people on what is doubtful still change a version. */
export const takesPackDecisions = (state: PackState): boolean =>
  state === 'awaiting-decisions' || state === 'ready'

/** Why nobody reads a version any more. */
export const PackWithdrawal = z.enum([
  'identifies-somebody',
  'wrong-cases',
  'text-changed',
  'other',
  'replaced',
])
export type PackWithdrawal = z.infer<typeof PackWithdrawal>

/** Reasons a person gives; `replaced` is given by the version that took its place. */
export const givenWithdrawals = PackWithdrawal.exclude(['replaced'])

/** What an area sets of its packs. */
export const PackRule = z.strictObject({
  /** Working days before the meeting by which a pack is released, or a reason is recorded. */
  releaseWorkingDays: z.int().min(0).max(30),
  /** Days after the meeting until which a pack opens. */
  expiresAfterDays: z.int().min(0).max(180),
  /** Whether a reader may take a copy along, under a passphrase and with their name on it. */
  copiesAllowed: z.boolean().default(false),
})
export type PackRule = z.infer<typeof PackRule>

/** What holds in an area that has set nothing: common local practice, no national rule. */
export const usualPackRule: PackRule = {
  releaseWorkingDays: 5,
  expiresAfterDays: 28,
  copiesAllowed: false,
}

/** A rule from the day it holds. */
export type DatedPackRule = { readonly validFrom: PlainDate; readonly rule: PackRule }

/** The rule that holds on a day: the latest that began by then. */
export function packRuleOn(rules: readonly DatedPackRule[], day: PlainDate): PackRule {
  const begun = rules.filter(({ validFrom }) => validFrom <= day)
  const newest = begun.reduce<DatedPackRule | null>(
    (last, one) => (last === null || one.validFrom >= last.validFrom ? one : last),
    null,
  )
  return newest?.rule ?? usualPackRule
}

/** Whether a pack released on a day comes later than members were promised it. */
export function isReleasedLate(
  releasedOn: PlainDate,
  heldOn: PlainDate,
  { releaseWorkingDays }: Pick<PackRule, 'releaseWorkingDays'>,
  holidays: BankHolidays = bankHolidays,
): boolean {
  return workingDaysBetween(releasedOn, heldOn, holidays) < releaseWorkingDays
}

/** The last day on which a pack opens. */
export const packOpensUntil = (heldOn: PlainDate, { expiresAfterDays }: Pick<PackRule, 'expiresAfterDays'>) =>
  addDays(heldOn, expiresAfterDays)

/**
 * How many deaths of an area share age band, sex and month with that of a case: with fewer, these three alone say too much
 * (assurance B10).
 */
export const FEWEST_ALIKE = 5
