import type { Actor } from '@cdop/domain'

/**
 * Whose rows a reader of published figures sees. An organisation's system sees no row of an area by itself; what is published is
 * read for it by the service, and audited as read by the organisation.
 */
export function readerOf(actor: Actor): Actor {
  if (actor.kind !== 'organisation') return actor
  const { areaId, requestId } = actor
  return { kind: 'service', service: 'reporting', areaId, onBehalfOf: null, requestId }
}
