import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { CaseView } from './case-view.ts'
import {
  CaseOwner,
  CaseSort,
  ViewCounts,
  type Viewer,
  viewCounts,
  WorklistRow,
  worklist,
} from './worklist-store.ts'

/**
 * A page of a worklist with the count of every view; of one person's cases, or of those nobody has, where that is asked
 * for. No names; a conflicted case is in neither rows nor counts.
 */
export const listCases = requires('case:list')
  .input(
    z.strictObject({
      areaId: AreaId,
      view: CaseView,
      page: z.number().int().min(1).max(100_000),
      sort: CaseSort.exactOptional(),
      owner: CaseOwner.nullable().exactOptional(),
    }),
  )
  .output(z.strictObject({ rows: z.array(WorklistRow), counts: ViewCounts, total: z.number().int() }))
  .query(({ ctx: { actor, parts }, input: { areaId, view, page, sort = 'most-overdue', owner = null } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const viewer: Viewer = { areaId, personId, today: parts.clock.today() }
    return parts.database.transaction(actor, async (tx) => {
      const rows = await worklist(tx, viewer, { view, owner, sort, page })
      const counts = await viewCounts(tx, viewer, owner)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'case.list', object: { kind: 'area', id: areaId } },
        ...rows.map((row) => ({ action: 'case.list', object: { kind: 'case', id: row.caseId } })),
      )
      return { rows, counts, total: counts[view] }
    })
  })
