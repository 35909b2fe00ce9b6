import type { ImportId } from '@cdop/domain'
import { resealContentKey } from '@cdop/encryption'
import { areaCipher } from '../../area/area-cipher.ts'
import { sealMail, sealName, tableOf } from '../../document/document-rows.ts'
import type { Directory } from '../agencies.ts'
import type { TakingIn } from '../taking-in.ts'
import { filesOf, openAbout, openFiledMail } from './file-rows.ts'
import { become, forgetAbout } from './file-steps.ts'

/**
 * The clean files of a case that begins become its documents, in the order of their rows: the content stays where it lies,
 * and its key is sealed with the key of the case. What was left out is only counted.
 */
export async function takeInDocuments(
  into: TakingIn,
  { importId, caseRow, directory }: { importId: ImportId; caseRow: number; directory: Directory },
): Promise<{ taken: number; leftOut: number }> {
  const { tx, parts, areaId, caseId, cipher, at } = into
  const files = await filesOf(tx, { areaId, importId }, caseRow)
  const ofArea = await areaCipher(tx, parts.keys, areaId)
  let taken = 0
  for (const file of files) {
    const of = { areaId, importId, row: file.rowNumber }
    const { documentId, kind, objectName, contentKey, chunks, bytes, kept, mail, about, scannedAt } = file
    if (file.state === 'left-out') {
      await forgetAbout(tx, of)
      continue
    }
    if (file.state !== 'clean' || about === null) throw new Error('a file of the bundle is not settled')
    if (documentId === null || contentKey === null) throw new Error('a clean file has its content')
    const { fileName, subject, receivedOn, agency } = openAbout(ofArea, of, about)
    const organisation = agency && directory.find({ ...agency, email: null })
    if (agency !== null && !organisation) throw new Error('an agency of the bundle is not in the directory')
    taken += 1
    const key = resealContentKey({ from: ofArea, to: cipher }, tableOf(documentId), contentKey)
    await tx`
      insert into case_review.documents (area_id, document_id, case_id, number, kind, subject, organisation_id, name,
        state, object_name, content_key, chunks, bytes, kept, mail, filed_by, filed_at, scanned_at, scanned_with,
        received_on)
      values (${areaId}, ${documentId}, ${caseId}, ${taken}, ${kind}, ${subject}, ${organisation?.organisationId ?? null},
        ${sealName(cipher, documentId, fileName)}, 'clean', ${objectName}, ${key}, ${chunks}, ${bytes}, ${kept},
        ${mail && sealMail(cipher, documentId, openFiledMail(ofArea, of, mail))}, ${file.doneBy}, ${at}, ${scannedAt},
        ${file.scannedWith}, ${receivedOn})
    `
    await become(tx, of, { state: 'taken', documentId, by: file.doneBy, at: file.doneAt })
  }
  return { taken, leftOut: files.length - taken }
}
