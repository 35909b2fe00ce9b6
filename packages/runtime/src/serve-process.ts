import { once } from 'node:events'
import { Server } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Log } from './log.ts'
import { type BringsFile, watchBodies } from './slow-bodies.ts'

export type Process = {
  app: Hono
  hostname: string
  port: number
  log: Log
  /** Requests that bring a file may take longer to come than others; without it, none do. */
  bringsFile?: BringsFile | undefined
  /** Called when the server stops taking requests: ends what would otherwise be answered for ever. */
  stopping?: readonly (() => void)[] | undefined
  /** Closed in this order after the server has stopped taking requests. */
  closing: readonly (() => Promise<void>)[]
}

export interface Running {
  port: number
  stop(): Promise<void>
}

/** Milliseconds requests under way get to finish. */
const DRAIN = 5_000
/** Milliseconds between two looks for connections nobody uses. */
const LET_GO_EVERY = 50

/** Listens, and says on which port. @throws Error with code EADDRINUSE when the port is taken */
export async function serveProcess({
  app,
  hostname,
  port,
  log,
  bringsFile,
  stopping = [],
  closing,
}: Process): Promise<Running> {
  const server: ServerType = serve({ fetch: app.fetch, hostname, port })
  if (bringsFile !== undefined && server instanceof Server) watchBodies(server, bringsFile)
  await once(server, 'listening')
  const address = server.address()
  const listening = typeof address === 'object' && address !== null ? address.port : port
  log.note('listening', { port: listening })
  let stopped: Promise<void> | null = null
  const stop = () => {
    stopped ??= shutDown(server, { stopping, closing, log })
    return stopped
  }
  return { port: listening, stop }
}

async function shutDown(
  server: ServerType,
  { stopping = [], closing, log }: Pick<Process, 'stopping' | 'closing' | 'log'>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  for (const end of stopping) end()
  const deadline = new Promise<void>((resolve) => {
    setTimeout(resolve, DRAIN).unref()
  })
  // A browser keeps its connection open after the answer it waited for: let go of each as it falls idle.
  const lettingGo = setInterval(() => {
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }, LET_GO_EVERY)
  await Promise.race([closed, deadline])
  clearInterval(lettingGo)
  if ('closeAllConnections' in server) server.closeAllConnections()
  for (const close of closing) {
    await close().catch((thrown: unknown) => log.failure('a part did not close', thrown))
  }
  log.note('stopped')
}

/** Stops once on Ctrl-C or a request to terminate, then ends the process. */
export function stopOnSignal(running: Running): void {
  const end = () => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}
