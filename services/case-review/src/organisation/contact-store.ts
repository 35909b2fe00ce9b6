import type { Db } from '@cdop/database'
import {
  type AreaId,
  Instant,
  OrganisationContactId,
  type OrganisationId,
  PersonId,
  PlainDate,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { Email } from './organisation.ts'

/** How somebody who answers for an organisation is reached: a role or a team, not a name. */
export const Reached = z.strictObject({
  role: text(120),
  email: Email,
  phone: text(40).nullable(),
})
export type Reached = z.infer<typeof Reached>

/** Who answers for an organisation, from and until which day. */
export const OrganisationContact = Reached.extend({
  contactId: OrganisationContactId,
  /** The contact whose place this one took. */
  replaces: OrganisationContactId.nullable(),
  from: PlainDate,
  endedOn: PlainDate.nullable(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type OrganisationContact = z.infer<typeof OrganisationContact>

/** What is sealed is bound to its contact: it opens as no other's. */
const tableOf = (contactId: string) => `organisation_contacts/${contactId}`

/** Everybody who answers or answered for an organisation, those of now first, the newest first. */
export async function contactsOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  organisationId: OrganisationId,
): Promise<OrganisationContact[]> {
  const rows = await tx<{ contactId: string; reached: Buffer }[]>`
    select contact_id, reached, replaces, from_on as "from", ended_on, recorded_by, recorded_at
    from case_review.organisation_contacts
    where area_id = ${areaId} and organisation_id = ${organisationId}
    order by ended_on desc nulls first, recorded_at desc, contact_id
  `
  return rows.map((row) => opened(cipher, row))
}

function opened(cipher: SubjectCipher, { reached, ...row }: { contactId: string; reached: Buffer }) {
  const plain = Reached.parse(cipher.openJson(tableOf(row.contactId), 'reached', reached))
  return OrganisationContact.parse({ ...row, ...plain })
}

/** Who answers for the area's organisations now, each with its organisation. */
export async function contactsIn(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
): Promise<{ organisationId: string; contact: OrganisationContact }[]> {
  const rows = await tx<{ organisationId: string; contactId: string; reached: Buffer }[]>`
    select organisation_id, contact_id, reached, replaces, from_on as "from", ended_on, recorded_by, recorded_at
    from case_review.organisation_contacts
    where area_id = ${areaId} and ended_on is null
    order by recorded_at, contact_id
  `
  return rows.map(({ organisationId, ...row }) => ({ organisationId, contact: opened(cipher, row) }))
}

export async function insertContact(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, organisationId }: { areaId: AreaId; organisationId: OrganisationId },
  { role, email, phone, ...contact }: Omit<OrganisationContact, 'endedOn'>,
): Promise<void> {
  const { contactId, replaces, from, recordedBy, recordedAt } = contact
  await tx`
    insert into case_review.organisation_contacts (area_id, organisation_id, contact_id, reached, replaces, from_on,
      recorded_by, recorded_at)
    values (${areaId}, ${organisationId}, ${contactId},
      ${cipher.sealJson(tableOf(contactId), 'reached', { role, email, phone })}, ${replaces}, ${from}, ${recordedBy},
      ${recordedAt})
  `
}

/** The contact answers for the organisation no longer. */
export async function endContact(
  tx: Db,
  { areaId, organisationId }: { areaId: AreaId; organisationId: OrganisationId },
  contactId: OrganisationContactId,
  on: PlainDate,
): Promise<void> {
  await tx`
    update case_review.organisation_contacts set ended_on = ${on}
    where area_id = ${areaId} and organisation_id = ${organisationId} and contact_id = ${contactId}
  `
}
