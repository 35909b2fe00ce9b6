import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { freePort, PlainError, systemCode } from '@cdop/postgres'
import { secretOnce } from '../keys/write-secret.ts'
import type { Place } from '../place.ts'
import type { Ports } from './plan.ts'

/**
 * A port for every program: the portal's and that of its documents as asked (0: any), the identity provider's the same at
 * every start, the others any that are free.
 * @throws {PlainError} when one that cannot be another is taken
 */
export async function choosePorts(portal: number, place: Place, documents = 0): Promise<Ports> {
  if (portal !== 0) {
    await refuseTakenPort(portal, 'stop that program, or choose another port with PORT=8080 npm start')
  }
  const signIn = await signInPort(portal, place)
  if (documents !== 0) await refuseTakenPort(documents, 'set DOCUMENTS_PORT to another one')
  const taken = new Set([portal, signIn, documents])
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
    nationalDatabase: await next(),
    identityProvider: signIn,
    documents: documents === 0 ? await next() : documents,
    scanner: await next(),
    scannerHealth: await next(),
  }
}

/**
 * The portal knows people by the identity provider's address and the name it gives them there. On another port the
 * same people would be strangers, so the port of the first start (the one after the portal's, if free) is kept.
 */
async function signInPort(portal: number, place: Place): Promise<number> {
  await mkdir(dirname(place.signInPort), { recursive: true })
  const kept = Number(await secretOnce(place.signInPort, async () => `${await firstSignInPort(portal)}\n`))
  await refuseTakenPort(kept, 'sign-in needs it here, so stop that program')
  return kept
}

async function firstSignInPort(portal: number): Promise<number> {
  const beside = portal + 1
  return portal !== 0 && beside < 65_536 && (await isFree(beside)) ? beside : freePort()
}

async function isFree(port: number): Promise<boolean> {
  return (
    (await listenOnce('127.0.0.1', port)) === undefined && (await listenOnce('::1', port)) !== 'EADDRINUSE'
  )
}

/** A browser that is told `localhost` may try either address, so on neither may another program answer. */
async function refuseTakenPort(port: number, remedy: string): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listenOnce(host, port)
    if (code === 'EADDRINUSE') {
      throw new PlainError(`Port ${port} is taken by another program: ${remedy}.`)
    }
    if (code === 'EACCES') {
      throw new PlainError(
        `You may not use port ${port}: choose one above 1023, for example PORT=8080 npm start.`,
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
  return portOf('PORT', settings['PORT'] || '3000')
}

/** The port documents are served from; 0 is any. @throws {PlainError} when it is not a port number */
export function documentsPortAsked(settings: Readonly<Record<string, string | undefined>>): number {
  return portOf('DOCUMENTS_PORT', settings['DOCUMENTS_PORT'] || '0')
}

function portOf(name: string, asked: string): number {
  const port = Number(asked)
  if (/^\d+$/.test(asked) && port <= 65_535) return port
  throw new PlainError(`${name} is "${asked}", which is not a port: set it to a number from 1 to 65535.`)
}
