import { randomUUID } from 'node:crypto'
import { sealEntries } from '@cdop/audit'
import { connect, proveCommit } from '@cdop/database'
import { RequestId, type ServiceName, schemaOf } from '@cdop/domain'
import { type Job, sendTo, startWorker } from '@cdop/events'
import { type AnyRouter, assertersIn, type CallReport, rpcDoor } from '@cdop/rpc'
import {
  type BringsFile,
  endOnUncaught,
  every,
  healthDoor,
  type Log,
  type Running,
  serveProcess,
} from '@cdop/runtime'
import { Hono } from 'hono'
import type { ServiceEnvironment } from './environment.ts'
import { type OpenParts, openParts, type ServiceParts } from './parts.ts'

/** Milliseconds between two turns of the audit's sealer. */
const SEAL_EVERY = 500
/** Deliveries under way at once. */
const COURIERS = 4
/** Failures in a row before a stream is set aside for a person. */
const DELIVERY_ATTEMPTS = 12

/** What makes one service differ from another. */
export type ServiceDefinition<Parts extends ServiceParts> = {
  service: ServiceName
  router: AnyRouter
  /** Adds the parts only this service has; what it opens it names in `closing`. */
  extend(
    parts: ServiceParts,
    log: Log,
  ): Promise<{
    parts: Parts
    /** Ends answers that would go on for ever, when the service stops. */
    stopping?: readonly (() => void)[]
    closing: readonly (() => Promise<void>)[]
  }>
  jobs?(parts: Parts): Readonly<Record<string, Job>>
  /** Further doors beside /rpc and /health. */
  doors?(app: Hono, parts: Parts): void
  /** Which requests bring a file and may take long to come. */
  bringsFile?: BringsFile
}

/** What every answer says, also that of an error, unless its own door said something else. */
const unlessSaidOtherwise = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const

/** The service as one Hono app: /rpc, /health and its own doors. Needs no socket. */
export function serviceApp<Parts extends ServiceParts>(
  definition: ServiceDefinition<Parts>,
  parts: Parts,
  report: (call: CallReport) => void,
): Hono {
  const { service, router } = definition
  const app = new Hono()
  // Without this the framework would print the error, message and all, which may hold what somebody typed.
  app.onError((thrown, c) => {
    const requestId = RequestId.parse(randomUUID())
    report({ procedure: 'none', requestId, code: 'internal', milliseconds: 0, cause: thrown })
    return c.text('Something went wrong', 500)
  })
  app.use('*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(unlessSaidOtherwise)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  })
  app.route(
    '/',
    healthDoor(() => proveCommit(parts.database, schemaOf(service), parts.clock.now())),
  )
  app.route(
    '/',
    rpcDoor({
      service,
      router,
      keyring: parts.keyring,
      asserters: assertersIn(parts.deployment),
      parts,
      report,
    }),
  )
  definition.doors?.(app, parts)
  return app
}

function reporting(service: ServiceName, { log, reports }: OpenParts) {
  return (call: CallReport) => {
    const { procedure, requestId, code, milliseconds, cause } = call
    if (cause === null) {
      log.note('call', { procedure, requestId, code, milliseconds })
      return
    }
    log.failure('call failed', cause, { procedure, requestId, code, milliseconds })
    reports.report(cause, { service, procedure, requestId, code })
  }
}

/**
 * Runs a service until `stop`: parts, worker, sealer, server; stopped in the reverse order. What had been started is
 * stopped again when the next part does not start.
 */
export async function runService<Parts extends ServiceParts>(
  definition: ServiceDefinition<Parts>,
  environment: ServiceEnvironment,
): Promise<Running> {
  const open = await openParts(definition.service, environment)
  const closing: (() => Promise<void>)[] = [() => open.close()]
  try {
    return await start(definition, environment, open, closing)
  } catch (thrown) {
    for (const close of closing) {
      await close().catch((failure: unknown) => open.log.failure('a part did not close', failure))
    }
    throw thrown
  }
}

/** Starts part after part; each puts how it is stopped at the head of `closing`. */
async function start<Parts extends ServiceParts>(
  definition: ServiceDefinition<Parts>,
  environment: ServiceEnvironment,
  open: OpenParts,
  closing: (() => Promise<void>)[],
): Promise<Running> {
  const { service } = definition
  const { log, reports } = open
  endOnUncaught(log)
  const extended = await definition.extend(open.parts, log)
  const { parts } = extended
  closing.unshift(...extended.closing)
  const seal = async () => {
    await sealEntries(parts.database, service, parts.clock)
  }
  closing.unshift(seal)
  // Where a delivery had come to may be forgotten: the events are then sent again, and heard once.
  const courier = connect(environment.databaseUrl, { max: COURIERS, mayForget: true })
  closing.unshift(() => courier.close())
  const worker = await startWorker({
    url: environment.databaseUrl,
    concurrency: COURIERS,
    delivery: {
      database: courier,
      service,
      clock: parts.clock,
      send: sendTo(parts.keyring, service, environment.urls),
      maxAttempts: DELIVERY_ATTEMPTS,
    },
    jobs: definition.jobs?.(parts) ?? {},
    onFailure: (_job, cause) => {
      log.failure('job failed', cause)
      reports.report(cause, { service })
    },
  })
  const sealer = every(SEAL_EVERY, 'sealing failed', seal, log)
  closing.unshift(
    () => worker.stop(),
    () => sealer.stop(),
  )
  return serveProcess({
    app: serviceApp(definition, parts, reporting(service, open)),
    hostname: environment.host,
    port: environment.port,
    log,
    bringsFile: definition.bringsFile,
    stopping: extended.stopping,
    closing,
  })
}
