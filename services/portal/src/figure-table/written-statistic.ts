import {
  formatChange,
  formatPercentWithInterval,
  formatRate,
  roundedHalfAway,
  type Statistic,
  type StatisticResult,
} from '@cdop/statistics'

/** A count as people read it: "3,577". */
export function writtenCount(count: number): string {
  return count.toLocaleString('en-GB')
}

/** A worked-out figure with its interval: "57.1% (39.1 to 73.5)", "-4.4%", "12.4 [u] (7.2 to 19.9)", "[x]". */
export function writtenResult(result: StatisticResult): string {
  switch (result.kind) {
    case 'percentage':
    case 'no-percentage':
      return formatPercentWithInterval(result)
    case 'percent-change':
    case 'no-percent-change':
      return formatChange(result)
    case 'no-rate':
      return formatRate(result)
    case 'rate': {
      const { low, high } = result.interval
      return `${formatRate(result)} (${roundedHalfAway(low, 1)} to ${roundedHalfAway(high, 1)})`
    }
  }
}

/** The heading over a worked-out figure. */
export function statisticTitle({ kind, label }: Statistic): string {
  return kind === 'change' ? label : `${label} (95% interval)`
}

/** What a rate is divided by, and who says so. */
export function writtenDenominator(
  year: string,
  { count, label, source }: { count: number; label: string; source: string },
): string {
  return `${year}: ${writtenCount(count)} ${label}. Source: ${source}`
}
