import { AreaId, ImportId, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { findOpenCaseImport } from './import-store.ts'

/**
 * From a day on this system chases what is still open of an import, by the area's steps and from where each agency was
 * chased to. Until then nobody is mailed. Cases that begin later are chased from that day, too.
 * @throws Refusal `import-moved-on` before the import was signed off, or once chasing was taken over; `dates-out-of-order`
 * for a day that has gone
 */
export const takeOverChasing = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId, importId: ImportId, from: PlainDate, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, importId, from } = input
    requireArea(actor, areaId)
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'open-case-import.take-over-chasing', input, outcome: z.null() },
      async (tx) => {
        const found = await findOpenCaseImport(tx, input, { lock: true })
        if (found === null) throw new Refusal('not-found')
        if (found.signedOffAt === null || found.chasedFrom !== null) throw new Refusal('import-moved-on')
        if (from < parts.clock.today()) throw new Refusal('dates-out-of-order', ['from'])
        await tx`
          update case_review.open_case_imports
          set chased_from = ${from}, chasing_taken_by = ${person.personId}, chasing_taken_at = ${parts.clock.now()}
          where area_id = ${areaId} and import_id = ${importId}
        `
        await tx`
          update case_review.information_requests r set chase_from = ${from}
          from case_review.open_case_rows o
          where o.area_id = ${areaId} and o.import_id = ${importId} and o.case_id is not null
            and r.area_id = ${areaId} and r.case_id = o.case_id and r.state = 'sent' and r.chase_from > ${from}
        `
        await parts.audit.record(tx, actor, areaId, {
          action: 'open-case-import.take-over-chasing',
          object: { kind: 'import', id: importId },
        })
        return null
      },
    )
  })
