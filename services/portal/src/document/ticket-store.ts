import type { Db } from '@cdop/database'
import { AreaId, CaseId, DocumentId, type Instant } from '@cdop/domain'
import { z } from 'zod'
import { later } from '../session/open-session.ts'
import { newToken, tokenHash } from '../session/token.ts'

/** Milliseconds within which a browser follows a link. */
const GOOD_FOR = 30_000

/** What a ticket opens, and in which session it was made out. */
const Ticket = z.object({
  sessionHash: z.instanceof(Buffer),
  areaId: AreaId,
  caseId: CaseId,
  documentId: DocumentId,
})
type Ticket = z.infer<typeof Ticket>

/** Makes out a ticket; what was not used in time is forgotten. @returns what the address holds; it is stored nowhere */
export async function makeOutTicket(sql: Db, ticket: Ticket, at: Instant): Promise<string> {
  const token = newToken()
  const { sessionHash, areaId, caseId, documentId } = ticket
  await sql`delete from portal.document_tickets where good_until < ${at}`
  await sql`
    insert into portal.document_tickets (token_hash, session_hash, area_id, case_id, document_id, good_until)
    values (${tokenHash(token)}, ${sessionHash}, ${areaId}, ${caseId}, ${documentId}, ${later(at, GOOD_FOR)})
  `
  return token
}

/** What a ticket opens; null for one that was used, is too old, or whose session has ended. A second time it is used. */
export async function takeTicket(sql: Db, token: string, at: Instant): Promise<Ticket | null> {
  const [row] = await sql`
    delete from portal.document_tickets where token_hash = ${tokenHash(token)}
    returning session_hash, area_id, case_id, document_id, good_until > ${at} as good
  `
  return row?.['good'] === true ? Ticket.parse({ ...row }) : null
}
