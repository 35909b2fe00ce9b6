import {
  AreaId,
  CaseId,
  changedFields,
  MAPPING_IN_USE,
  NationalProblem,
  NationalSubmissionKind,
  nationalMapping,
  Refusal,
  requireArea,
  whyNotSent,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { caseReviewIn, requirePerson } from '../area/area-access.ts'
import { areaCode } from '../area/area-store.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { assembleDocument } from './assemble-document.ts'
import { refusalFor } from './send-submission.ts'
import { fieldHashesOf, submissionsOf } from './submission-store.ts'

/**
 * Which fields of a submission say something else now than in the one that was acknowledged last, and the question of
 * each; never what they say. Intake audits that it was put together for it.
 * @throws Refusal `not-found` when none was acknowledged; what stands in the way of sending
 */
export const readChanges = requires('national-submission:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, kind: NationalSubmissionKind }))
  .output(
    z.strictObject({
      /** The number of the acknowledged one. */
      since: z.int().positive(),
      changed: z.array(NationalProblem.omit({ code: true })),
    }),
  )
  .query(async ({ ctx: { actor, parts }, input: { areaId, caseId, kind } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    const before = await parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      const why = whyNotSent(seen.found, kind)
      if (why !== null) throw new Refusal(refusalFor(why))
      const accepted = (await submissionsOf(tx, areaId, [caseId])).find(
        (one) => one.kind === kind && one.state === 'acknowledged',
      )
      if (accepted === undefined) throw new Refusal('not-found')
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const hashes = await fieldHashesOf(tx, cipher, { areaId, submissionId: accepted.submissionId })
      await parts.audit.record(tx, actor, areaId, {
        action: 'national-submission.changes',
        object: { kind: 'case', id: caseId },
      })
      const panel = await areaCode(tx, areaId)
      return { hashes: hashes ?? {}, since: accepted.number, record: seen.found.reference, panel }
    })
    const { record, panel, since, hashes } = before
    const anew = { kind, caseId, queuedBy: person.personId, sourceVersion: null }
    const self = caseReviewIn(areaId, person.requestId)
    const now = await assembleDocument(parts, self, anew, { mappingVersion: MAPPING_IN_USE, record, panel })
    const fields = nationalMapping(MAPPING_IN_USE).fields[kind]
    return {
      since,
      changed: changedFields(hashes, now?.fieldHashes ?? {}).map((field) => ({
        field,
        question: fields.find((one) => one.field === field)?.question ?? '',
      })),
    }
  })
