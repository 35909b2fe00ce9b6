import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { SavedView, savedViewsOf } from '../saved-view/saved-view-store.ts'
import { CaseView } from './case-view.ts'
import { chaseOrder } from './chase-order.ts'
import type { Viewer } from './visible-cases.ts'
import { CaseOwner, CaseSort, inOrder, WorklistFilter } from './worklist-filter.ts'
import { filterCounts, ViewCounts, viewCounts, WorklistRow, worklist } from './worklist-store.ts'

/** A view the person keeps, with how many cases it holds now. */
const KeptView = SavedView.extend({ count: z.int() })

/**
 * A page of a worklist with the count of every view, also of those the person keeps; of one person's cases, or of those
 * nobody has, where that is asked for. Without a view it is the one the person begins with, or else all. Answers which it
 * was. No names of children; a conflicted case is in neither rows nor counts.
 */
export const listCases = requires('case:list')
  .input(
    z.strictObject({
      areaId: AreaId,
      view: CaseView.exactOptional(),
      page: z.number().int().min(1).max(100_000),
      sort: CaseSort.exactOptional(),
      owner: CaseOwner.nullable().exactOptional(),
    }),
  )
  .output(
    z.strictObject({
      shown: WorklistFilter,
      rows: z.array(WorklistRow),
      counts: ViewCounts,
      total: z.number().int(),
      kept: z.array(KeptView),
      /** Answers of the area by which it is judged whom to chase; null in other views. */
      basedOn: z.int().nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, view, page, sort = 'most-overdue', owner = null } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const viewer: Viewer = { areaId, personId, today: parts.clock.today() }
    return parts.database.transaction(actor, async (tx) => {
      const saved = await savedViewsOf(tx, () => areaCipher(tx, parts.keys, areaId), viewer)
      const first = saved.find(({ begins }) => begins)?.filter
      const shown = inOrder(view === undefined && first ? first : { view: view ?? 'all', sort, owner })
      const chase = shown.view === 'awaiting-agencies' ? await chaseOrder(tx, viewer, shown) : null
      const rows = await worklist(tx, viewer, { ...shown, page }, chase)
      const counts = await viewCounts(tx, viewer, shown.owner)
      const ofSaved = await filterCounts(
        tx,
        viewer,
        saved.map(({ filter }) => filter),
      )
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'case.list', object: { kind: 'area', id: areaId } },
        ...rows.map((row) => ({ action: 'case.list', object: { kind: 'case', id: row.caseId } })),
      )
      const kept = saved.map((one, at) => ({ ...one, count: ofSaved[at] ?? 0 }))
      return { shown, rows, counts, total: counts[shown.view], kept, basedOn: chase?.basedOn ?? null }
    })
  })
