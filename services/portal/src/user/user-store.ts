import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type Instant, PersonId } from '@cdop/domain'
import { z } from 'zod'

/** Somebody with an account. Staff details: shown to administrators, never logged. */
export const User = z.strictObject({ personId: PersonId, email: z.string(), displayName: z.string() })
export type User = z.infer<typeof User>

/**
 * The person invited under this address, made when there is none. A name given before stays: one area does not rename
 * another's colleague.
 */
export async function findOrAddUser(
  tx: Db,
  { email, displayName }: { email: string; displayName: string },
  at: Instant,
): Promise<PersonId> {
  await tx`
    insert into portal.users (person_id, email, display_name, invited_at)
    values (${randomUUID()}, ${email.toLowerCase()}, ${displayName}, ${at})
    on conflict (email) do nothing
  `
  const [row] = await tx<{ personId: string }[]>`
    select person_id from portal.users where email = ${email.toLowerCase()}
  `
  return PersonId.parse(row?.personId)
}

/** Whom the identity provider means, if they signed in before. */
export async function userBySubject(tx: Db, issuer: string, subject: string): Promise<PersonId | null> {
  const [row] = await tx<{ personId: string }[]>`
    select person_id from portal.users where issuer = ${issuer} and subject = ${subject}
  `
  return row === undefined ? null : PersonId.parse(row.personId)
}

/**
 * Ties the invited person with this address to the identity provider's subject. Once tied, an address alone opens
 * nothing: whoever gets the address later is somebody else.
 */
export async function bindSubject(
  tx: Db,
  { issuer, subject, email }: { issuer: string; subject: string; email: string },
): Promise<PersonId | null> {
  const [row] = await tx<{ personId: string }[]>`
    update portal.users set issuer = ${issuer}, subject = ${subject}
    where email = ${email.toLowerCase()} and subject is null
    returning person_id
  `
  return row === undefined ? null : PersonId.parse(row.personId)
}

/** Names of people, for pages that say who did something. */
export async function displayNames(
  tx: Db,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await tx<{ personId: string; displayName: string }[]>`
    select person_id, display_name from portal.users where person_id = any (${[...personIds]})
  `
  return new Map(rows.map((row) => [PersonId.parse(row.personId), row.displayName]))
}
