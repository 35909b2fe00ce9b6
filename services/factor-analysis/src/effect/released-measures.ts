import { Instant, PersonId, ReleasedValue, ReleaseId, releasedValue } from '@cdop/domain'
import { type MeasuredEffect, measuredCountEffect, measuredEffect, ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { type NamedIndicator, ReleaseIndicator } from './indicator-store.ts'
import type { Measure } from './measure-store.ts'
import { newestOfEachYear, type ReleasedFigures } from './released-figure-store.ts'

const ReleasedMeasure = z.strictObject({
  releaseId: ReleaseId,
  reportingYear: ReportingYearCode,
  builtAt: Instant,
  value: ReleasedValue,
  /** A later release of the same year took its place: it is kept, and counts no more. */
  standing: z.enum(['baseline', 'measure', 'replaced']),
})
type ReleasedMeasure = z.infer<typeof ReleasedMeasure>

/** What each release shows of the figure that was named for a recommendation, the oldest year first. */
export const ReleasedMeasures = ReleaseIndicator.extend({
  namedBy: PersonId,
  /** False once a baseline was typed after it was named: that one counts then. */
  inForce: z.boolean(),
  measures: z.array(ReleasedMeasure),
})
export type ReleasedMeasures = z.infer<typeof ReleasedMeasures>

/** What releases show of a named figure, from the year of its baseline on. */
export function releasedMeasures(
  { figure, baselineYear, wanted, target, afterMeasures, namedBy }: NamedIndicator,
  releases: readonly ReleasedFigures[],
  typed: readonly Pick<Measure, 'aim'>[],
): ReleasedMeasures {
  const newest = new Set(newestOfEachYear(releases))
  const measures = releases
    .filter(({ reportingYear }) => reportingYear >= baselineYear)
    .map((release): ReleasedMeasure => {
      const { releaseId, reportingYear, builtAt, tables } = release
      const standing = reportingYear === baselineYear ? 'baseline' : 'measure'
      const value = releasedValue(tables, figure)
      return {
        releaseId,
        reportingYear,
        builtAt,
        value,
        standing: newest.has(release) ? standing : 'replaced',
      }
    })
  const inForce = typed.slice(afterMeasures).every(({ aim }) => aim === null)
  return { figure, baselineYear, wanted, target, namedBy, inForce, measures }
}

/** What later releases are held against, and the newest of them. */
export function releasedBaselineAndLatest({ measures }: ReleasedMeasures) {
  return {
    baseline: measures.find(({ standing }) => standing === 'baseline') ?? null,
    latest: measures.findLast(({ standing }) => standing === 'measure') ?? null,
  }
}

/**
 * Whether the newest release shows an effect; null while there is none after the baseline. Where either figure is hidden, or not
 * there, nobody can tell, whatever an earlier release showed.
 */
export function releasedEffect(released: ReleasedMeasures): MeasuredEffect | null {
  const { baseline, latest } = releasedBaselineAndLatest(released)
  if (latest === null) return null
  const { wanted, target, figure } = released
  const [before, now] = [baseline?.value, latest.value]
  if (before?.kind !== 'shown' || now.kind !== 'shown') return 'cannot-tell'
  if (figure.statistic === 'count')
    return measuredCountEffect({ wanted, target, before: before.count, now: now.count })
  if (before.of === null || now.of === null) return 'cannot-tell'
  return measuredEffect({
    wanted,
    target: target / 100,
    before: { count: before.count, of: before.of },
    now: { count: now.count, of: now.of },
  })
}
