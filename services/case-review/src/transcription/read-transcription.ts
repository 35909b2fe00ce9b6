import { AreaId, CaseReference, InformationRequestId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { findRequest } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { findOpenTranscription, Transcription } from './transcription-store.ts'

/** What is being entered on behalf of an agency, as far as it has come. */
export const readTranscription = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId, informationRequestId: InformationRequestId }))
  .output(
    z.strictObject({
      reference: CaseReference,
      organisationName: z.string(),
      /** Nothing is being entered. */
      open: Transcription.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, informationRequestId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const request = await findRequest(tx, areaId, informationRequestId)
      if (request === null) throw new Refusal('not-found')
      const seen = await seeCase(tx, person, areaId, request.caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'transcription.read',
        object: { kind: 'case', id: request.caseId },
        fieldClasses: ['agency-return'],
      })
      const cipher = await caseCipher(tx, parts.keys, areaId, request.caseId)
      return {
        reference: seen.found.reference,
        organisationName: request.organisationName,
        open: await findOpenTranscription(tx, cipher, { areaId, informationRequestId }),
      }
    })
  })
