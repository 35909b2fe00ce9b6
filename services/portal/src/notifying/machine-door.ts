import { randomUUID } from 'node:crypto'
import { type Organisation, RequestId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { assertActor, type clientOf } from '@cdop/rpc'
import type { Context } from 'hono'
import { admitOrganisation } from '../api-token/admit-organisation.ts'
import type { PortalParts } from '../portal-parts.ts'
import { type NotTaken, notTaken } from './not-taken.ts'

/** One request of an organisation's system that was let in, and all it may use. */
export type MachineVisit = {
  readonly actor: Organisation
  readonly intake: ReturnType<typeof clientOf<IntakeRouter>>
}

type Answering = (c: Context) => Promise<Response>

/** How a door for machines answers: who comes in is decided here, for every door alike. */
export type MachineDoor = {
  /** For whoever shows a token that opens this door. */
  withToken(work: (visit: MachineVisit, c: Context) => Promise<Response>): Answering
  /** For anybody: descriptions of the door itself. */
  open(work: (c: Context) => Response | Promise<Response>): Answering
  /** An address that is there, asked in a way that is not. */
  wrongMethod(allowed: string): Answering
  nothingHere: Answering
}

const ASK_FOR_TOKEN = { 'WWW-Authenticate': 'Bearer realm="child death notifications"' }

async function letIn(
  parts: PortalParts,
  address: 'rest' | 'fhir',
  c: Context,
  requestId: RequestId,
): Promise<MachineVisit | NotTaken> {
  const admission = await admitOrganisation(parts, c.req.header('authorization'), address, requestId)
  const none = { found: [], requestId }
  switch (admission.kind) {
    case 'unknown': {
      const says = 'Show a token of your organisation that is in force: Authorization: Bearer cdop_…'
      return { status: 401, code: 'not-admitted', says, headers: ASK_FOR_TOKEN, ...none }
    }
    case 'not-for-this': {
      const says = 'The token is good, but not for this address. Ask the area’s administrator for one that is'
      return { status: 403, code: 'not-for-this', says, headers: {}, ...none }
    }
    case 'too-many': {
      const after = String(admission.retryAfterSeconds)
      const says = `Too many requests in this minute. Send again after ${after} seconds`
      return { status: 429, code: 'too-many', says, headers: { 'Retry-After': after }, ...none }
    }
    case 'admitted': {
      const { actor } = admission
      const assertion = await assertActor(parts.keyring, actor)
      return { actor, intake: parts.call<IntakeRouter>('intake', { kind: 'assertion', assertion }) }
    }
  }
}

/** @param write says in the door's own format why a request was not taken */
export function machineDoor(
  parts: PortalParts,
  address: 'rest' | 'fhir',
  write: (told: NotTaken) => Response,
): MachineDoor {
  async function answering(
    c: Context,
    work: (requestId: RequestId) => Response | Promise<Response>,
  ): Promise<Response> {
    const started = performance.now()
    const requestId = RequestId.parse(randomUUID())
    let response: Response
    try {
      response = await work(requestId)
    } catch (thrown) {
      const told = notTaken(thrown, requestId)
      if (told.status === 500) parts.log.failure('request of a machine failed', thrown, { requestId })
      response = write(told)
    }
    response.headers.set('X-Request-Id', requestId)
    parts.log.note('machine', {
      requestId,
      route: c.req.routePath,
      status: response.status,
      milliseconds: Math.round(performance.now() - started),
    })
    return response
  }

  return {
    withToken: (work) => (c) =>
      answering(c, async (requestId) => {
        const visit = await letIn(parts, address, c, requestId)
        return 'actor' in visit ? work(visit, c) : write(visit)
      }),
    open: (work) => (c) => answering(c, () => work(c)),
    wrongMethod: (allowed) => (c) =>
      answering(c, (requestId) =>
        write({
          status: 405,
          code: 'wrong-method',
          says: `This address takes ${allowed} alone`,
          found: [],
          requestId,
          headers: { Allow: allowed },
        }),
      ),
    nothingHere: (c) =>
      answering(c, (requestId) =>
        write({
          status: 404,
          code: 'not-found',
          says: 'There is nothing here',
          found: [],
          requestId,
          headers: {},
        }),
      ),
  }
}
