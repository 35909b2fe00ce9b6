import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { watchBodies } from './slow-bodies.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server that says how many bytes came, once all have. */
async function serving(pace: Parameters<typeof watchBodies>[2]): Promise<number> {
  server = createServer(async (request, response) => {
    let length = 0
    try {
      for await (const chunk of request) length += chunk.length
    } catch {
      return
    }
    response.end(`${length} came`)
  })
  watchBodies(server, (method, path) => method === 'POST' && path === '/file', pace)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Sends a body in pieces, so many milliseconds apart, and says what was answered; nothing when it was cut off. */
async function send(
  port: number,
  path: string,
  pieces: number,
  apart: number,
  length = 100,
): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let said = ''
  socket.on('data', (bytes) => {
    said += String(bytes)
  })
  // Cut off, a connection may be reset: that is what is looked for, and no error.
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${pieces * length}\r\n\r\n`,
  )
  for (let piece = 0; piece < pieces && !socket.destroyed; piece += 1) {
    await new Promise((resolve) => setTimeout(resolve, apart))
    socket.write('x'.repeat(length))
  }
  await closed
  return said.slice(said.indexOf('\r\n\r\n') + 4)
}

const pace = { within: 150, fileWithin: 2_000, lookEvery: 300, leastRate: 200, mostLong: 1 }

describe('a request that takes long to come', () => {
  test('is taken when it brings a file and keeps coming', async () => {
    const port = await serving(pace)
    expect(await send(port, '/file', 10, 60)).toBe('1000 came')
  })

  test('is cut off when it brings none, or comes by a byte now and then, or takes longer than any file may', async () => {
    const port = await serving(pace)
    expect(await send(port, '/other', 10, 60)).toBe('')
    expect(await send(port, '/file', 10, 60, 1)).toBe('')
    server.closeAllConnections()
    const shorter = await serving({ ...pace, fileWithin: 300 })
    expect(await send(shorter, '/file', 20, 60)).toBe('')
  })

  test('is taken of a few at a time only', async () => {
    const port = await serving(pace)
    const answers = await Promise.all([send(port, '/file', 10, 60), send(port, '/file', 10, 60)])
    expect(answers.toSorted()).toEqual(['', '1000 came'])
    expect(await send(port, '/file', 10, 60)).toBe('1000 came')
  })
})
