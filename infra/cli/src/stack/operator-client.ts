import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  type Actor,
  type AreaId,
  type Person,
  type RequestHolder,
  RequestId,
  type ServiceName,
} from '@cdop/domain'
import { type AnyRouter, type Authority, assertActor, clientOf, type Destination, keyring } from '@cdop/rpc'
import { signingKeyFile, trustedKeysFile } from '../keys/development-keys.ts'

/** One request: every call made through it carries the same request id, so a case pass from one serves the next. */
export interface OperatorRequest {
  /** A typed client of a service: `request.to<IntakeRouter>('intake').notification.submit.mutate(…)`. */
  to<Router extends AnyRouter>(callee: ServiceName): ReturnType<typeof clientOf<Router>>
}

/** Somebody the command line may speak for on a demonstration database; live services refuse its word. */
export type SpokenFor = Omit<Person, 'requestId'> | Omit<RequestHolder, 'requestId'>

/** Calls the services as the command line does. Make a new request for each thing done: its word lives 60 seconds. */
export interface OperatorClient {
  /** On the operator's own account: areas, users, denominators, replay. It sees no case. */
  onOwnAccount(areaId: AreaId): OperatorRequest
  /** As a demonstration person or the holder of a mailed link. */
  onBehalfOf(somebody: SpokenFor): Promise<OperatorRequest>
}

/**
 * The operator's client of a running stack, or of whatever `fetch` answers with.
 * @param deadline milliseconds one call may take
 */
export async function operatorClient(
  stack: {
    keysDir: string
    urls: Readonly<Record<ServiceName, string>>
    fetch?: NonNullable<Destination['fetch']>
  },
  deadline = 30_000,
): Promise<OperatorClient> {
  const ring = await keyring(
    'cli',
    await keyIn(signingKeyFile(stack.keysDir, 'cli')),
    await keyIn(trustedKeysFile(stack.keysDir)),
  )
  const request = (authority: Authority): OperatorRequest => ({
    to: <Router extends AnyRouter>(callee: ServiceName) =>
      clientOf<Router>(
        {
          keyring: ring,
          callee,
          url: stack.urls[callee],
          deadline,
          ...(stack.fetch && { fetch: stack.fetch }),
        },
        authority,
      ),
  })
  return {
    onOwnAccount: (areaId) =>
      request({
        kind: 'own',
        actor: { kind: 'service', service: 'cli', areaId, onBehalfOf: null, requestId: newRequest() },
      }),
    async onBehalfOf(somebody) {
      const actor: Actor = { ...somebody, requestId: newRequest() }
      return request({ kind: 'assertion', assertion: await assertActor(ring, actor) })
    },
  }
}

function newRequest(): RequestId {
  return RequestId.parse(randomUUID())
}

async function keyIn(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}
