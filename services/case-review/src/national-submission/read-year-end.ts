import { AreaId, addDays, CaseReference, PlainDate, requireArea, YearEndList } from '@cdop/domain'
import { ReportingYearCode, reportingYearFrom } from '@cdop/statistics'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { type YearEnd, YearEndCounts, YearEndRow, yearEndCounts, yearEndRows } from './year-end-store.ts'

/** Rows on one page of a list. */
const PAGE_SIZE = 25

/** References in one file. */
const FILE_SIZE = 5_000

const Asked = z.strictObject({
  areaId: AreaId,
  year: ReportingYearCode,
  list: YearEndList,
  page: z.int().min(1).max(100_000),
})

/**
 * What is left to do of a reporting year before the national database closes it: the deaths of the year by how far they
 * have come, and a page of one list. No names; a conflicted case is in neither rows nor counts. Audited, case by case.
 */
export const readYearEnd = requires('national-submission:read')
  .input(Asked)
  .output(
    z.strictObject({
      counts: YearEndCounts,
      rows: z.array(YearEndRow),
      /** When the year's records are due; null where nobody has set it. */
      dueOn: PlainDate.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, year: code, list, page } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const year = reportingYearFrom(code)
    const end: YearEnd = { viewer: { areaId, personId, today: parts.clock.today() }, year }
    const { nationalYearEndDays: days } = parts
    return parts.database.transaction(actor, async (tx) => {
      const rows = await yearEndRows(tx, end, { list, page, size: PAGE_SIZE })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'national-submission.year-end', object: { kind: 'area', id: areaId } },
        ...rows.map(({ caseId }) => ({
          action: 'national-submission.year-end',
          object: { kind: 'case', id: caseId },
        })),
      )
      return {
        counts: await yearEndCounts(tx, end),
        rows,
        dueOn: days === null ? null : addDays(PlainDate.parse(year.end), days),
      }
    })
  })

/** The references of a list, in files of at most 5,000: nothing else of the cases. Audited, case by case. */
export const exportYearEnd = requires('national-submission:read')
  .input(Asked)
  .output(
    z.strictObject({
      references: z.array(CaseReference),
      /** There is a next file. */
      more: z.boolean(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, year: code, list, page } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const viewer = { areaId, personId, today: parts.clock.today() }
    return parts.database.transaction(actor, async (tx) => {
      const end: YearEnd = { viewer, year: reportingYearFrom(code) }
      const rows = await yearEndRows(tx, end, { list, page, size: FILE_SIZE })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'national-submission.year-end-file', object: { kind: 'area', id: areaId } },
        ...rows.map(({ caseId }) => ({
          action: 'national-submission.year-end-file',
          object: { kind: 'case', id: caseId },
        })),
      )
      const references = rows.map(({ reference }) => reference)
      return { references, more: rows.length === FILE_SIZE }
    })
  })
