import type { Instant } from '@cdop/domain'

const SECOND = 1000
/** Milliseconds without a request after which a visit is over. */
const VISIT = 30 * 60 * SECOND
/** Milliseconds somebody counts as being there after the last sign of them: who has no JavaScript gives one at each load. */
const HERE = 2 * 60 * SECOND
/** Milliseconds a visit is remembered. */
const KEPT = 60 * 60 * SECOND

const before = (now: Instant, milliseconds: number): string =>
  new Date(Date.parse(now) - milliseconds).toISOString()

/** A visit is the same person at the same case until half an hour without a request: with one later a new one begins. */
export function goesOn(seenAt: Instant, now: Instant): boolean {
  return seenAt > before(now, VISIT)
}

/** From when on somebody must have given a sign to count as there. */
export function hereSince(now: Instant): string {
  return before(now, HERE)
}

/** What is older is forgotten. */
export function keptSince(now: Instant): string {
  return before(now, KEPT)
}
