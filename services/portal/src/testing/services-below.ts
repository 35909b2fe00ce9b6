import type { CallerName, ServiceName } from '@cdop/domain'
import { type AnyRouter, type Destination, type Keyring, rpcDoor } from '@cdop/rpc'

/** What answers for each service the portal calls. Those left out do not answer. */
export type BelowRouters = Partial<Record<ServiceName, AnyRouter>>

const originOf = (service: string) => `http://${service}.below.example`

/** Real doors before small routers: tokens, assertions, permissions and refusals are those of the real protocol. */
export function servicesBelow(
  rings: Readonly<Record<CallerName, Keyring>>,
  routers: BelowRouters,
): { urls: Partial<Record<ServiceName, string>>; fetch: NonNullable<Destination['fetch']> } {
  const services = (['reporting', 'factor-analysis', 'case-review', 'intake'] as const).flatMap((service) => {
    const router = routers[service]
    if (router === undefined) return []
    const asserters: CallerName[] = ['portal']
    const door = rpcDoor({
      service,
      router,
      keyring: rings[service],
      asserters,
      parts: null,
      report: () => {},
    })
    return [{ service, door }]
  })
  return {
    urls: Object.fromEntries(services.map(({ service }) => [service, originOf(service)])),
    async fetch(request) {
      const { origin } = new URL(request.url)
      const called = services.find(({ service }) => originOf(service) === origin)
      if (called === undefined) throw new TypeError('fetch failed')
      return called.door.fetch(request)
    },
  }
}
