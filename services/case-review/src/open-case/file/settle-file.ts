import { AreaId, ImportId, LeftOutReason, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../../area/area-access.ts'
import { requires } from '../../rpc.ts'
import { awaitOnce, destroyContent, requireAwaiting } from './awaiting-files.ts'
import { type FileRow, findFile } from './file-rows.ts'
import { become } from './file-steps.ts'

const ofFile = { areaId: AreaId, importId: ImportId, row: z.int().min(2), key: AttemptKey }

/**
 * Somebody says why a file the bundle names is not taken in, or takes back what was said or sent for its row (`reason` is
 * null): what came of it is destroyed, and the row waits for its file again.
 * @throws Refusal `not-found`, `import-moved-on` once the bundle is signed off or cancelled
 */
export const settleBundleFile = requires('notification:import')
  .input(z.strictObject({ ...ofFile, reason: LeftOutReason.nullable() }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, importId, row, reason } = input
    requireArea(actor, areaId)
    const of = { areaId, importId, row }
    await awaitOnce({ actor: person, assertion, parts }, of)
    let before: Pick<FileRow, 'objectName' | 'pieceName'> = { objectName: null, pieceName: null }
    const change = { areaId, procedure: 'open-case-file.settle', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      await requireAwaiting(tx, of)
      const file = await findFile(tx, of, { lock: true })
      if (file === null) throw new Refusal('not-found')
      before = file
      const done = { by: person.personId, at: parts.clock.now() }
      if (reason === null) await become(tx, of, { state: 'awaited', by: null, at: null })
      else await become(tx, of, { state: 'left-out', leftOut: reason, ...done })
      await parts.audit.record(tx, actor, areaId, {
        action: reason === null ? 'open-case-file.clear' : 'open-case-file.leave-out',
        object: { kind: 'import', id: importId },
      })
      return null
    })
    await destroyContent(parts, before)
  })
