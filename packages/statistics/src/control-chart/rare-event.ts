/**
 * Between what chance alone leaves what lies between two deaths. Below `low` deaths follow each other more closely than chance
 * explains, above `high` they have become rarer. `centre` is the median: half lie on either side.
 */
export type BetweenLimits = Readonly<{
  mean: number
  centre: number
  low: number
  high: number
  /** Chance that one point lies within the limits by chance: `level` at least. */
  level: number
}>

/** Below so many intervals a chart says nothing. */
const fewestIntervals = 10

/**
 * A g chart: counts between one event and the next (births, or days counted whole, none being 0), geometric with chance
 * p = 1 / (mean + 1) (Benneyan 2001, Health Care Management Science 4:305). Probability limits, not three standard deviations, for a
 * geometric count is as skew as can be: the least x with P(X > x) ≤ α / 2, and the greatest x with P(X < x) ≤ α / 2. Null below 10
 * intervals, or where all events follow at once.
 * @throws RangeError for counts that are none, and for a level that is none
 */
export function gChart(between: readonly number[], level = 0.998): BetweenLimits | null {
  if (between.some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError('what lies between two events is counted')
  }
  const tail = tailOf(level)
  const mean = meanOf(between)
  if (between.length < fewestIntervals || mean === 0) return null
  const logMiss = Math.log(mean / (mean + 1))
  const least = (chance: number) => Math.max(0, Math.ceil(Math.log(chance) / logMiss - 1 - 1e-9))
  return {
    mean,
    centre: least(0.5),
    low: Math.floor(Math.log1p(-tail) / logMiss + 1e-9),
    high: least(tail),
    level,
  }
}

/** Three standard deviations around the mean of a g chart, as Benneyan draws them: mean ± 3 √(mean (mean + 1)), not below 0. */
export function gChartByDeviations(
  between: readonly number[],
): Readonly<{ mean: number; low: number; high: number }> {
  const mean = meanOf(between)
  const spread = 3 * Math.sqrt(mean * (mean + 1))
  return { mean, low: Math.max(0, mean - spread), high: mean + spread }
}

/**
 * A t chart: time between one death and the next, in days, exponential where deaths come at a steady rate. Probability limits
 * −mean ln(1 − α / 2) and −mean ln(α / 2), the centre mean ln 2. Null below 10 intervals, or where no time passed.
 * @throws RangeError for times below 0, and for a level that is none
 */
export function tChart(days: readonly number[], level = 0.998): BetweenLimits | null {
  if (days.some((time) => !(time >= 0) || !Number.isFinite(time)))
    throw new RangeError('time does not run backwards')
  const tail = tailOf(level)
  const mean = meanOf(days)
  if (days.length < fewestIntervals || mean === 0) return null
  return {
    mean,
    centre: mean * Math.LN2,
    low: -mean * Math.log1p(-tail),
    high: -mean * Math.log(tail),
    level,
  }
}

/**
 * Time between events made near enough normal for an individuals chart: the power 1 / 3.6 (Nelson 1994, Journal of Quality
 * Technology 26:239).
 */
export function nelsonTransformed(days: number): number {
  return days ** (1 / 3.6)
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError('a level lies between 0 and 1')
  return (1 - level) / 2
}
