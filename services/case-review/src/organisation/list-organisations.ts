import { AreaId, OrganisationContactId, OrganisationId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { contactsIn } from './contact-store.ts'
import { findIn } from './find-in.ts'
import { Organisation } from './organisation.ts'
import { everyNameIn, organisationsOf } from './organisation-store.ts'

const Contact = z.strictObject({
  organisationId: OrganisationId,
  contactId: OrganisationContactId,
  role: z.string(),
})

/** The agencies the area can ask, by their names of today, and who answers for them; of those typed for, if any. */
export const listOrganisations = requires('organisation:read')
  .input(z.strictObject({ areaId: AreaId, typed: z.string().max(200).default('') }))
  .output(z.strictObject({ rows: z.array(Organisation), contacts: z.array(Contact) }))
  .query(({ ctx: { actor, parts }, input: { areaId, typed } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'organisation.list',
        object: { kind: 'area', id: areaId },
      })
      const all = await organisationsOf(tx, areaId, parts.clock.today())
      const rows = findIn(all, typed.trim() === '' ? new Map() : await everyNameIn(tx, areaId), typed)
      const contacts = await contactsIn(tx, await areaCipher(tx, parts.keys, areaId), areaId)
      const shown = new Set<string>(rows.map(({ organisationId }) => organisationId))
      return {
        rows,
        contacts: contacts
          .filter(({ organisationId }) => shown.has(organisationId))
          .map(({ organisationId, contact: { contactId, role } }) =>
            Contact.parse({ organisationId, contactId, role }),
          ),
      }
    })
  })
