import { type CallerName, Refusal, type RequestId, type ServiceName } from '@cdop/domain'
import type { AnyRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Keyring } from './keyring.ts'
import type { Context } from './procedure.ts'
import { proveCall } from './token.ts'
import { checkWireText } from './wire-text.ts'

/** Bytes of a request body. A full statutory form is under a tenth of it. */
const LARGEST_BODY = 1_000_000

/** One procedure by its name, never a list of them. */
const PROCEDURE = /^[a-zA-Z]+(\.[a-zA-Z]+)+$/

/** Header that carries the hop token. */
export const HOP_HEADER = 'x-cdop-hop'

/** What went wrong inside, for the log: codes only. */
export type CallReport = {
  procedure: string
  requestId: RequestId
  code: string
  milliseconds: number
  cause: unknown
}

export type RpcDoor<Parts> = {
  service: ServiceName
  router: AnyRouter
  keyring: Keyring
  /** Whose assertions about persons are taken. */
  asserters: readonly CallerName[]
  parts: Parts
  /** Hears of every call that ended: for logs and error reports. */
  report(call: CallReport): void
}

const refused = (code: string, status: number) =>
  Response.json(
    { error: { code: -32600, message: code, data: { code, fields: [], httpStatus: status } } },
    { status },
  )

/** The only door of a service: POST /rpc/<procedure>, one call each, with a hop token. */
export function rpcDoor<Parts>(door: RpcDoor<Parts>): Hono {
  const app = new Hono()
  app.post(
    '/rpc/:procedure',
    bodyLimit({ maxSize: LARGEST_BODY, onError: () => refused('too-large', 413) }),
    async (c) => {
      const procedure = c.req.param('procedure')
      const body = await c.req.text()
      const token = c.req.header(HOP_HEADER) ?? ''
      const call = await proveCall(door.keyring, door.service, door.asserters, { token, procedure, body })
      if (call === null || !PROCEDURE.test(procedure)) return refused('forbidden', 401)
      try {
        if (body !== '') checkWireText(body)
      } catch (thrown) {
        if (thrown instanceof Refusal) return refused(thrown.code, 400)
        throw thrown
      }
      const started = performance.now()
      let code = 'ok'
      let cause: unknown = null
      const response = await fetchRequestHandler({
        endpoint: '/rpc',
        // Made of what was proven alone: no query string, no header of the caller's, so no batch and no stream.
        req: new Request(new URL(`/rpc/${procedure}`, 'http://door'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: body === '' ? null : body,
        }),
        router: door.router,
        allowMethodOverride: true,
        allowBatching: false,
        createContext: (): Context<Parts> => ({
          actor: call.actor,
          caller: call.caller,
          assertion: call.assertion,
          parts: door.parts,
        }),
        onError: ({ error }) => {
          code = error.cause instanceof Refusal ? error.cause.code : error.code
          cause = error.code === 'INTERNAL_SERVER_ERROR' ? (error.cause ?? error) : null
        },
      })
      const milliseconds = Math.round(performance.now() - started)
      door.report({ procedure, requestId: call.actor.requestId, code, milliseconds, cause })
      return response
    },
  )
  app.all('/rpc/*', () => refused('not-found', 404))
  return app
}
