import type { Db } from '@cdop/database'
import { AgeBand, CaseId, CaseReference, CaseState, NextDue, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import { CaseView, inView } from './case-view.ts'
import { Chase, type ChaseOrder } from './chase-order.ts'
import { ownedBy, type Viewer, visible } from './visible-cases.ts'
import type { CaseOwner, CaseSort, WorklistFilter } from './worklist-filter.ts'

/** Rows on one page of a worklist. */
const PAGE_SIZE = 25

/** What a worklist shows of a case: no name. */
export const WorklistRow = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  ageBand: AgeBand,
  diedOn: PlainDate,
  requests: z.strictObject({
    sent: z.number().int(),
    returned: z.number().int(),
    overdue: z.number().int(),
    /** The first day the rest of an answer was promised for, of which a part came. */
    promisedOn: PlainDate.nullable(),
  }),
  /** Whoever has it; null when nobody has. */
  coordinatorId: PersonId.nullable(),
  /** How many have not been told of the death yet. */
  notTold: z.number().int(),
  next: z.strictObject({
    what: NextDue,
    dueOn: PlainDate.nullable(),
  }),
  /** Whom to chase first; only in the view of cases that await agencies. */
  chase: Chase.nullable(),
})
export type WorklistRow = z.infer<typeof WorklistRow>

/** One page of what is shown. */
export type Wanted = WorklistFilter & { page: number }

/** The statement of one page, most overdue first; its own function so that a test can ask the database for its plan. */
export function worklistPage(
  tx: Db,
  viewer: Viewer,
  { view, owner, sort, page }: Wanted,
  among: readonly CaseId[] | null = null,
) {
  return tx`
    select c.case_id, c.reference, c.state, c.age_band, c.died_on, c.next_what, c.next_due_on, c.not_told, c.coordinator_id,
           r.sent, r.returned, r.overdue, r.promised_on
    from case_review.cases c
    left join lateral (
      select count(*)::int as sent,
             count(*) filter (where i.state in ('returned', 'accepted', 'nothing-known'))::int as returned,
             count(*) filter (where i.state in ('sent', 'sent-back') and coalesce(i.again_due_on, i.due_on) < ${viewer.today}
               and not case_review.asked_for_the_first_review(
                 c.area_id, c.case_id, c.reopenings, i.sent_at, i.asked_again_on))::int as overdue,
             min((
               select p.promised_on from case_review.partial_returns p
               where p.area_id = i.area_id and p.information_request_id = i.information_request_id and p.round = i.round
               order by p.number desc limit 1
             )) filter (where i.state in ('sent', 'sent-back') and not case_review.asked_for_the_first_review(
               c.area_id, c.case_id, c.reopenings, i.sent_at, i.asked_again_on)) as promised_on
      from case_review.information_requests i
      where i.area_id = c.area_id and i.case_id = any (c.case_ids) and i.state not in ('recalled', 'redirected')
    ) r on true
    where ${visible(tx, viewer)} and ${inView(tx, view, viewer)} and ${ownedBy(tx, owner)}
      and ${among === null ? tx`true` : tx`c.case_id = any (${[...among]}::uuid[])`}
    order by ${inOrderOf(tx, sort)}
    limit ${among === null ? PAGE_SIZE : among.length} offset ${among === null ? (page - 1) * PAGE_SIZE : 0}
  `
}

/** Every case of a worklist in its order, but no more than `most`. */
export async function worklistIds(
  tx: Db,
  viewer: Viewer,
  { view, owner, sort }: WorklistFilter,
  most: number,
): Promise<CaseId[]> {
  const rows = await tx`
    select c.case_id from case_review.cases c
    where ${visible(tx, viewer)} and ${inView(tx, view, viewer)} and ${ownedBy(tx, owner)}
    order by ${inOrderOf(tx, sort)}
    limit ${most}
  `
  return rows.map(({ caseId }) => CaseId.parse(caseId))
}

/** What a worklist shows of these cases, in their order, as far as they are there for the viewer. */
export async function worklistRows(
  tx: Db,
  viewer: Viewer,
  caseIds: readonly CaseId[],
): Promise<WorklistRow[]> {
  const wanted: Wanted = { view: 'all', owner: null, sort: 'newest', page: 1 }
  return inTheOrderOf(caseIds, rowsOf(await worklistPage(tx, viewer, wanted, caseIds), null))
}

const inOrderOf = (tx: Db, sort: CaseSort) =>
  sort === 'newest' ? tx`c.opened_at desc, c.case_id` : tx`c.next_due_on asc nulls last, c.case_id`

function inTheOrderOf(caseIds: readonly CaseId[], rows: readonly WorklistRow[]): WorklistRow[] {
  const byId = new Map(rows.map((row) => [row.caseId, row]))
  return caseIds.flatMap((caseId) => byId.get(caseId) ?? [])
}

/** A page of a worklist; of the cases that await agencies with whom to chase first, in that order where it is asked for. */
export async function worklist(
  tx: Db,
  viewer: Viewer,
  wanted: Wanted,
  chase: Pick<ChaseOrder, 'caseIds' | 'chases'> | null,
): Promise<WorklistRow[]> {
  const from = (wanted.page - 1) * PAGE_SIZE
  const among =
    chase !== null && wanted.sort === 'most-gain' ? chase.caseIds.slice(from, from + PAGE_SIZE) : null
  const rows = rowsOf(await worklistPage(tx, viewer, wanted, among), chase)
  return among === null ? rows : inTheOrderOf(among, rows)
}

function rowsOf(
  rows: readonly Readonly<Record<string, unknown>>[],
  chase: Pick<ChaseOrder, 'chases'> | null,
): WorklistRow[] {
  return rows.map((row) =>
    WorklistRow.parse({
      caseId: row['caseId'],
      reference: row['reference'],
      state: row['state'],
      ageBand: row['ageBand'],
      diedOn: row['diedOn'],
      requests: {
        sent: row['sent'],
        returned: row['returned'],
        overdue: row['overdue'],
        promisedOn: row['promisedOn'],
      },
      coordinatorId: row['coordinatorId'],
      notTold: row['notTold'],
      next: { what: row['nextWhat'], dueOn: row['nextDueOn'] },
      chase: chase?.chases.get(CaseId.parse(row['caseId'])) ?? null,
    }),
  )
}

export const ViewCounts = z.record(CaseView, z.number().int())
export type ViewCounts = z.infer<typeof ViewCounts>

/** How many cases each view holds for this viewer, of one person where that is asked for, counted in one pass. */
export async function viewCounts(tx: Db, viewer: Viewer, owner: CaseOwner | null): Promise<ViewCounts> {
  const [first, ...others] = CaseView.options.map(
    (view) => tx`count(*) filter (where ${inView(tx, view, viewer)})`,
  )
  const counted = others.reduce((list, next) => tx`${list}, ${next}`, tx`${first ?? 0}`)
  const [row] = await tx<{ counts: number[] }[]>`
    select array[${counted}]::int[] as counts from case_review.cases c
    where ${visible(tx, viewer)} and ${ownedBy(tx, owner)}
  `
  return ViewCounts.parse(Object.fromEntries(CaseView.options.map((view, at) => [view, row?.counts[at]])))
}

/** How many cases each of some filters holds for this viewer, in their order; counted in one pass. */
export async function filterCounts(
  tx: Db,
  viewer: Viewer,
  filters: readonly Pick<WorklistFilter, 'view' | 'owner'>[],
): Promise<number[]> {
  const [first, ...others] = filters.map(
    ({ view, owner }) => tx`count(*) filter (where ${inView(tx, view, viewer)} and ${ownedBy(tx, owner)})`,
  )
  if (first === undefined) return []
  const counted = others.reduce((list, next) => tx`${list}, ${next}`, first)
  const [row] = await tx<{ counts: number[] }[]>`
    select array[${counted}]::int[] as counts from case_review.cases c where ${visible(tx, viewer)}
  `
  return z.array(z.int()).length(filters.length).parse(row?.counts)
}
