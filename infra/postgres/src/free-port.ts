import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { PlainError, systemCode } from './plain-error.ts'

/**
 * Where free ports are looked for: below the ports an operating system gives to outgoing connections (from 32,768 on
 * Linux), for one of those may be given away between the moment it is found free and the moment it is used.
 */
const FIRST = 15_000
const BEYOND = 32_000
/** Ports tried before giving up: of 17,000, hundreds may be in use. */
const TRIES = 100

/**
 * A port on 127.0.0.1 that nothing listens on at this moment.
 * @throws {PlainError} when none is found
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      return await listenOnce(randomInt(FIRST, BEYOND))
    } catch (error) {
      if (systemCode(error) !== 'EADDRINUSE') throw error
    }
  }
  throw new PlainError(
    `No free port was found between ${FIRST} and ${BEYOND}: stop some programs and try again.`,
  )
}

/** @throws {PlainError} when something already listens on this port of 127.0.0.1. */
export async function ensurePortIsFree(port: number): Promise<void> {
  try {
    await listenOnce(port)
  } catch (error) {
    if (systemCode(error) === 'EADDRINUSE') throw portTaken(port)
    if (systemCode(error) === 'EACCES') {
      throw new PlainError(`You may not use port ${port} for the database: choose a port above 1023.`)
    }
    throw error
  }
}

/** The sentence for a port that another program holds. */
export function portTaken(port: number): PlainError {
  return new PlainError(
    `Port ${port}, which the database needs, is taken by another program: stop that program or choose another port for the database.`,
  )
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}
