import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  DocumentFault,
  DocumentId,
  DocumentSubject,
  isStorable,
  kindByName,
  OrganisationId,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { countAttempt } from './document-quota.ts'
import { sealName } from './document-rows.ts'
import { seeFileable } from './fileable-case.ts'
import { knownOrganisation } from './known-organisation.ts'
import { addUpload } from './upload-rows.ts'

const Begun = z.union([z.strictObject({ documentId: DocumentId }), z.strictObject({ fault: DocumentFault })])

/** What a file is called: a piece of text, kept sealed and never used as a path. */
const FileName = z.string().min(1).max(255).refine(isStorable)

/**
 * Begins to take in a file of a case: what it is, whose, and what it is called. Its pieces follow.
 * @throws Refusal `not-found`, `too-many-documents`, `invalid-answers` for an organisation the area does not know
 */
export const beginUpload = requires('document:file')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      subject: DocumentSubject,
      organisationId: OrganisationId.nullable(),
      fileName: FileName,
    }),
  )
  .output(Begun)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, subject, organisationId, fileName } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'document.begin', input, outcome: Begun },
      async (tx) => {
        const { found } = await seeFileable(tx, person, areaId, caseId, { lock: true })
        if (organisationId !== null) await knownOrganisation(tx, areaId, organisationId)
        const { personId } = person
        const at = parts.clock.now()
        const documentId = DocumentId.parse(randomUUID())
        const sender = { personId, informationRequestId: null }
        await countAttempt(tx, areaId, { caseId, documentId, sender, at })
        const kind = kindByName(fileName)
        await parts.audit.record(tx, actor, areaId, {
          action: 'document.begin',
          object: { kind: 'case', id: caseId },
        })
        if (kind === null) return { fault: 'kind-not-taken' as const }
        const cipher = await caseCipher(tx, parts.keys, areaId, found.caseId)
        await addUpload(
          tx,
          areaId,
          {
            documentId,
            caseId,
            kind,
            subject,
            organisationId,
            informationRequestId: null,
            name: new Uint8Array(sealName(cipher, documentId, fileName)),
            pieceName: parts.documents.newName(),
            begunBy: personId,
          },
          at,
        )
        return { documentId }
      },
    )
  })
