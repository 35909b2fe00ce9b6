import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '@cdop/runtime'
import { html } from 'hono/html'
import { z } from 'zod'
import { type HeldRecord, heldRecords, type Said } from './held-records.ts'

const HOST = '127.0.0.1'
const LARGEST = 1_000_000

/** What the stand-in can be told to do with the next calls, one each, in their order. */
export const Behaviour = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('wait'), milliseconds: z.int().min(0).max(60_000) }),
  z.strictObject({ does: z.literal('fail') }),
  /** Refuses the call as such, as for a token it does not know. */
  z.strictObject({ does: z.literal('refuse'), status: z.int().min(400).max(499) }),
  z.strictObject({ does: z.literal('answer-twice') }),
  /** Cuts the connection when so many bytes have come of the call, or have left of the answer. */
  z.strictObject({ does: z.literal('drop'), of: z.enum(['call', 'answer']), afterBytes: z.int().min(0) }),
  z.strictObject({ does: z.literal('reject'), field: z.string().max(80), code: z.string().max(60) }),
])
export type Behaviour = z.infer<typeof Behaviour>

export type LocalNationalDatabase = {
  /** http://127.0.0.1:… : `/` for people, `/submissions/…` for programs, `POST /behaviour` to have it misbehave. */
  url: string
  /** What it holds, for tests. */
  list(): readonly HeldRecord[]
  /** In place of what it was told before and has not done yet. */
  behave(...behaviours: readonly Behaviour[]): void
  stop(): Promise<void>
}

class Cut extends Error {}

/** The body of a call, cut off once more bytes than `most` have come. @throws Cut */
async function bodyOf(request: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  if (most === 0) throw new Cut()
  for await (const part of request) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    bytes += chunk.length
    if (bytes >= most) throw new Cut()
    parts.push(chunk)
  }
  return Buffer.concat(parts).toString('utf8')
}

function wire({ status, body }: Said): Buffer {
  const text = JSON.stringify(body)
  return Buffer.from(
    `HTTP/1.1 ${status} Said\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}

/** Answers on the bare connection, so that any byte can be the last. */
function answer(response: ServerResponse, said: Said, behaviour: Behaviour | undefined): void {
  const { socket } = response
  if (socket === null) return
  const bytes = wire(said)
  if (behaviour?.does === 'drop' && behaviour.of === 'answer') {
    socket.write(bytes.subarray(0, behaviour.afterBytes), () => socket.destroy())
  } else {
    socket.end(behaviour?.does === 'answer-twice' ? Buffer.concat([bytes, bytes]) : bytes)
  }
}

/** What people see: which records it holds, by reference. */
const page = (records: readonly HeldRecord[]) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>National database – demonstration</title></head>
<body><main><h1>National database</h1>
<p>A stand-in for demonstrations: it keeps what it is sent until it stops, and is like the real one in nothing but that.</p>
<table><caption>What it holds, the newest first</caption>
<thead><tr><th scope="col">Record</th><th scope="col">Kind</th><th scope="col">State</th><th scope="col">Receipt</th></tr></thead>
<tbody>${records.toReversed().map(
  ({
    document,
    state,
    receipt,
  }) => html`<tr><td>${document?.record ?? 'None came'}</td><td>${document?.kind ?? ''}</td>
<td>${state}</td><td>${receipt}</td></tr>`,
)}</tbody></table></main></body></html>`

/**
 * Stands for the national database in demonstrations and tests: a server of its own, on loopback only, that keeps what
 * it accepts until it stops. It can be told to be slow, to fail, to cut the connection at any byte or to answer twice.
 */
export async function startLocalNationalDatabase(
  { port, token }: { port: number; token: string },
  log: Log,
): Promise<LocalNationalDatabase> {
  const records = heldRecords()
  const behaviours: Behaviour[] = []

  async function speak(request: IncomingMessage, response: ServerResponse, key: string): Promise<void> {
    const behaviour = behaviours.shift()
    if (behaviour?.does === 'wait') await pause(behaviour.milliseconds)
    const cut = behaviour?.does === 'drop' && behaviour.of === 'call'
    const body = await bodyOf(request, cut ? behaviour.afterBytes : LARGEST)
    if (cut) throw new Cut()
    if (behaviour?.does === 'fail') return answer(response, { status: 500, body: {} }, undefined)
    if (behaviour?.does === 'refuse')
      return answer(response, { status: behaviour.status, body: {} }, undefined)
    const found = behaviour?.does === 'reject' ? [{ field: behaviour.field, code: behaviour.code }] : []
    const hash = String(request.headers['content-sha256'] ?? '')
    const said =
      request.method === 'PUT'
        ? records.submit(key, hash, body, found)
        : request.method === 'DELETE'
          ? records.withdraw(key)
          : records.find(key)
    answer(response, said, behaviour)
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      response.end(String(await page(records.list())))
    } else if (path.startsWith('/health/')) {
      answer(response, { status: 200, body: { ready: true } }, undefined)
    } else if (request.headers.authorization !== `Bearer ${token}`) {
      answer(response, { status: 401, body: {} }, undefined)
    } else if (path === '/behaviour' && request.method === 'POST') {
      const told = z
        .array(Behaviour)
        .max(100)
        .safeParse(JSON.parse(await bodyOf(request, LARGEST)))
      behaviours.push(...(told.data ?? []))
      answer(response, { status: told.success ? 202 : 422, body: {} }, undefined)
    } else {
      const key = /^\/submissions\/([\w-]{8,100})$/.exec(path)?.[1]
      if (key === undefined) answer(response, { status: 404, body: {} }, undefined)
      else await speak(request, response, key)
    }
  }

  const server = createServer((request, response) => {
    const { socket } = request
    respond(request, response).catch((thrown: unknown) => {
      if (!(thrown instanceof Cut)) log.failure('the stand-in failed', thrown)
      socket.destroy()
    })
  })
  server.listen(port, HOST)
  await once(server, 'listening')
  const address = server.address()
  const listening = typeof address === 'object' && address !== null ? address.port : port
  log.note('listening', { port: listening })
  return {
    url: `http://${HOST}:${listening}`,
    list: () => records.list(),
    behave: (...told) => {
      behaviours.splice(0, behaviours.length, ...told)
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
