import { createServer } from 'node:net'
import { freePort, PlainError, systemCode } from '@cdop/postgres'
import type { Ports } from './plan.ts'

/**
 * A port for every program: the portal's as asked (0: any), the others any that are free.
 * @throws {PlainError} when the portal's port is taken
 */
export async function choosePorts(portal: number): Promise<Ports> {
  if (portal !== 0) await refuseTakenPort(portal)
  const taken = new Set([portal])
  const next = async (): Promise<number> => {
    for (;;) {
      const port = await freePort()
      if (taken.has(port)) continue
      taken.add(port)
      return port
    }
  }
  return {
    of: {
      portal: portal === 0 ? await next() : portal,
      reporting: await next(),
      'factor-analysis': await next(),
      'case-review': await next(),
      intake: await next(),
    },
    mailSmtp: await next(),
    mailPage: await next(),
    identityProvider: await next(),
  }
}

/** A browser that is told `localhost` may try either address, so on neither may another program answer. */
async function refuseTakenPort(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listenOnce(host, port)
    if (code === 'EADDRINUSE') {
      throw new PlainError(
        `Port ${port} is taken by another program: stop that program, or choose another port with PORT=3001 npm start.`,
      )
    }
    if (code === 'EACCES') {
      throw new PlainError(
        `You may not use port ${port}: choose one above 1023, for example PORT=3001 npm start.`,
      )
    }
  }
}

/** The code of the error, if there is one; a machine without IPv6 has another code than a taken port. */
function listenOnce(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(systemCode(error)))
    server.listen({ port, host }, () => server.close(() => resolve(undefined)))
  })
}

/** @throws {PlainError} when it is not a port number */
export function portAsked(settings: Readonly<Record<string, string | undefined>>): number {
  const asked = settings['PORT'] || '3000'
  const port = Number(asked)
  if (/^\d+$/.test(asked) && port <= 65_535) return port
  throw new PlainError(`PORT is "${asked}", which is not a port: set it to a number from 1 to 65535.`)
}
