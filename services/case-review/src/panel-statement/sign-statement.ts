import { AreaId, confidentialityStatement, maySignStatement, Refusal, StatementVersion } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { insertStatement, standingOf } from './statement-store.ts'

/**
 * A panel member signs the confidentiality statement by being signed in. One that holds is not signed a second time
 * before its last two months.
 * @throws Refusal `stale` when other words are asked for by now than those that were read
 */
export const signStatement = requires('pack:read')
  .input(z.strictObject({ areaId: AreaId, version: StatementVersion, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const { personId } = requirePerson(actor)
    const { areaId, version } = input
    const change = { areaId, procedure: 'panel-statement.sign', input, outcome: z.null() }
    await changeOnce({ actor, parts }, change, async (tx) => {
      if (version !== confidentialityStatement.version) throw new Refusal('stale')
      const today = parts.clock.today()
      if (!maySignStatement(await standingOf(tx, areaId, personId, today), today)) return null
      if (await insertStatement(tx, areaId, { personId, version, signedAt: parts.clock.now() })) {
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-statement.sign',
          object: { kind: 'person', id: personId },
        })
      }
      return null
    })
  })
