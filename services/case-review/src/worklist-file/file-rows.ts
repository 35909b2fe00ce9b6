import {
  AreaId,
  actorKey,
  CASES_PER_PASS,
  CaseExportId,
  CaseId,
  Instant,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { issuePass } from '@cdop/rpc'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { WorklistRow, worklistRows } from '../case/worklist-store.ts'
import { requires } from '../rpc.ts'
import { isUnderWay } from './export-store.ts'

/** Milliseconds for which a reason holds: as long as the slowest line takes for the longest file. */
const HOLDS = 30 * 60_000

const Asked = z.strictObject({ areaId: AreaId, caseIds: z.array(CaseId).min(1).max(CASES_PER_PASS) })

/**
 * What a worklist says of up to 50 cases, in the order asked, for a file: as it is now, and of those alone that are there
 * for the person now. Audited, one entry per case.
 */
export const fileRows = requires('case:list')
  .input(Asked)
  .output(z.strictObject({ rows: z.array(WorklistRow) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseIds } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const viewer = { areaId, personId, today: parts.clock.today() }
      const rows = await worklistRows(tx, viewer, [...new Set(caseIds)])
      if (rows.length > 0) {
        await parts.audit.record(
          tx,
          actor,
          areaId,
          ...rows.map(({ caseId: id }) => ({ action: 'case.list-file', object: { kind: 'case', id } })),
        )
      }
      return { rows }
    })
  })

/**
 * The same with one pass for who the children are, for a file begun with a reason.
 * @throws Refusal `not-found` for a file that is another's, was not begun, or was begun more than half an hour ago
 */
export const rowsWithNames = requires('case:export-identifiable')
  .input(Asked.extend({ caseExportId: CaseExportId }))
  .output(z.strictObject({ rows: z.array(WorklistRow), pass: z.string().nullable() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseIds, caseExportId } }) => {
    const person = requirePerson(actor)
    const { personId } = person
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const after = Instant.parse(new Date(Date.parse(parts.clock.now()) - HOLDS).toISOString())
      if (!(await isUnderWay(tx, { areaId, caseExportId, personId }, after))) throw new Refusal('not-found')
      const viewer = { areaId, personId, today: parts.clock.today() }
      const rows = await worklistRows(tx, viewer, [...new Set(caseIds)])
      if (rows.length === 0) return { rows, pass: null }
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...rows.map(({ caseId: id }) => ({
          action: 'case.export-with-names',
          object: { kind: 'case', id },
          fieldClasses: ['identity' as const],
        })),
      )
      const pass = await issuePass(parts.keyring, {
        holder: actorKey(person),
        caseIds: rows.map(({ caseId }) => caseId),
        fieldClasses: ['identity'],
        requestId: person.requestId,
      })
      return { rows, pass }
    })
  })
