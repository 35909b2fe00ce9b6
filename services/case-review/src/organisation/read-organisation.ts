import { AreaId, OrganisationId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { contactsOf, OrganisationContact } from './contact-store.ts'
import { Organisation } from './organisation.ts'
import { findOrganisation, NameEntry, namesOf } from './organisation-store.ts'

/** One organisation of the directory, with the names it had and who answers or answered for it. */
export const readOrganisation = requires('organisation:read')
  .input(z.strictObject({ areaId: AreaId, organisationId: OrganisationId }))
  .output(
    z.strictObject({
      organisation: Organisation,
      names: z.array(NameEntry),
      contacts: z.array(OrganisationContact),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, organisationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const organisation = await findOrganisation(tx, areaId, organisationId, parts.clock.today())
      if (organisation === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'organisation.read',
        object: { kind: 'organisation', id: organisationId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      return {
        organisation,
        names: await namesOf(tx, areaId, organisationId),
        contacts: await contactsOf(tx, cipher, areaId, organisationId),
      }
    })
  })
