import {
  AreaId,
  confidentialityStatement,
  maySignStatement,
  PlainDate,
  requireArea,
  StatementState,
  StatementVersion,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { standingOf } from './statement-store.ts'

/** The words a panel member is asked to sign, and how the asking person's own statement stands. */
export const readStatement = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(
    z.strictObject({
      version: StatementVersion,
      promises: z.array(z.string()),
      state: StatementState,
      /** The first day on which what was signed no longer holds. */
      lapsesOn: PlainDate.nullable(),
      maySign: z.boolean(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    const today = parts.clock.today()
    return parts.database.transaction(actor, async (tx) => {
      const standing = await standingOf(tx, areaId, personId, today)
      return {
        version: confidentialityStatement.version,
        promises: [...confidentialityStatement.promises],
        state: standing.state,
        lapsesOn: standing.state === 'not-signed' ? null : standing.lapsesOn,
        maySign: maySignStatement(standing, today),
      }
    })
  })
