import { type Actor, mayDo } from '@cdop/domain'

/** Whether somebody reads releases nobody has signed yet: who builds them, and who signs them. */
export function mayPreview(actor: Actor): boolean {
  return mayDo(actor, 'release:build') || mayDo(actor, 'release:sign')
}
