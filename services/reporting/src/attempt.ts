import type { Attempt } from '@cdop/database'
import { type Actor, type AreaId, areasOf, type Canonical, canonicalJson, Refusal } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'

/** The token a form or caller mints once for one change. */
export const AttemptKey = z.string().min(8).max(100)

/** One attempt at a change, recognised when it comes again by its key and a keyed hash of what was asked. */
export function attemptAt(
  parts: ServiceParts,
  actor: Actor,
  procedure: string,
  input: Readonly<{ areaId: AreaId; key: string }> & Readonly<Record<string, Canonical>>,
): Attempt {
  return {
    schema: 'reporting',
    actor,
    areaId: input.areaId,
    procedure,
    key: input.key,
    bodyHash: blindIndex(parts.keys, procedure, canonicalJson(input)),
    recordedAt: parts.clock.now(),
  }
}

/** @throws Refusal `not-found` for an area that is not the actor's, as if there were none */
export function requireArea(actor: Actor, areaId: AreaId): void {
  if (!areasOf(actor).includes(areaId)) throw new Refusal('not-found')
}
