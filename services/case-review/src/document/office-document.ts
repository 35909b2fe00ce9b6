import type { DocumentRow } from './document-rows.ts'

/** Whether the office sees it: what an agency has not sent with its answer yet is the agency's own. */
export function isOfTheOffice({
  informationRequestId,
  answeredAt,
}: Pick<DocumentRow, 'informationRequestId' | 'answeredAt'>): boolean {
  return informationRequestId === null || answeredAt !== null
}
