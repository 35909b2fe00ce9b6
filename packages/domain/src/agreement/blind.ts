import type { Actor } from '../actor/actor.ts'
import { mayDo, type Permission } from '../actor/permission.ts'

/** What would tell somebody how the first panel coded, away from the pages of the panel. */
const elsewhere: readonly Permission[] = ['case:read', 'national-submission:read', 'figure:read']

/**
 * Whether somebody may code a case the second time as far as their roles go: whoever works on cases reads what goes to the
 * national database, and whoever reads exact figures can tell one case by the difference.
 */
export function mayCodeBlind(actor: Actor): boolean {
  return mayDo(actor, 'double-coding:code') && !elsewhere.some((permission) => mayDo(actor, permission))
}
