import type { Job } from '@cdop/events'
import type { Parts } from './parts.ts'

/** The jobs of this service besides delivery, by the name `addJob` is given. A job bears being run twice. */
export function jobs(_parts: Parts): Readonly<Record<string, Job>> {
  return {}
}
