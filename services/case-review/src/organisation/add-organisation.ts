import { randomUUID } from 'node:crypto'
import { AreaId, GssCode, OdsCode, OrganisationId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { requireDatesInOrder } from './directory-entry.ts'
import { Organisation } from './organisation.ts'
import { insertOrganisation } from './organisation-store.ts'

const outcome = z.strictObject({ organisationId: OrganisationId })

/**
 * Adds an agency the area can ask to the directory.
 * @throws Refusal `organisation-known` when another one has the code; `dates-out-of-order`
 */
export const addOrganisation = requires('organisation:write')
  .input(
    Organisation.omit({ organisationId: true, version: true }).extend({
      odsCode: OdsCode.nullable().default(null),
      gssCode: GssCode.nullable().default(null),
      activeFrom: PlainDate.nullable().default(null),
      activeTo: PlainDate.nullable().default(null),
      areaId: AreaId,
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, key, ...added } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'organisation.add', input, outcome },
      async (tx) => {
        requireDatesInOrder(added)
        const organisationId = OrganisationId.parse(randomUUID())
        const isNew = await insertOrganisation(tx, areaId, { organisationId, ...added }, parts.clock.now())
        if (!isNew) throw new Refusal('organisation-known')
        await parts.audit.record(tx, actor, areaId, {
          action: 'organisation.add',
          object: { kind: 'organisation', id: organisationId },
        })
        return { organisationId }
      },
    )
  })
