import { AreaId, CaseId, DocumentId, Refusal, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { findDocument } from './document-rows.ts'
import { isOfTheOffice } from './office-document.ts'
import { markTakenOut } from './taken-out-rows.ts'

/**
 * Takes a document out of a case it does not belong to: its content, its key and what it was called are destroyed; who,
 * when and why stay. At any stage of the case, for it may be somebody else's record.
 * @throws Refusal `not-found`, also for one that was taken out already
 */
export const takeOutDocument = requires('document:take-out')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      documentId: DocumentId,
      reason: text(1000),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, documentId, reason } = input
    let objectName: string | null = null
    const change = { areaId, procedure: 'document.take-out', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
      requireClass(seen, 'agency-return')
      const row = await findDocument(tx, areaId, documentId, { lock: true })
      if (row === null || !isOfTheOffice(row) || !seen.found.caseIds.includes(row.caseId)) {
        throw new Refusal('not-found')
      }
      if (row.state === 'taken-out') throw new Refusal('not-found')
      objectName = row.objectName
      const cipher = await caseCipher(tx, parts.keys, areaId, row.caseId)
      const at = parts.clock.now()
      await markTakenOut(tx, cipher, areaId, documentId, { at, by: person.personId, reason })
      await parts.audit.record(tx, actor, areaId, {
        action: 'document.take-out',
        object: { kind: 'document', id: documentId },
      })
      return null
    })
    // Left behind by a crash, it goes with the sweep: no row names it.
    if (objectName !== null) await parts.documents.remove(objectName)
  })
