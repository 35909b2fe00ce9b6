import type { Db } from '@cdop/database'
import {
  CaseId,
  CaseReference,
  CaseState,
  NationalSubmissionKind,
  NationalSubmissionState,
  PlainDate,
  type YearEndList,
} from '@cdop/domain'
import type { ReportingYear } from '@cdop/statistics'
import { z } from 'zod'
import { type Viewer, visible } from '../case/visible-cases.ts'

/** How far the deaths of a year have come, as far as there are cases of them for whoever looks. */
export const YearEndCounts = z.strictObject({
  all: z.int(),
  /** What the panel agreed was acknowledged, or somebody recorded the day it was told. */
  finalised: z.int(),
  /** Reviewed, and the national database does not have it. */
  reviewed: z.int(),
  /** Not reviewed yet. */
  underReview: z.int(),
  /** Reviewed before 1 April 2019: never to be sent. */
  neverNational: z.int(),
  notAcknowledged: z.int(),
  rejected: z.int(),
  blankDemographics: z.int(),
  /** Accepted before it was kept which questions were left blank. */
  blanksNotKept: z.int(),
})
export type YearEndCounts = z.infer<typeof YearEndCounts>

/** A case of a list, with what stands in its way: no name. */
export const YearEndRow = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  diedOn: PlainDate,
  reviewedOn: PlainDate.nullable(),
  /** Questions left blank, by their ids. */
  blank: z.array(z.string()),
  /** What of it has no receipt. */
  waiting: z.array(z.strictObject({ kind: NationalSubmissionKind, state: NationalSubmissionState })),
})
export type YearEndRow = z.infer<typeof YearEndRow>

/** Which deaths of an area, for whom. */
export type YearEnd = { viewer: Viewer; year: ReportingYear }

const notAcknowledged = ['queued', 'sending', 'incomplete'] as const
const withoutReceipt = ['queued', 'sending', 'incomplete', 'rejected'] as const
const statesOf = { 'not-acknowledged': notAcknowledged, rejected: ['rejected'] } as const

const diedIn = (tx: Db, { viewer, year }: YearEnd) => tx`
  c.died_on between ${year.start} and ${year.end} and ${visible(tx, viewer)}`

const finalised = (
  tx: Db,
) => tx`(c.national_submission_on is not null or c.reviewed_on is not null and exists (
  select from case_review.national_submissions f
  where f.area_id = c.area_id and f.case_id = c.case_id and f.kind = 'analysis' and f.state = 'acknowledged'
    -- Of a review that began again, only what was sent since.
    and f.queued_at > coalesce((
      select max(o.recorded_at) from case_review.reopenings o where o.area_id = c.area_id and o.case_id = c.case_id
    ), '-infinity')
))`

/** A submission that stands as it is: the newest of its kind. */
const isNewest = (tx: Db) => tx`not exists (
  select from case_review.national_submissions n
  where n.area_id = s.area_id and n.case_id = s.case_id and n.kind = s.kind and n.number > s.number
)`

function isIn(tx: Db, list: YearEndList, { viewer: { areaId } }: YearEnd) {
  switch (list) {
    case 'not-finalised':
      return tx`not c.never_national and not ${finalised(tx)}`
    case 'blank-demographics':
      return tx`c.blank_demographics <> '{}'`
    case 'not-acknowledged':
    case 'rejected':
      return tx`c.case_id in (
        select s.case_id from case_review.national_submissions s
        where s.area_id = ${areaId} and s.state in ('queued', 'incomplete', 'sending', 'rejected')
          and s.state = any (${[...statesOf[list]]}::text[]) and ${isNewest(tx)}
      )`
  }
}

/** Every count in two passes over the deaths of the year. */
export async function yearEndCounts(tx: Db, end: YearEnd): Promise<YearEndCounts> {
  const [row] = await tx`
    select count(*)::int as all,
      count(*) filter (where not c.never_national and ${finalised(tx)})::int as finalised,
      count(*) filter (where not c.never_national and c.reviewed_on is not null and not ${finalised(tx)})::int as reviewed,
      count(*) filter (where not c.never_national and c.reviewed_on is null and not ${finalised(tx)})::int as under_review,
      count(*) filter (where c.never_national)::int as never_national,
      count(*) filter (where c.blank_demographics <> '{}')::int as blank_demographics,
      count(*) filter (where c.blank_demographics is null)::int as blanks_not_kept
    from case_review.cases c where ${diedIn(tx, end)}
  `
  const [sent] = await tx`
    select count(*) filter (where ${isIn(tx, 'not-acknowledged', end)})::int as not_acknowledged,
      count(*) filter (where ${isIn(tx, 'rejected', end)})::int as rejected
    from case_review.cases c where ${diedIn(tx, end)} and c.case_id in (
      select s.case_id from case_review.national_submissions s
      where s.area_id = ${end.viewer.areaId} and s.state = any (${[...withoutReceipt]}::text[])
        and s.state in ('queued', 'incomplete', 'sending', 'rejected')
    )
  `
  return YearEndCounts.parse({ ...row, ...sent })
}

/** A page of a list, the earliest death first; its own function so that a test can ask the database for its plan. */
export async function yearEndRows(
  tx: Db,
  end: YearEnd,
  { list, page, size }: { list: YearEndList; page: number; size: number },
): Promise<YearEndRow[]> {
  const rows = await tx`
    select c.case_id, c.reference, c.state, c.died_on, c.reviewed_on, coalesce(c.blank_demographics, '{}') as blank,
      coalesce((
        select jsonb_agg(jsonb_build_object('kind', s.kind, 'state', s.state) order by s.kind)
        from case_review.national_submissions s
        where s.area_id = c.area_id and s.case_id = c.case_id
          and s.state in ('queued', 'incomplete', 'sending', 'rejected') and ${isNewest(tx)}
      ), '[]') as waiting
    from case_review.cases c
    where ${diedIn(tx, end)} and ${isIn(tx, list, end)}
    order by c.died_on, c.case_id limit ${size} offset ${(page - 1) * size}
  `
  return rows.map((row) => YearEndRow.parse({ ...row }))
}
