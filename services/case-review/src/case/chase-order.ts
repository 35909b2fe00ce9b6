import type { Db } from '@cdop/database'
import { CaseId, daysBetween, InformationRequestId, OrganisationKind, PlainDate } from '@cdop/domain'
import { gainsOfEach } from '@cdop/statistics'
import { z } from 'zod'
import { waitingCurves } from '../information-request/waiting-curves.ts'
import { ownedBy, type Viewer, visible } from './visible-cases.ts'
import type { CaseOwner } from './worklist-filter.ts'

/** Whom to chase about a case first, and what an answer today would gain. */
export const Chase = z.strictObject({
  informationRequestId: InformationRequestId,
  kind: OrganisationKind,
  /** By how many days the last answer of the case would come sooner, on average; null when too few answers say. */
  days: z.number().nullable(),
})
export type Chase = z.infer<typeof Chase>

/** What is waited for about the cases somebody is shown, and how many answers of the area it is judged by. */
export type ChaseOrder = {
  readonly basedOn: number
  readonly chases: ReadonlyMap<CaseId, Chase>
  /** Every case that awaits an agency, the one first whose best chase gains most. */
  readonly caseIds: readonly CaseId[]
}

const Row = z.object({
  caseId: CaseId,
  nextDueOn: PlainDate.nullable(),
  informationRequestId: InformationRequestId,
  askedOn: PlainDate,
  kind: OrganisationKind,
})
type Row = z.infer<typeof Row>

/**
 * Puts every case that awaits an agency in the order of what chasing would gain: two statements, whatever the number of
 * cases, and arithmetic. Requests are taken as independent, agencies of one kind as alike. What too few answers speak of
 * comes last; equal gains stand most overdue first.
 */
export async function chaseOrder(
  tx: Db,
  viewer: Viewer,
  { owner }: { owner: CaseOwner | null },
): Promise<ChaseOrder> {
  const curves = await waitingCurves(tx, viewer.areaId, viewer.today)
  const rows = await awaited(tx, viewer, owner)
  const byCase = Map.groupBy(rows, ({ caseId }) => caseId)
  const known = new Map<string, number[] | null>()
  const gainsOf = (waits: readonly { kind: OrganisationKind; days: number }[]) => {
    const key = waits.map(({ kind, days }) => `${kind} ${days}`).join()
    const before = known.get(key)
    if (before !== undefined) return before
    const gains = gainsOfEach(waits.map(({ kind, days }) => ({ days, curve: curves.of(kind) })))
    known.set(key, gains)
    return gains
  }
  const found = [...byCase].map(([caseId, open]) => {
    const waits = open
      .map((row) => ({ ...row, days: Math.max(0, daysBetween(row.askedOn, viewer.today)) }))
      .sort((one, other) => compare(`${one.kind} ${one.days}`, `${other.kind} ${other.days}`))
    const gains = gainsOf(waits)
    const chases = waits.map(({ informationRequestId, kind, days }, at) => ({
      informationRequestId,
      kind,
      waited: days,
      days: gains?.[at] ?? null,
    }))
    // Without gains the one that was asked first.
    const best = chases.reduce((one, other) =>
      (other.days ?? other.waited) > (one.days ?? one.waited) ? other : one,
    )
    const { waited: _, ...chase } = best
    return { caseId, chase, dueOn: open[0]?.nextDueOn ?? null }
  })
  found.sort(
    (one, other) =>
      (other.chase.days ?? -1) - (one.chase.days ?? -1) ||
      compare(one.dueOn ?? '9999', other.dueOn ?? '9999') ||
      compare(one.caseId, other.caseId),
  )
  return {
    basedOn: curves.basedOn,
    chases: new Map(found.map(({ caseId, chase }) => [caseId, chase])),
    caseIds: found.map(({ caseId }) => caseId),
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

async function awaited(tx: Db, viewer: Viewer, owner: CaseOwner | null): Promise<Row[]> {
  const rows = await tx`
    select c.case_id, c.next_due_on, r.information_request_id, r.asked_on, o.kind
    from case_review.cases c
    cross join lateral (
      select i.information_request_id, coalesce(i.asked_again_on, i.sent_on) as asked_on, i.organisation_id
      from case_review.information_requests i
      where i.area_id = c.area_id and i.case_id = any (c.case_ids) and i.state in ('sent', 'sent-back')
        and not case_review.asked_for_the_first_review(
          c.area_id, c.case_id, c.reopenings, i.sent_at, i.asked_again_on)
    ) r
    join case_review.organisations o on o.area_id = c.area_id and o.organisation_id = r.organisation_id
    where ${visible(tx, viewer)} and c.awaited > 0 and ${ownedBy(tx, owner)}
  `
  return rows.map((row) => Row.parse(row))
}
