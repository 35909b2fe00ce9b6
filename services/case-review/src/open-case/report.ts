import {
  AreaId,
  ImportId,
  Instant,
  LeftOutReason,
  PersonId,
  PlainDate,
  Refusal,
  requireArea,
  SheetCounts,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { filesOf } from './file/file-rows.ts'
import { findOpenCaseImport, takenRows } from './import-store.ts'

const Report = z.strictObject({
  signedOffBy: PersonId,
  signedOffAt: Instant.nullable(),
  /** Cases of the bundle, and what was taken in of those that have begun here. */
  cases: z.int(),
  taken: SheetCounts,
  /** Rows of the sheet of cases that have not begun here. */
  waiting: z.array(z.int()),
  /** Rows of the sheet of documents that were not taken in, each with the reason somebody gave. */
  leftOut: z.array(z.strictObject({ row: z.int(), reason: LeftOutReason })),
  chasedFrom: PlainDate.nullable(),
  chasingTakenBy: PersonId.nullable(),
})

const none: SheetCounts = {
  cases: 0,
  requests: 0,
  openRequests: 0,
  chasers: 0,
  returnedForms: 0,
  holds: 0,
  meetings: 0,
  documents: 0,
  scores: 0,
}

/** What was taken in of a bundle that was signed off, sheet by sheet: to be held against what the bundle holds. */
export const reportOpenCases = requires('notification:import')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId }))
  .output(Report)
  .query(({ ctx: { actor, parts }, input }) => {
    requirePerson(actor)
    const { areaId, importId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await findOpenCaseImport(tx, input)
      if (found === null) throw new Refusal('not-found')
      const rows = await takenRows(tx, input)
      const files = await filesOf(tx, input)
      await parts.audit.record(tx, actor, areaId, {
        action: 'open-case-import.report',
        object: { kind: 'import', id: importId },
      })
      const taken = rows.reduce((sum, { counts }) => (counts === null ? sum : added(sum, counts)), none)
      return {
        signedOffBy: found.begunBy,
        signedOffAt: found.signedOffAt,
        cases: found.cases,
        taken,
        waiting: rows.filter(({ counts }) => counts === null).map(({ rowNumber }) => rowNumber),
        leftOut: files.flatMap(({ rowNumber: row, leftOut }) =>
          leftOut === null ? [] : [{ row, reason: leftOut }],
        ),
        chasedFrom: found.chasedFrom,
        chasingTakenBy: found.chasingTakenBy,
      }
    })
  })

function added(one: SheetCounts, other: SheetCounts): SheetCounts {
  return {
    cases: one.cases + other.cases,
    requests: one.requests + other.requests,
    openRequests: one.openRequests + other.openRequests,
    chasers: one.chasers + other.chasers,
    returnedForms: one.returnedForms + other.returnedForms,
    holds: one.holds + other.holds,
    meetings: one.meetings + other.meetings,
    documents: one.documents + other.documents,
    scores: one.scores + other.scores,
  }
}
