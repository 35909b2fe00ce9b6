import { AreaId, TonightContacts } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { addVersion } from './area-settings-store.ts'

const Outcome = z.strictObject({ version: z.int() })

/** Sets whom to phone tonight, from the next page on that shows it. `version` is the one the change was made from. */
export const setTonightContacts = requires('area:write')
  .input(
    z.strictObject({ areaId: AreaId, version: z.int().min(0), contacts: TonightContacts, key: AttemptKey }),
  )
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, version: madeFrom, contacts } = input
    const change = { procedure: 'area.setTonightContacts', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      const by = actor.kind === 'person' ? actor.personId : null
      const at = parts.clock.now()
      await addVersion(tx, areaId, 'tonight-contacts', { madeFrom, content: contacts, by, at })
      await parts.audit.record(tx, actor, areaId, {
        action: 'area.set-tonight-contacts',
        object: { kind: 'area', id: areaId },
      })
      return { version: madeFrom + 1 }
    })
  })
