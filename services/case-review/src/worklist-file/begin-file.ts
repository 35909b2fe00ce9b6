import { randomUUID } from 'node:crypto'
import { AreaId, CaseExportId, CaseId, ExportReason, Refusal, requireArea, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { Chase, chaseOrder } from '../case/chase-order.ts'
import type { Viewer } from '../case/visible-cases.ts'
import { inOrder, WorklistFilter } from '../case/worklist-filter.ts'
import { worklistIds } from '../case/worklist-store.ts'
import { requires } from '../rpc.ts'
import { insertExport } from './export-store.ts'

/** Cases of one file: more than an area ever has open. Their ids alone are held at once, never their rows. */
const MOST_IN_FILE = 20_000

/** Why, in words, for whoever asks later. */
const ExportWhy = text(500)

/**
 * Which cases a worklist holds at this moment, all of them and in its order, to be written into a file: ids, and whom to
 * chase first where the worklist says so. What stands in the file of each is asked for afterwards, and decided anew.
 * @throws Refusal `too-large` for more than 20,000
 */
export const beginFile = requires('case:list')
  .input(z.strictObject({ areaId: AreaId, filter: WorklistFilter }))
  .output(
    z.strictObject({
      shown: WorklistFilter,
      cases: z.array(z.strictObject({ caseId: CaseId, chase: Chase.nullable() })),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, filter } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const viewer: Viewer = { areaId, personId, today: parts.clock.today() }
    const shown = inOrder(filter)
    return parts.database.transaction(actor, async (tx) => {
      const chase = shown.view === 'awaiting-agencies' ? await chaseOrder(tx, viewer, shown) : null
      const caseIds =
        chase !== null && shown.sort === 'most-gain'
          ? chase.caseIds
          : await worklistIds(tx, viewer, shown, MOST_IN_FILE + 1)
      if (caseIds.length > MOST_IN_FILE) throw new Refusal('too-large')
      await parts.audit.record(tx, actor, areaId, {
        action: 'case.list-file',
        object: { kind: 'area', id: areaId },
      })
      return {
        shown,
        cases: caseIds.map((caseId) => ({ caseId, chase: chase?.chases.get(caseId) ?? null })),
      }
    })
  })

const Begun = z.strictObject({ caseExportId: CaseExportId })

/**
 * Somebody who may is about to take a worklist out with the names of the children, and says why. Kept for good, the words
 * sealed, before anything leaves.
 */
export const beginWithNames = requires('case:export-identifiable')
  .input(
    z.strictObject({
      areaId: AreaId,
      key: AttemptKey,
      filter: WorklistFilter,
      reason: ExportReason,
      why: ExportWhy,
    }),
  )
  .output(Begun)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, reason, why } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'worklist-file.begin-with-names', input, outcome: Begun },
      async (tx) => {
        const caseExportId = CaseExportId.parse(randomUUID())
        const cipher = await areaCipher(tx, parts.keys, areaId)
        await insertExport(tx, cipher, {
          areaId,
          caseExportId,
          personId,
          filter: inOrder(input.filter),
          reason,
          why,
          at: parts.clock.now(),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'case.export-with-names',
          object: { kind: 'case-export', id: caseExportId },
          fieldClasses: ['identity'],
        })
        return { caseExportId }
      },
    )
  })
