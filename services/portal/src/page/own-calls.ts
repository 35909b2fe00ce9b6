import type { Actor } from '@cdop/domain'
import { router } from '../api.ts'
import type { PortalParts } from '../portal-parts.ts'
import { callerOf } from '../rpc.ts'

const caller = callerOf(router)

/** The portal's own procedures, called in this process as whoever is asking: the same door as from outside. */
export function ownCalls(parts: PortalParts, actor: Actor) {
  return caller({ actor, caller: 'portal', assertion: null, parts })
}
export type OwnCalls = ReturnType<typeof ownCalls>
