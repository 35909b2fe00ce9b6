import type { Job } from '@cdop/events'
import { DESTROY_DRAFT, destroyWhenOver } from './notification-draft/destroy-drafts.ts'
import type { Parts } from './parts.ts'

/** The jobs of this service besides delivery, by the name `addJob` is given. A job bears being run twice. */
export function jobs(parts: Parts): Readonly<Record<string, Job>> {
  return { [DESTROY_DRAFT]: (payload) => destroyWhenOver(parts, payload) }
}
