import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId, DocumentFault, DocumentId, DocumentSubject, OrganisationId } from '@cdop/domain'
import { LOOKED_INTO_WITHIN, PIECE_WITHIN, type SendingTo, type WholeFile } from '../../document/send-file.ts'
import type { PersonVisit } from '../../page/visit.ts'

type About = {
  caseId: CaseId
  key: string
  subject: DocumentSubject
  organisationId: OrganisationId | null
  fileName: string
  /** Of which document it is a newer version, or a redacted copy. */
  follows?: { documentId: DocumentId; as: 'version' | 'redacted-copy' }
}

/** The documents of a case, called anew for each piece: a slow line outlasts a session, a role and the word of a minute. */
const documentsOf = async (visit: PersonVisit, within: number) =>
  (await visit.renewed())<CaseReviewRouter>('case-review', within).document

/** A file is sent to a case. */
export function filedTo(visit: PersonVisit, { caseId, key, ...about }: About): SendingTo {
  const to = { areaId: visit.areaId, caseId }
  return {
    begin: async () => (await documentsOf(visit, PIECE_WITHIN)).begin.mutate({ ...to, key, ...about }),
    append: async (piece) => (await documentsOf(visit, PIECE_WITHIN)).append.mutate({ ...to, ...piece }),
    finish: async (whole) =>
      (await documentsOf(visit, LOOKED_INTO_WITHIN)).finish.mutate({ ...to, key, ...whole }),
  }
}

/**
 * Has a file looked into that came whole. Says what is wrong with it; null when it was taken.
 * @throws Refusal `files-waiting` while others still come first
 */
export async function checkFile(
  visit: PersonVisit,
  whole: WholeFile & { caseId: CaseId; key: string },
): Promise<DocumentFault | null> {
  const documents = await documentsOf(visit, LOOKED_INTO_WITHIN)
  const finished = await documents.finish.mutate({ areaId: visit.areaId, ...whole })
  return 'fault' in finished ? finished.fault : null
}
