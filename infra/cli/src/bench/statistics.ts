/**
 * The middle of some measurements: half are smaller, half are greater.
 * @throws RangeError when there are none
 */
export function median(measured: readonly number[]): number {
  const sorted = measured.toSorted((one, other) => one - other)
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  const high = sorted[Math.floor(sorted.length / 2)]
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured')
  return (low + high) / 2
}

/**
 * The smallest measurement that at least so many per cent do not exceed.
 * @throws RangeError when there are none
 */
export function percentile(measured: readonly number[], percent: number): number {
  const sorted = measured.toSorted((one, other) => one - other)
  const found = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)]
  if (found === undefined) throw new RangeError('nothing was measured')
  return found
}

/** Milliseconds some work takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** How often a second something was done `times` times in so many milliseconds. */
export function perSecond(times: number, milliseconds: number): number {
  return (times * 1000) / milliseconds
}
