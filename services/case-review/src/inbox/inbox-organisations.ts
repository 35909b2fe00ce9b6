import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type AreaId, InboxId, type Instant, isInUse, OrganisationId, type PlainDate } from '@cdop/domain'
import { type KeyProvider, tokenHash } from '@cdop/encryption'
import { z } from 'zod'
import { caseReviewIn, requireInboxHolder } from '../area/area-access.ts'
import { mailboxIndex } from '../chasing/mailbox-index.ts'
import { mailboxOf } from '../chasing/plan-chasers.ts'
import { recipientOf } from '../information-request/recipient-of.ts'
import { findRequest } from '../information-request/request-store.ts'
import { findOrganisation } from '../organisation/organisation-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { inboxToken } from './inbox-link.ts'
import { type InboxTarget, inboxIndex, inboxOf, keepInboxLink, waitingIn } from './inbox-store.ts'

type Looking = Pick<Parts, 'keys' | 'clock'>

/** Lays what an organisation is asked into the inbox of its mailbox, until a day. */
export async function layOrganisationInInbox(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  asked: { organisationId: OrganisationId; email: string; at: Instant; openUntil: PlainDate },
): Promise<InboxId> {
  const { organisationId, email, at, openUntil } = asked
  const newId = InboxId.parse(randomUUID())
  const index = mailboxIndex(keys, mailboxOf(email))
  const { inboxId, made } = await inboxOf(tx, areaId, index, { newId, at })
  if (made) await keepInboxLink(tx, tokenHash(inboxToken(keys, inboxId)), { areaId, inboxId })
  await tx`
    insert into case_review.inbox_organisations as i (area_id, organisation_id, inbox_id, open_until)
    values (${areaId}, ${organisationId}, ${inboxId}, ${openUntil})
    on conflict (area_id, organisation_id, inbox_id) do update
      set open_until = greatest(i.open_until, excluded.open_until)
  `
  return inboxId
}

/** The organisations in use whose mailbox of today is that of the inbox, and that were asked there. */
async function organisationsIn(
  tx: Db,
  { keys, clock }: Looking,
  target: InboxTarget,
): Promise<{ organisationId: OrganisationId; name: string; email: string }[]> {
  const { areaId, inboxId } = target
  const today = clock.today()
  const index = await inboxIndex(tx, target)
  const rows = await tx`
    select organisation_id from case_review.inbox_organisations
    where area_id = ${areaId} and inbox_id = ${inboxId} and open_until >= ${today} order by organisation_id
  `
  const found: { organisationId: OrganisationId; name: string; email: string }[] = []
  for (const row of rows) {
    const organisationId = OrganisationId.parse(row['organisationId'])
    const organisation = await findOrganisation(tx, areaId, organisationId, today)
    if (organisation === null || !isInUse(organisation, today)) continue
    const { email, name } = organisation
    if (index?.equals(mailboxIndex(keys, mailboxOf(email)))) found.push({ organisationId, name, email })
  }
  return found
}

/** The address of an inbox, by what lies in it; null when nothing does any more: then it opens nothing. */
export async function inboxMailbox(tx: Db, parts: Looking, target: InboxTarget): Promise<string | null> {
  const waiting = await waitingIn(tx, target)
  const request = waiting && (await findRequest(tx, target.areaId, waiting))
  if (request !== null) return (await recipientOf(tx, parts.keys, target.areaId, request)).email
  const [organisation] = await organisationsIn(tx, parts, target)
  return organisation?.email ?? null
}

/** For which organisations, by name, whoever has opened an inbox answers: those whose mailbox it is today. */
export const readInboxOrganisations = requires('inbox:read')
  .input(z.strictObject({}))
  .output(
    z.strictObject({
      organisations: z.array(z.strictObject({ organisationId: OrganisationId, name: z.string() })),
    }),
  )
  .query(({ ctx: { actor, parts } }) => {
    const { areaId, subject: inboxId, requestId } = requireInboxHolder(actor)
    return parts.database.transaction(caseReviewIn(areaId, requestId), async (tx) => ({
      organisations: (await organisationsIn(tx, parts, { areaId, inboxId })).map(
        ({ organisationId, name }) => ({ organisationId, name }),
      ),
    }))
  })
