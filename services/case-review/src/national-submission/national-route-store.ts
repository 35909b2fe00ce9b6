import type { Db } from '@cdop/database'
import { type AreaId, Instant, NationalFailure, NationalSubmissionId, pauseAfterFailures } from '@cdop/domain'
import { z } from 'zod'

/** How an area's way to the national database fails; there is none while it works. */
const NationalRoute = z.object({
  why: NationalFailure,
  /** In a row, those within a moment of each other counted once. */
  failures: z.int().positive(),
  since: Instant,
  /** When it was last tried, or somebody set out to. */
  triedAt: Instant,
})
export type NationalRoute = z.infer<typeof NationalRoute>

/** Failures closer to each other than this many seconds are one: several submissions were under way at once. */
const ONE_WAVE = 20

export async function routeOf(tx: Db, areaId: AreaId): Promise<NationalRoute | null> {
  const [row] = await tx`
    select why, failures, since, tried_at from case_review.national_routes where area_id = ${areaId}
  `
  return row === undefined ? null : NationalRoute.parse(row)
}

/** Seconds until the area's way may be tried again; 0 when it may now. A clock that was set back does not prolong it. */
export function restOf(route: NationalRoute, now: Instant): number {
  const past = (Date.parse(now) - Date.parse(route.triedAt)) / 1000
  const pause = pauseAfterFailures(route.failures)
  return past < 0 || past >= pause ? 0 : Math.ceil(pause - past)
}

/** Makes this call the one that tries the way; false when another one set out since `route` was read. */
export async function setOut(tx: Db, areaId: AreaId, route: NationalRoute, now: Instant): Promise<boolean> {
  const rows = await tx`
    update case_review.national_routes set tried_at = ${now}
    where area_id = ${areaId} and tried_at = ${route.triedAt} returning area_id
  `
  return rows.length === 1
}

/** Writes down that a call came to nothing; the count of failures in a row. */
export async function noteRouteFailure(
  tx: Db,
  areaId: AreaId,
  { why, at }: { why: NationalFailure; at: Instant },
): Promise<number> {
  const [row] = await tx<{ failures: number }[]>`
    insert into case_review.national_routes as r (area_id, why, failures, since, failed_at, tried_at)
    values (${areaId}, ${why}, 1, ${at}, ${at}, ${at})
    on conflict (area_id) do update set
      why = excluded.why, tried_at = excluded.tried_at,
      failures = r.failures + (abs(extract(epoch from excluded.failed_at - r.failed_at)) >= ${ONE_WAVE})::int,
      failed_at = case when abs(extract(epoch from excluded.failed_at - r.failed_at)) >= ${ONE_WAVE}
        then excluded.failed_at else r.failed_at end
    returning failures
  `
  return row?.failures ?? 1
}

/** The way works: forgets its failures; how many there had been. */
export async function forgetRoute(tx: Db, areaId: AreaId): Promise<number> {
  const [row] = await tx<{ failures: number }[]>`
    delete from case_review.national_routes where area_id = ${areaId} returning failures
  `
  return row?.failures ?? 0
}

/** Submissions of an area that are on their way, the longest waiting first, at most so many. */
export async function onTheirWay(tx: Db, areaId: AreaId, most: number): Promise<NationalSubmissionId[]> {
  const rows = await tx`
    select submission_id from case_review.national_submissions
    where area_id = ${areaId} and state in ('queued', 'sending') order by queued_at, submission_id limit ${most}
  `
  return rows.map(({ submissionId }) => NationalSubmissionId.parse(submissionId))
}

/** How many submissions of an area are on their way; counts no further than a thousand. */
export async function waitingIn(tx: Db, areaId: AreaId): Promise<number> {
  return (await onTheirWay(tx, areaId, 1_000)).length
}
