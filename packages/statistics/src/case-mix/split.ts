import { z } from 'zod'

/**
 * How far an area's share of reviews with modifiable factors lies from that of all, and where that comes from, in percentage
 * points: `caseMix` is what different cases explain, `coding` what is left with the same cases. The parts add up.
 */
export const DifferenceSplit = z.strictObject({
  difference: z.number(),
  caseMix: z.number(),
  coding: z.number(),
})
export type DifferenceSplit = z.infer<typeof DifferenceSplit>

/**
 * Splits the difference of two shares after Kitagawa (1955). With as and bs the shares of reviews of area and all in stratum s,
 * and ps and qs the shares of them with modifiable factors:
 *
 * Σ as ps − Σ bs qs = Σ (as − bs) qs + Σ as (ps − qs) = (E/n − R) + (O − E)/n
 *
 * Of her three parts, the one in which mix and coding differ together is counted as coding, since that is what the ratio of
 * observed to expected takes it for, and since a stratum the area has no case of then needs no share of its own. Halving it
 * between both, as she also does, would move part of it to the case mix.
 * @throws RangeError unless both have reviews
 */
export function splitDifference(
  area: Readonly<{ reviews: number; observed: number; expected: number }>,
  all: Readonly<{ reviews: number; modifiable: number }>,
): DifferenceSplit {
  if (!(area.reviews > 0 && all.reviews > 0)) throw new RangeError('a difference needs reviews on both sides')
  const share = (100 * all.modifiable) / all.reviews
  return {
    difference: (100 * area.observed) / area.reviews - share,
    caseMix: (100 * area.expected) / area.reviews - share,
    coding: (100 * (area.observed - area.expected)) / area.reviews,
  }
}

/** The split rounded to so many decimals so that what is shown adds up too: the coding is what the other two leave. */
export function roundedSplit({ difference, caseMix }: DifferenceSplit, places = 1): DifferenceSplit {
  const unit = 10 ** places
  const whole = Math.round(difference * unit)
  const mix = Math.round(caseMix * unit)
  // Adding 0 turns a minus zero into a plain one.
  return { difference: whole / unit + 0, caseMix: mix / unit + 0, coding: (whole - mix) / unit + 0 }
}
