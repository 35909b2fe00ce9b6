import type { Db } from '@cdop/database'
import type { AreaId, CaseId, InformationRequestId, Instant } from '@cdop/domain'
import { linkToken, tokenHash } from '@cdop/encryption'
import { caseCipher } from '../case/case-store.ts'
import { lieInInbox } from '../inbox/inbox-link.ts'
import { insertLink } from '../link/link-store.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import type { Addressee } from '../organisation/addressee.ts'
import type { Parts } from '../parts.ts'
import { insertRecipient, type RecipientReason } from './recipient-store.ts'

/** Keeps whom an attempt of a request goes to, puts it into the inbox of that mailbox, makes its link, and has it mailed once this has committed. */
export async function sendLink(
  tx: Db,
  { keys }: Pick<Parts, 'keys'>,
  place: { areaId: AreaId; caseId: CaseId; informationRequestId: InformationRequestId; attempt: number },
  sent: Addressee & { reason: RecipientReason; at: Instant },
): Promise<void> {
  const { areaId, caseId, informationRequestId, attempt } = place
  await insertRecipient(tx, await caseCipher(tx, keys, areaId, caseId), place, sent)
  await insertLink(tx, tokenHash(linkToken(keys, informationRequestId, attempt)), {
    areaId,
    informationRequestId,
  })
  await lieInInbox(tx, keys, areaId, { informationRequestId, ...sent })
  await wakeMail(tx, { kind: 'request', areaId, informationRequestId })
}
