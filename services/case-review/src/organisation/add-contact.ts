import { randomUUID } from 'node:crypto'
import { AreaId, OrganisationContactId, OrganisationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { contactsOf, endContact, insertContact, Reached } from './contact-store.ts'
import { findOrganisation } from './organisation-store.ts'

const outcome = z.strictObject({ contactId: OrganisationContactId })

/**
 * Records who answers for an organisation from today, in the place of somebody else or beside them. Whoever is replaced
 * stays with what was sent to them.
 * @throws Refusal `not-found`; `contact-ended` when the one to be replaced answers no longer
 */
export const addContact = requires('organisation:write')
  .input(
    Reached.extend({
      areaId: AreaId,
      organisationId: OrganisationId,
      replaces: OrganisationContactId.nullable(),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, organisationId, replaces, role, email, phone } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'organisation.add-contact', input, outcome },
      async (tx) => {
        const today = parts.clock.today()
        const found = await findOrganisation(tx, areaId, organisationId, today, { lock: true })
        if (found === null) throw new Refusal('not-found')
        const cipher = await areaCipher(tx, parts.keys, areaId)
        const place = { areaId, organisationId }
        if (replaces !== null) {
          const contacts = await contactsOf(tx, cipher, areaId, organisationId)
          const replaced = contacts.find((one) => one.contactId === replaces)
          if (replaced === undefined) throw new Refusal('not-found')
          if (replaced.endedOn !== null) throw new Refusal('contact-ended')
          await endContact(tx, place, replaces, today)
        }
        const contactId = OrganisationContactId.parse(randomUUID())
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const contact = { contactId, replaces, role, email, phone, from: today, ...recorded }
        await insertContact(tx, cipher, place, contact)
        await parts.audit.record(tx, actor, areaId, {
          action: 'organisation.add-contact',
          object: { kind: 'organisation', id: organisationId },
        })
        return { contactId }
      },
    )
  })
