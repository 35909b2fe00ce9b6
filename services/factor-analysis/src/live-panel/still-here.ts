import { z } from 'zod'
import { passFor } from '../analysis/case-access.ts'
import { requires } from '../rpc.ts'
import { AskedLive } from './live-access.ts'
import { howManyHere, noteHere } from './presence-store.ts'

/**
 * Notes that somebody still has the live panel of a case open. Nothing of the case is disclosed, so nothing is written to the
 * audit. The shared screen is nobody.
 * @throws Refusal `not-found`
 */
export const stillHere = requires('live-panel:read')
  .input(AskedLive)
  .output(z.strictObject({ here: z.number().int().nonnegative() }))
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    await passFor(parts.keyring, actor, input, 'pack')
    return parts.database.transaction(actor, async (tx) => {
      const at = parts.clock.now()
      if (actor.kind === 'person') await noteHere(tx, input, { by: actor.personId, at })
      return { here: await howManyHere(tx, input, at) }
    })
  })
