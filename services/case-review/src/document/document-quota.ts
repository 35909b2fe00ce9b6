import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type DocumentId,
  documentLimits,
  type InformationRequestId,
  type Instant,
  type PersonId,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'

const DAY = 24 * 60 * 60_000

/** Who sends a file: somebody of the area, or whoever answers a request. */
export type Sender =
  | { readonly personId: PersonId; readonly informationRequestId: null }
  | { readonly personId: null; readonly informationRequestId: InformationRequestId }

const Counted = z.object({ ofCase: z.int(), ofSender: z.int() })

/**
 * Counts one more file against what a sender may begin to send in a day, taken or refused, and what a case can hold,
 * those on their way too. One at a time: two that come at the same moment are two. The case is held by the caller.
 * @throws Refusal `too-many-documents`
 */
export async function countAttempt(
  tx: Db,
  areaId: AreaId,
  { caseId, documentId, sender, at }: { caseId: CaseId; documentId: DocumentId; sender: Sender; at: Instant },
): Promise<void> {
  const { personId, informationRequestId } = sender
  const whose = personId ?? informationRequestId
  await tx`select pg_advisory_xact_lock(hashtextextended(${`case_review.document_attempts:${areaId}:${whose}`}, 0))`
  const since = new Date(Date.parse(at) - DAY).toISOString()
  const [row] = await tx`
    select (select count(*)::int from case_review.documents d where d.area_id = ${areaId} and d.case_id = ${caseId})
      + (select count(*)::int from case_review.document_uploads u
          where u.area_id = ${areaId} and u.case_id = ${caseId}) as of_case,
      (select count(*)::int from case_review.document_attempts a
        where a.area_id = ${areaId} and a.begun_at > ${since}::timestamptz
          and (a.person_id = ${personId}::uuid or a.information_request_id = ${informationRequestId}::uuid)) as of_sender
  `
  const { ofCase, ofSender } = Counted.parse(row)
  const { filesOfCase, filesOfPersonInADay, filesOfRequestInADay } = documentLimits
  const share = personId === null ? filesOfRequestInADay : filesOfPersonInADay
  if (ofCase >= filesOfCase || ofSender >= share) throw new Refusal('too-many-documents')
  await tx`
    insert into case_review.document_attempts (area_id, document_id, person_id, information_request_id, begun_at)
    values (${areaId}, ${documentId}, ${personId}, ${informationRequestId}, ${at})
  `
}

/** Forgets, in an area, what no share is counted from any more. */
export async function forgetAttempts(tx: Db, areaId: AreaId, at: Instant): Promise<void> {
  const before = new Date(Date.parse(at) - 2 * DAY).toISOString()
  await tx`
    delete from case_review.document_attempts where area_id = ${areaId} and begun_at < ${before}::timestamptz
  `
}
