import { z } from 'zod'

/**
 * Why the national database took nothing. `away`: it was not reached, or its answer did not arrive whole. `refused`: it
 * answered, and takes no call of this kind from this service: a wrong token, a wrong address, too large a call.
 */
export const NationalFailure = z.enum(['away', 'refused'])
export type NationalFailure = z.infer<typeof NationalFailure>

/** How the way to the national database stands for whoever waits for it. */
export const NationalStanding = z.enum(['works', 'away', 'refused'])
export type NationalStanding = z.infer<typeof NationalStanding>

/** Seconds until it is asked again after so many failures in a row, the last for all that follow. */
const PAUSES = [30, 60, 120, 240, 480, 900] as const
const LONGEST = 900

/** Failures in a row after which somebody has to be told: a refusal does not mend itself, an absence often does. */
const TOLD_AFTER: Record<NationalFailure, number> = { refused: 3, away: 5 }

/** Seconds to wait before the next call after so many failures in a row: half a minute at least, a quarter hour at most. */
export function pauseAfterFailures(failures: number): number {
  return PAUSES[Math.max(0, failures - 1)] ?? LONGEST
}

/** What to say of it after so many failures in a row; null when there was none. */
export function standingAfter(
  failed: { readonly why: NationalFailure; readonly failures: number } | null,
): NationalStanding {
  return failed !== null && failed.failures >= TOLD_AFTER[failed.why] ? failed.why : 'works'
}
