import type { Db } from '@cdop/database'
import { type AreaId, addMonths, OrganisationKind, type PlainDate } from '@cdop/domain'
import { FEWEST_ANSWERS, kaplanMeier, type Waited, type WaitingCurve } from '@cdop/statistics'
import { z } from 'zod'

/** Months back from today whose requests say how long agencies of the area take. */
const MONTHS = 36

const Row = z.object({
  kind: OrganisationKind,
  came: z.boolean(),
  days: z.int().min(0),
  times: z.int().positive(),
})

/** How long agencies of an area take to answer: all together, and each kind of which enough is known. */
export type WaitingCurves = {
  /** Answers of the area it is worked out from. */
  readonly basedOn: number
  /** The curve of a kind of agency; that of all kinds together where too few of that kind answered. */
  of(kind: OrganisationKind): WaitingCurve
}

/**
 * From every request of three years, in one statement: counted by kind and whole days (London). What was recalled or went
 * on to somebody else says nothing; what has no answer yet is censored today.
 */
export async function waitingCurves(tx: Db, areaId: AreaId, today: PlainDate): Promise<WaitingCurves> {
  const rows = await tx`
    select o.kind, r.returned_at is not null as came, count(*)::int as times,
      greatest(0, coalesce((r.returned_at at time zone 'Europe/London')::date, ${today}::date) - r.sent_on) as days
    from case_review.information_requests r
    join case_review.organisations o on o.area_id = r.area_id and o.organisation_id = r.organisation_id
    where r.area_id = ${areaId} and r.state not in ('recalled', 'redirected')
      and r.sent_on >= ${addMonths(today, -MONTHS)}
    group by 1, 2, 4
  `
  const waited = rows.map((row) => Row.parse(row))
  const all = kaplanMeier(waited)
  const byKind = new Map<OrganisationKind, Waited[]>()
  for (const { kind, ...one } of waited) byKind.set(kind, [...(byKind.get(kind) ?? []), one])
  const curves = new Map([...byKind].map(([kind, own]) => [kind, kaplanMeier(own)]))
  return {
    basedOn: all.came,
    of(kind) {
      const own = curves.get(kind)
      return own === undefined || own.came < FEWEST_ANSWERS ? all : own
    },
  }
}
