import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AreaId, InboxId, type InformationRequestId, type Instant } from '@cdop/domain'
import { type KeyProvider, linkToken, tokenHash } from '@cdop/encryption'
import { mailboxIndex } from '../chasing/mailbox-index.ts'
import { mailboxOf } from '../chasing/plan-chasers.ts'
import type { Parts } from '../parts.ts'
import { inboxOf, keepInboxLink, putIntoInbox } from './inbox-store.ts'

/** The link of an inbox stays the same for good: what it opens is what lies in it. */
const ATTEMPT = 1

/** What the link of an inbox ends with. */
export const inboxToken = (keys: KeyProvider, inboxId: InboxId): string => linkToken(keys, inboxId, ATTEMPT)

/** Where an inbox is opened. */
export const inboxLink = (
  { keys, portalPublicUrl }: Pick<Parts, 'keys' | 'portalPublicUrl'>,
  inboxId: InboxId,
) => `${portalPublicUrl}/inbox-link/${inboxToken(keys, inboxId)}`

/** Puts a request into the inbox of the mailbox it goes to, and out of any other. */
export async function lieInInbox(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  {
    informationRequestId,
    email,
    at,
  }: { informationRequestId: InformationRequestId; email: string; at: Instant },
): Promise<InboxId> {
  const index = mailboxIndex(keys, mailboxOf(email))
  const newId = InboxId.parse(randomUUID())
  const { inboxId, made } = await inboxOf(tx, areaId, index, { newId, at })
  if (made) await keepInboxLink(tx, tokenHash(inboxToken(keys, inboxId)), { areaId, inboxId })
  await putIntoInbox(tx, { areaId, inboxId }, informationRequestId)
  return inboxId
}
