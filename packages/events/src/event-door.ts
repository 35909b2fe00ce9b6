import type { Database } from '@cdop/database'
import type { Clock, ServiceName } from '@cdop/domain'
import { type Authority, clientOf, type Destination, type Keyring, procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { Send } from './deliver.ts'
import { ReceiveInput, receive, type Subscriptions } from './receive.ts'

/** What a service needs to hear events. */
export type Hearing = { database: Database; clock: Clock }

/** The procedures under `event` of every service that hears events. */
export function eventProcedures<Parts extends Hearing>(
  { requires }: Pick<ReturnType<typeof procedures<Parts>>, 'requires'>,
  service: ServiceName,
  subscriptions: Subscriptions<Parts>,
) {
  return {
    receive: requires('event:deliver')
      .input(ReceiveInput)
      .output(z.void())
      .mutation(async ({ ctx: { actor, parts }, input }) => {
        if (actor.kind !== 'service') return
        await parts.database.transaction(actor, (tx) =>
          receive(tx, { service, clock: parts.clock }, subscriptions, { actor, parts, input }),
        )
      }),
  }
}

function contract() {
  const rpc = procedures<Hearing>()
  return rpc.router({ event: rpc.router(eventProcedures(rpc, 'intake', {})) })
}

/** Delivers over the network: one call to the subscriber's `event.receive`. */
export function sendTo(
  keyring: Keyring,
  service: ServiceName,
  urls: Readonly<Record<ServiceName, string>>,
  fetch?: Destination['fetch'],
): Send {
  return async (subscriber, actor, events) => {
    const authority: Authority = { kind: 'own', actor }
    const destination = { keyring, callee: subscriber, url: urls[subscriber], ...(fetch && { fetch }) }
    const client = clientOf<ReturnType<typeof contract>>(destination, authority)
    await client.event.receive.mutate({ publisher: service, events: [...events] })
  }
}
