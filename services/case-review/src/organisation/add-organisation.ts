import { randomUUID } from 'node:crypto'
import { AreaId, OrganisationId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { Organisation } from './organisation.ts'
import { insertOrganisation } from './organisation-store.ts'

const outcome = z.strictObject({ organisationId: OrganisationId })

/** Adds an agency the area can ask. */
export const addOrganisation = requires('organisation:write')
  .input(Organisation.omit({ organisationId: true }).extend({ areaId: AreaId, key: AttemptKey }))
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, name, kind, email } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'organisation.add', input, outcome },
      async (tx) => {
        const organisationId = OrganisationId.parse(randomUUID())
        await insertOrganisation(tx, areaId, { organisationId, name, kind, email }, parts.clock.now())
        await parts.audit.record(tx, actor, areaId, {
          action: 'organisation.add',
          object: { kind: 'organisation', id: organisationId },
        })
        return { organisationId }
      },
    )
  })
