import type { PageFrame } from '../layout/page-frame.ts'
import type { BegunVisit } from './begin-visit.ts'
import { navigationFor } from './navigation.ts'
import type { Destination } from './place.ts'

const SERVICE_NAME = 'Child death reviews'

/** What the page has in common with every other of this request. */
export function frameOf(
  { visit, csrf }: BegunVisit,
  nonce: string,
  places: readonly Destination[],
): PageFrame {
  const { parts, visitor, url } = visit
  const signedIn = visitor.kind === 'person' || visitor.kind === 'choosing'
  return {
    serviceName: SERVICE_NAME,
    areaName: visitor.kind === 'person' ? visitor.area.name : undefined,
    navigation: navigationFor(places, url.pathname),
    user: signedIn ? { name: visitor.displayName, csrf } : undefined,
    demonstration: parts.deployment === 'demonstration',
    nonce,
    at: new Date(parts.clock.now()),
  }
}
