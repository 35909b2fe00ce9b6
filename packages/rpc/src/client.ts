import { isRefusalCode, Refusal, type ServiceName } from '@cdop/domain'
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { z } from 'zod'
import type { Keyring } from './keyring.ts'
import { HOP_HEADER } from './serve-rpc.ts'
import { type Authority, hopToken } from './token.ts'

/** Milliseconds a call to another service may take. */
const DEADLINE = 3_000

export type Destination = {
  keyring: Keyring
  callee: ServiceName
  /** Origin of the callee, for example http://127.0.0.1:4001 */
  url: string
  /** Milliseconds; 3,000 unless the work is known to be long. */
  deadline?: number
  /** Replaces the network: several services in one process, tests. */
  fetch?: (request: Request) => Promise<Response>
}

const HeaderList = z.record(z.string(), z.string())
const Failure = z.object({ data: z.object({ code: z.string(), fields: z.array(z.string()) }) })

/** A service that could not be reached, or failed inside. Nothing of the request is in it. */
export class ServiceUnavailable extends Error {
  readonly callee: ServiceName
  constructor(callee: ServiceName) {
    super(`${callee} could not answer`)
    this.name = 'ServiceUnavailable'
    this.callee = callee
  }
}

function translated(callee: ServiceName, thrown: unknown): unknown {
  if (!(thrown instanceof TRPCClientError)) return thrown
  const failure = Failure.safeParse(thrown.shape)
  if (failure.success && isRefusalCode(failure.data.data.code)) {
    return new Refusal(failure.data.data.code, failure.data.data.fields)
  }
  return new ServiceUnavailable(callee)
}

/**
 * A typed client of another service for one request. Every call is a POST with a hop token of its own; a refusal of
 * the callee is thrown again as a Refusal, anything else as ServiceUnavailable.
 */
export function clientOf<Router extends AnyRouter>(destination: Destination, authority: Authority) {
  const { keyring, callee, url } = destination
  const send = destination.fetch ?? ((request: Request) => fetch(request))
  async function signed(input: URL | string, body: string, given: Headers): Promise<Response> {
    const target = new URL(input)
    const procedure = target.pathname.split('/').at(-1) ?? ''
    const headers = new Headers(given)
    headers.set(HOP_HEADER, await hopToken(keyring, callee, procedure, body, authority))
    const signal = AbortSignal.timeout(destination.deadline ?? DEADLINE)
    return send(new Request(target, { method: 'POST', headers, body, signal }))
  }
  const links = [
    httpLink<AnyRouter>({
      url: `${url}/rpc`,
      methodOverride: 'POST',
      fetch: (input, init) =>
        signed(
          input instanceof Request ? input.url : input,
          typeof init?.body === 'string' ? init.body : '',
          init?.headers instanceof Headers
            ? init.headers
            : new Headers(HeaderList.parse(init?.headers ?? {})),
        ),
    }),
  ]
  return translating(createTRPCClient<Router>({ links }), callee)
}

/** The client as it is, but what it throws is ours. (tRPC wraps whatever a link throws, so it is undone out here.) */
function translating<Client extends object>(client: Client, callee: ServiceName): Client {
  return new Proxy(client, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      return typeof member === 'function' ? translating(member, callee) : member
    },
    apply(target, self, given) {
      if (typeof target !== 'function') return undefined
      const outcome: unknown = Reflect.apply(target, self, given)
      if (!(outcome instanceof Promise)) return outcome
      return outcome.catch((thrown: unknown) => {
        throw translated(callee, thrown)
      })
    },
  })
}
