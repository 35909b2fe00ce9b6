import { AreaId, OrganisationContactId, OrganisationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { contactsOf, endContact as saveEnd } from './contact-store.ts'
import { findOrganisation } from './organisation-store.ts'

/**
 * Records that somebody answers for an organisation no longer and nobody takes their place: its mailbox does.
 * @throws Refusal `not-found`, `contact-ended`
 */
export const endContact = requires('organisation:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      organisationId: OrganisationId,
      contactId: OrganisationContactId,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { areaId, organisationId, contactId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'organisation.end-contact', input, outcome: z.null() },
      async (tx) => {
        const today = parts.clock.today()
        await findOrganisation(tx, areaId, organisationId, today, { lock: true })
        const cipher = await areaCipher(tx, parts.keys, areaId)
        const contacts = await contactsOf(tx, cipher, areaId, organisationId)
        const contact = contacts.find((one) => one.contactId === contactId)
        if (contact === undefined) throw new Refusal('not-found')
        if (contact.endedOn !== null) throw new Refusal('contact-ended')
        await saveEnd(tx, { areaId, organisationId }, contactId, today)
        await parts.audit.record(tx, actor, areaId, {
          action: 'organisation.end-contact',
          object: { kind: 'organisation', id: organisationId },
        })
        return null
      },
    )
  })
