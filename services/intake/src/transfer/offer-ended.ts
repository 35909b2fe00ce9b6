import type { NewEvent } from '@cdop/domain'
import type { Transfer } from './transfer-store.ts'

/** What is told of an offer that came to nothing: of a case, that it goes on; of a notification, nothing. */
export function offerEnded({ caseId, transferId }: Pick<Transfer, 'caseId' | 'transferId'>): NewEvent[] {
  if (caseId === null) return []
  return [{ type: 'case.offer-ended.v1', subject: caseId, payload: { caseId, transferId } }]
}
