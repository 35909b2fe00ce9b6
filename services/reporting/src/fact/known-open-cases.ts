import type { Db } from '@cdop/database'
import { type AreaId, addMonths, type Instant, type PlainDate } from '@cdop/domain'
import type { DeathFact, OpenForCode, StageCode, WaitsForCode } from '@cdop/statistics'
import { type CaseStep, stepsKnownAt } from './case-step-store.ts'
import { deathFacts, deathRowsKnownAt } from './known-facts.ts'

/** How far a case was on a day, by the steps that had happened. */
function stageOf(steps: readonly CaseStep[]): StageCode {
  let stage: StageCode = 'gathering'
  for (const { step, code } of steps) {
    if (step === 'review-meeting-held' || step === 'review-meeting-not-held') {
      // A second meeting while the case is before a panel leaves it there.
      if (stage !== 'listed') stage = step
    } else if (step === 'listed' || step === 'deferred') stage = step
    else if (step === 'opened') stage = 'gathering'
    else if (step === 'resumed') stage = resumedTo(code)
  }
  return stage
}

function resumedTo(state: string | null): StageCode {
  return state === 'review-meeting-held' || state === 'review-meeting-not-held' || state === 'deferred'
    ? state
    : 'gathering'
}

/** What a case waited for on a day: of several holds that run, an inquest goes first. */
function waitsFor(steps: readonly CaseStep[], on: PlainDate): WaitsForCode {
  const ended = new Set(steps.flatMap(({ step, about }) => (step === 'hold-ended' ? [about] : [])))
  const running = steps.filter(
    ({ step, about, happenedOn }) => step === 'hold-began' && !ended.has(about) && happenedOn <= on,
  )
  if (running.length === 0) return 'no-hold'
  const reasons = running.map(({ code }) => code)
  if (reasons.includes('inquest')) return 'inquest'
  return reasons.includes('criminal-proceedings') ? 'criminal-proceedings' : 'other-hold'
}

function openFor(diedOn: PlainDate, on: PlainDate): OpenForCode {
  if (on <= addMonths(diedOn, 6)) return 'up-to-6'
  if (on <= addMonths(diedOn, 12)) return '6-to-12'
  return on <= addMonths(diedOn, 24) ? '12-to-24' : 'over-24'
}

/**
 * The deaths whose case was open on a day, as known at the instant: notified by then and accepted, and by no panel reviewed. Each with
 * its stage and what it waited for on that day.
 */
export async function openCasesKnownAt(
  tx: Db,
  areaId: AreaId,
  on: PlainDate,
  at: Instant,
): Promise<readonly DeathFact[]> {
  const rows = await deathRowsKnownAt(tx, areaId, 'all', at)
  const open = rows.filter(
    ({ diedOn, receivedOn, firstReviewedOn }) =>
      diedOn <= on && receivedOn <= on && (firstReviewedOn === null || firstReviewedOn > on),
  )
  const diedOn = new Map(open.map((row) => [row.caseId, row.diedOn]))
  const steps = await stepsKnownAt(tx, areaId, [...diedOn.keys()], at)
  return deathFacts(areaId, open).map((fact) => {
    const byThen = (steps.get(fact.caseId) ?? []).filter(({ happenedOn }) => happenedOn <= on)
    return {
      ...fact,
      stage: stageOf(byThen),
      waitsFor: waitsFor(byThen, on),
      openFor: openFor(diedOn.get(fact.caseId) ?? on, on),
    }
  })
}
