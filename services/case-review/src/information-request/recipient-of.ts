import type { Db } from '@cdop/database'
import type { AreaId } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { caseCipher } from '../case/case-store.ts'
import { findRecipient, type Recipient } from './recipient-store.ts'
import type { RequestRow } from './request-store.ts'

/** Whom a request goes to now, and where its mails and codes are sent. */
export async function recipientOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { caseId, informationRequestId, attempt, organisationEmail }: RequestRow,
): Promise<Recipient> {
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  const kept = await findRecipient(tx, cipher, { areaId, informationRequestId, attempt })
  return kept ?? { role: null, email: organisationEmail }
}
