import type { PercentChange } from './percent-change.ts'
import type { Percentage } from './percentage.ts'
import type { Rate } from './rate.ts'

/** The Government Statistical Service's shorthand: confidential, unreliable, not available. */
export const markers = { confidential: '[c]', unreliable: '[u]', notAvailable: '[x]' } as const

/** Rounded as printed statistics are, half away from zero, and written with exactly so many decimals. */
export function roundedHalfAway(value: number, places: number): string {
  if (!Number.isFinite(value)) throw new RangeError('only a finite number can be written down')
  const [digits = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  // Shifting the decimal point in the shortest decimal writing avoids 1.005 * 100 = 100.49999999999999.
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + places}`))
  const written = Number(`${shifted}e${-places}`).toFixed(places)
  return value < 0 && shifted > 0 ? `-${written}` : written
}

/** "57.1%", or "[x]" where there is nothing to divide by. */
export function formatPercent(share: Percentage): string {
  return share.kind === 'percentage' ? `${roundedHalfAway(share.percent, 1)}%` : markers.notAvailable
}

/** "57.1% (39.1 to 73.5)", or "[x]". */
export function formatPercentWithInterval(share: Percentage): string {
  if (share.kind !== 'percentage') return markers.notAvailable
  const { low, high } = share.interval
  return `${formatPercent(share)} (${roundedHalfAway(low, 1)} to ${roundedHalfAway(high, 1)})`
}

/** "29.8", "12.4 [u]" below 20, or "[x]" below 3. */
export function formatRate(found: Rate): string {
  if (found.kind !== 'rate') return markers.notAvailable
  const written = roundedHalfAway(found.rate, 1)
  return found.reliability === 'reliable' ? written : `${written} ${markers.unreliable}`
}

/** "-4.4%", "+2.0%", "0.0%", or "[x]" where the first count was zero. */
export function formatChange(change: PercentChange): string {
  if (change.kind !== 'percent-change') return markers.notAvailable
  const written = `${roundedHalfAway(change.percent, 1)}%`
  return change.percent > 0 && written !== '0.0%' ? `+${written}` : written
}
