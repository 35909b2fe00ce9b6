import { AreaId, CaseId, DocumentId, RedactionDecision, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { findDocument } from './document-rows.ts'
import { seeFileable } from './fileable-case.ts'
import { isOfTheOffice } from './office-document.ts'
import { addRedaction, redactionsOf } from './redaction-store.ts'

/**
 * Somebody of the office says whether anything in a version of a document is to be blacked out before it leaves.
 * @throws Refusal `not-found`; `not-allowed-in-this-state` for a redacted copy, or what is not clean; `stale` when somebody
 * else has said something since
 */
export const decideRedaction = requires('document:file')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      documentId: DocumentId,
      decision: RedactionDecision,
      /** How often something was said of it, as far as this person saw. */
      said: z.int().min(0),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, documentId, decision, said } = input
    const change = { areaId, procedure: 'document.decide-redaction', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const { found } = await seeFileable(tx, person, areaId, caseId, { lock: true })
      const row = await findDocument(tx, areaId, documentId, { lock: true })
      if (row === null || !isOfTheOffice(row) || !found.caseIds.includes(row.caseId)) {
        throw new Refusal('not-found')
      }
      if (row.redactedOf !== null || row.state !== 'clean') throw new Refusal('not-allowed-in-this-state')
      const last = (await redactionsOf(tx, areaId, [row.caseId])).get(documentId)
      if ((last?.entry ?? 0) !== said) throw new Refusal('stale')
      const by = { decidedBy: person.personId, decidedAt: parts.clock.now() }
      await addRedaction(tx, areaId, documentId, { entry: said + 1, decision, ...by })
      await parts.audit.record(tx, actor, areaId, {
        action: 'document.decide-redaction',
        object: { kind: 'document', id: documentId },
      })
      return null
    })
  })
