import type { Db } from '@cdop/database'
import { type AreaId, PlainDate, type RecommendationId } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { type MeasuredEffect, ReportingYearCode } from '@cdop/statistics'
import { z } from 'zod'
import { indicatorsIn, type NamedIndicator } from './indicator-store.ts'
import { baselineAndLatest, effectOf, type Measure, measuresIn } from './measure-store.ts'
import { type ReleasedFigures, releasedFigures } from './released-figure-store.ts'
import {
  type ReleasedMeasures,
  releasedBaselineAndLatest,
  releasedEffect,
  releasedMeasures,
} from './released-measures.ts'

/** One figure on the way to an effect: typed, with its day, or of the release of a year. */
export const FigureOfEffect = z.strictObject({
  /** Null where it is hidden, or not there. */
  count: z.int().nullable(),
  /** Null of a count of a year. */
  of: z.int().nullable(),
  measuredOn: PlainDate.nullable(),
  reportingYear: ReportingYearCode.nullable(),
})
type FigureOfEffect = z.infer<typeof FigureOfEffect>

/** Whether something helped: by what was typed, or by what releases show, whichever was begun last. */
export type StandingOfEffect = Readonly<{
  measured: MeasuredEffect | null
  baseline: FigureOfEffect | null
  latest: FigureOfEffect | null
  released: ReleasedMeasures | null
}>

const typedFigure = (measure: Measure | null): FigureOfEffect | null =>
  measure && { count: measure.count, of: measure.of, measuredOn: measure.measuredOn, reportingYear: null }

function releasedFigure(measure: ReleasedMeasures['measures'][number] | null): FigureOfEffect | null {
  if (measure === null) return null
  const { value, reportingYear } = measure
  const shown = value.kind === 'shown' ? value : { count: null, of: null }
  return { count: shown.count, of: shown.of, measuredOn: null, reportingYear }
}

/** Whether a recommendation helped, of what is known of it. */
export function standingOfEffect(
  typed: readonly Measure[],
  indicator: NamedIndicator | null,
  releases: readonly ReleasedFigures[],
): StandingOfEffect {
  const released = indicator && releasedMeasures(indicator, releases, typed)
  if (released?.inForce) {
    const { baseline, latest } = releasedBaselineAndLatest(released)
    return {
      measured: releasedEffect(released),
      baseline: releasedFigure(baseline),
      latest: releasedFigure(latest),
      released,
    }
  }
  const { baseline, latest } = baselineAndLatest(typed)
  return {
    measured: effectOf(typed),
    baseline: typedFigure(baseline),
    latest: typedFigure(latest),
    released,
  }
}

/** Whether each recommendation of an area helped. */
export async function standingsIn(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
): Promise<(recommendationId: RecommendationId) => StandingOfEffect> {
  const typed = await measuresIn(tx, cipher, areaId)
  const indicators = await indicatorsIn(tx, areaId)
  const releases = indicators.size === 0 ? [] : await releasedFigures(tx, areaId)
  return (id) => standingOfEffect(typed.get(id) ?? [], indicators.get(id) ?? null, releases)
}
