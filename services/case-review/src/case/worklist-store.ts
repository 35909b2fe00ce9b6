import type { Db } from '@cdop/database'
import {
  AgeBand,
  type AreaId,
  CaseId,
  CaseReference,
  CaseState,
  NextDue,
  type PersonId,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import { CaseView, inView } from './case-view.ts'

/** Rows on one page of a worklist. */
const PAGE_SIZE = 25

export const CaseSort = z.enum(['most-overdue', 'newest'])
export type CaseSort = z.infer<typeof CaseSort>

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
  }),
  /** How many have not been told of the death yet. */
  notTold: z.number().int(),
  next: z.strictObject({
    what: NextDue,
    dueOn: PlainDate.nullable(),
  }),
})
export type WorklistRow = z.infer<typeof WorklistRow>

/** Whose worklist, of which area, on which day. */
export type Viewer = { areaId: AreaId; personId: PersonId; today: PlainDate }

const visible = (tx: Db, { areaId, personId }: Viewer) => tx`
  c.area_id = ${areaId} and c.state <> 'reported-in-error' and c.state <> 'transferred'
  and c.merged_into is null and not exists (
    select from case_review.conflicts x
    where x.area_id = c.area_id and x.case_id = any (c.case_ids) and x.person_id = ${personId}
  )
`

/** The statement of one page, most overdue first; its own function so that a test can ask the database for its plan. */
export function worklistPage(tx: Db, viewer: Viewer, view: CaseView, sort: CaseSort, page: number) {
  const order =
    sort === 'newest' ? tx`c.opened_at desc, c.case_id` : tx`c.next_due_on asc nulls last, c.case_id`
  return tx`
    select c.case_id, c.reference, c.state, c.age_band, c.died_on, c.next_what, c.next_due_on, c.not_told,
           r.sent, r.returned, r.overdue
    from case_review.cases c
    left join lateral (
      select count(*)::int as sent,
             count(*) filter (where i.state in ('returned', 'nothing-known'))::int as returned,
             count(*) filter (where i.state = 'sent' and i.due_on < ${viewer.today})::int as overdue
      from case_review.information_requests i
      where i.area_id = c.area_id and i.case_id = any (c.case_ids) and i.state not in ('recalled', 'redirected')
    ) r on true
    where ${visible(tx, viewer)} and ${inView(tx, view, viewer.today)}
    order by ${order}
    limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
  `
}

export async function worklist(
  tx: Db,
  viewer: Viewer,
  view: CaseView,
  sort: CaseSort,
  page: number,
): Promise<WorklistRow[]> {
  const rows = await worklistPage(tx, viewer, view, sort, page)
  return rows.map((row) =>
    WorklistRow.parse({
      caseId: row['caseId'],
      reference: row['reference'],
      state: row['state'],
      ageBand: row['ageBand'],
      diedOn: row['diedOn'],
      requests: { sent: row['sent'], returned: row['returned'], overdue: row['overdue'] },
      notTold: row['notTold'],
      next: { what: row['nextWhat'], dueOn: row['nextDueOn'] },
    }),
  )
}

export const ViewCounts = z.record(CaseView, z.number().int())
export type ViewCounts = z.infer<typeof ViewCounts>

/** How many cases each view holds for this viewer, counted in one pass. */
export async function viewCounts(tx: Db, viewer: Viewer): Promise<ViewCounts> {
  const [first, ...others] = CaseView.options.map(
    (view) => tx`count(*) filter (where ${inView(tx, view, viewer.today)})`,
  )
  const counted = others.reduce((list, next) => tx`${list}, ${next}`, tx`${first ?? 0}`)
  const [row] = await tx<{ counts: number[] }[]>`
    select array[${counted}]::int[] as counts from case_review.cases c where ${visible(tx, viewer)}
  `
  return ViewCounts.parse(Object.fromEntries(CaseView.options.map((view, at) => [view, row?.counts[at]])))
}
