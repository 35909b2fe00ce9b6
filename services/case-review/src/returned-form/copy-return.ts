import { AreaId, InformationRequestId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caveatsOf } from '../caveat/caveat-store.ts'
import { shownOf } from '../caveat/withhold.ts'
import { findRequest } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { CopyFormat, FormCopy } from './form-copy.ts'
import { findReturn, ReturnedFormName } from './returned-form-store.ts'

/**
 * One form an agency returned, to be kept outside: as it is, in the version it was filled in, without what stands under a
 * caveat today. The copy is audited with the format it leaves in before it does.
 * @throws Refusal `not-found` also while nothing was returned
 */
export const copyReturn = requires('information-request:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      form: ReturnedFormName,
      /** An earlier version of what was returned; the newest when it is left out. */
      entry: z.number().int().positive().optional(),
      as: CopyFormat,
    }),
  )
  .output(FormCopy)
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, form: name, entry = null, as } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const request = await findRequest(tx, areaId, informationRequestId)
      if (request === null) throw new Refusal('not-found')
      const { caseId, organisationName } = request
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      const place = { areaId, caseId, informationRequestId }
      const returned = await findReturn(tx, parts.keys, place, entry)
      const own = returned?.forms.find((one) => one.name === name)
      if (returned === null || own === undefined) throw new Refusal('not-found')
      const caveats = await caveatsOf(tx, areaId, seen.found.caseIds)
      const shown = shownOf('copy', informationRequestId, own, caveats)
      await parts.audit.record(tx, actor, areaId, {
        action: `returned-form.copy.${as}`,
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      return {
        reference: seen.found.reference,
        organisationName,
        form: name,
        formVersion: own.form.version,
        stages: own.stages,
        answers: shown.answers,
        withheld: [...shown.withheld],
        returned: {
          entry: returned.entry,
          at: returned.returnedAt,
          transcribed: returned.transcribed,
          part: returned.part,
        },
      }
    })
  })
