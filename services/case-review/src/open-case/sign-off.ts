import { AreaId, ImportId, Instant, isSettled, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addAgencies, directoryOf, missingAgencies } from './agencies.ts'
import { bundleOf, intakeFor } from './bundle-of.ts'
import { awaitFiles, filesOf, holdFiles } from './file/file-rows.ts'
import { forgetLater } from './forget-later.ts'
import { findOpenCaseImport, markSignedOff, stageOpenCases } from './import-store.ts'

/**
 * A coordinator has seen what would come of a bundle and signs it off, by name: what it says of each case is kept here,
 * and intake is told to open the cases. Cut off half way, the same call goes on with it; done twice it is done once.
 * @throws Refusal `agencies-unknown` while the directory lacks an agency the bundle gives no mailbox of; `files-missing`
 * while a document it names has neither its clean file nor a reason why not; `import-moved-on`
 */
export const signOffOpenCases = requires('notification:import')
  .input(
    z.strictObject({
      areaId: AreaId,
      importId: ImportId,
      key: AttemptKey,
      /** How many cases that person saw. */
      rows: z.int().positive(),
    }),
  )
  .output(z.strictObject({ signedOffAt: Instant }))
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, importId, key, rows } = input
    requireArea(actor, areaId)
    const of = { areaId, importId }
    const intake = intakeFor({ assertion, parts })
    const known = await parts.database.transaction(actor, (tx) => findOpenCaseImport(tx, of))
    if (known !== null && known.signedOffAt !== null) return { signedOffAt: known.signedOffAt }
    const bundle = known === null ? (await bundleOf(intake, of)).map(({ open }) => open) : null
    if (bundle !== null && bundle.length !== rows) throw new Refusal('import-moved-on')
    if (bundle !== null) {
      await parts.database.transaction(actor, async (tx) => {
        const at = parts.clock.now()
        await holdFiles(tx, of)
        await awaitFiles(tx, parts.keys, of, bundle)
        const files = await filesOf(tx, of)
        if (files.some(({ state }) => !isSettled(state))) throw new Refusal('files-missing')
        const { toAdd, unknown } = missingAgencies(bundle, await directoryOf(tx, areaId, parts.clock.today()))
        if (unknown.length > 0) throw new Refusal('agencies-unknown')
        await stageOpenCases(tx, parts.keys, of, { cases: bundle, by: person.personId, at })
        const added = await addAgencies(tx, areaId, toAdd, at)
        await forgetLater(tx, of)
        await parts.audit.record(
          tx,
          actor,
          areaId,
          { action: 'open-case-import.sign-off', object: { kind: 'import', id: importId } },
          ...added.map((id) => ({
            action: 'organisation.add',
            object: { kind: 'organisation' as const, id },
          })),
        )
      })
    }
    try {
      await intake.import.confirm.mutate({ areaId, importId, key, rows, openCases: true })
    } catch (thrown) {
      // An earlier call had come so far, and was cut off.
      if (!(thrown instanceof Refusal) || thrown.code !== 'import-moved-on') throw thrown
      const { state } = await intake.import.read.query({ areaId, importId })
      if (state !== 'confirmed' && state !== 'done') throw thrown
    }
    const at = parts.clock.now()
    await parts.database.transaction(actor, (tx) => markSignedOff(tx, of, at))
    return { signedOffAt: at }
  })
