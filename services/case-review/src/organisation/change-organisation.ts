import { AreaId, OrganisationId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { entryToChange, requireDatesInOrder } from './directory-entry.ts'
import { OrganisationDetails } from './organisation.ts'
import { isCodeTaken, saveDetails } from './organisation-store.ts'

/**
 * Puts right what the directory knows of an organisation, and says from or until when it can be asked. Requests already
 * sent stay where they went.
 * @throws Refusal `stale`, `organisation-known`, `dates-out-of-order`
 */
export const changeOrganisation = requires('organisation:write')
  .input(
    OrganisationDetails.extend({
      areaId: AreaId,
      organisationId: OrganisationId,
      version: z.number().int().positive(),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { areaId, organisationId, version, key, ...details } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'organisation.change', input, outcome: z.null() },
      async (tx) => {
        requireDatesInOrder(details)
        await entryToChange(tx, { areaId, organisationId, version }, parts.clock.today())
        if (await isCodeTaken(tx, areaId, { organisationId, ...details })) {
          throw new Refusal('organisation-known')
        }
        await saveDetails(tx, areaId, organisationId, details)
        await parts.audit.record(tx, actor, areaId, {
          action: 'organisation.change',
          object: { kind: 'organisation', id: organisationId },
        })
        return null
      },
    )
  })
