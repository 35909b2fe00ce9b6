import { createServer } from 'node:net'
import { PlainError, systemCode } from './plain-error.ts'

/** A port on 127.0.0.1 that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0)
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
