import { RequestId } from '@cdop/domain'
import { createApp, migrations } from '@cdop/intake/app'
import { type AnyRouter, clientOf } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import type { OperatorClient } from '../stack/operator-client.ts'

/** Intake over a database of a test file's own, and the operator's client of it. */
export async function givenOperator(): Promise<{ client: OperatorClient; intake: GivenService }> {
  const intake = await givenService('intake', migrations)
  const app = createApp({
    ...intake.parts,
    mail: { send: async () => undefined },
    portalPublicUrl: 'http://127.0.0.1:3000',
  })
  const client: OperatorClient = {
    onOwnAccount: (areaId) => ({
      to: <Router extends AnyRouter>() =>
        clientOf<Router>(
          {
            keyring: intake.rings.cli,
            callee: 'intake',
            url: 'http://intake',
            fetch: async (request) => app.fetch(request),
          },
          {
            kind: 'own',
            actor: {
              kind: 'service',
              service: 'cli',
              areaId,
              onBehalfOf: null,
              requestId: RequestId.parse(crypto.randomUUID()),
            },
          },
        ),
    }),
    onBehalfOf: () => Promise.reject(new Error('lists are loaded on the operator’s own account')),
  }
  return { client, intake }
}
