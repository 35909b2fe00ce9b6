import type { Db } from '@cdop/database'
import {
  type AreaId,
  isInUse,
  type OrganisationContactId,
  type OrganisationId,
  type PlainDate,
  Refusal,
} from '@cdop/domain'
import { areaCipher } from '../area/area-cipher.ts'
import type { Parts } from '../parts.ts'
import { contactsOf } from './contact-store.ts'
import { findOrganisation } from './organisation-store.ts'

/** Whom a request can be sent to: a contact of an organisation, or its mailbox. */
export type Addressee = {
  organisationId: OrganisationId
  contactId: OrganisationContactId | null
  role: string | null
  email: string
}

/**
 * Looks up in the directory where a request for an organisation goes today.
 * @throws Refusal `not-found`; `organisation-not-in-use` outside its dates; `contact-ended`
 */
export async function addresseeToday(
  tx: Db,
  { keys }: Pick<Parts, 'keys'>,
  areaId: AreaId,
  { organisationId, contactId }: Pick<Addressee, 'organisationId' | 'contactId'>,
  today: PlainDate,
): Promise<Addressee> {
  const organisation = await findOrganisation(tx, areaId, organisationId, today)
  if (organisation === null) throw new Refusal('not-found')
  if (!isInUse(organisation, today)) throw new Refusal('organisation-not-in-use')
  if (contactId === null) return { organisationId, contactId, role: null, email: organisation.email }
  const cipher = await areaCipher(tx, keys, areaId)
  const contacts = await contactsOf(tx, cipher, areaId, organisationId)
  const contact = contacts.find((one) => one.contactId === contactId)
  if (contact === undefined) throw new Refusal('not-found')
  if (contact.endedOn !== null) throw new Refusal('contact-ended')
  return { organisationId, contactId, role: contact.role, email: contact.email }
}
