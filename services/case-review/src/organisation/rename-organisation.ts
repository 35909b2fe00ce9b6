import { AreaId, OrganisationId, PlainDate, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { entryToChange } from './directory-entry.ts'
import { addName } from './organisation-store.ts'

/**
 * An organisation is called otherwise from a day on, past or to come; what happened before keeps its name of the day.
 * @throws Refusal `stale`
 */
export const renameOrganisation = requires('organisation:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      organisationId: OrganisationId,
      version: z.number().int().positive(),
      name: text(200),
      from: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, organisationId, name, from } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'organisation.rename', input, outcome: z.null() },
      async (tx) => {
        await entryToChange(tx, input, parts.clock.today())
        await addName(tx, areaId, organisationId, { name, from, by: person.personId, at: parts.clock.now() })
        await parts.audit.record(tx, actor, areaId, {
          action: 'organisation.rename',
          object: { kind: 'organisation', id: organisationId },
        })
        return null
      },
    )
  })
