import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Refusal } from '@cdop/domain'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { clientOf, type Destination, ServiceUnavailable } from './client.ts'
import { coordinator, type Endings, type GivenDoor, givenDoor, secret } from './testing-door.ts'

let given: GivenDoor
let server: Server | null = null
beforeAll(async () => {
  given = await givenDoor()
})
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

function client(destination: Partial<Destination> = {}) {
  return clientOf<Endings>(
    {
      keyring: given.ringOf('portal'),
      callee: 'case-review',
      url: 'http://case-review',
      fetch: async (request) => given.door.request(request),
      ...destination,
    },
    { kind: 'assertion', assertion: given.assertion },
  )
}

/** A service that answers in its own way, on a real socket. */
async function answering(answer: Parameters<typeof createServer>[1]): Promise<Partial<Destination>> {
  server = createServer(answer as never)
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, fetch: (request) => fetch(request) }
}

describe('a call to another service', () => {
  test('is a POST, and carries nothing in its address', async () => {
    const seen: Request[] = []
    const answer = await client({
      fetch: async (request) => {
        seen.push(request.clone())
        return given.door.request(request)
      },
    }).case.open.query({ caseId: secret })
    expect(answer.personId).toBe(coordinator.personId)
    expect(seen.map((request) => [request.method, request.url])).toEqual([
      ['POST', 'http://case-review/rpc/case.open'],
    ])
  })

  test('that is refused throws the refusal, with the fields to blame', async () => {
    const refused = await client()
      .case.wrong.mutate()
      .catch((thrown: unknown) => thrown)
    expect(refused).toBeInstanceOf(Refusal)
    expect(refused).toMatchObject({ code: 'dates-out-of-order', fields: ['diedOn', 'bornOn'] })
    await expect(client().case.hidden.query({ caseId: 'a' })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('that broke inside says which service, and nothing of what was sent', async () => {
    const thrown = await client()
      .case.breaks.mutate()
      .catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(ServiceUnavailable)
    expect(thrown).toMatchObject({ callee: 'case-review', message: 'case-review could not answer' })
    expect(Reflect.get(Object(thrown), 'cause')).toBeUndefined()
  })

  test('to nobody, to a stranger, or to one that hangs up is unavailable', async () => {
    const nobody = { url: 'http://127.0.0.1:9', fetch: (request: Request) => fetch(request) }
    await expect(client(nobody).case.wrong.mutate()).rejects.toBeInstanceOf(ServiceUnavailable)
    const stranger = await answering((_request, response) => response.end('<html>It works</html>'))
    await expect(client(stranger).case.wrong.mutate()).rejects.toBeInstanceOf(ServiceUnavailable)
    server?.close()
    const rude = await answering((request) => request.socket.destroy())
    await expect(client(rude).case.wrong.mutate()).rejects.toBeInstanceOf(ServiceUnavailable)
  })

  test('ends at its deadline when no answer comes', async () => {
    const silent = await answering(() => undefined)
    await expect(client({ ...silent, deadline: 150 }).case.wrong.mutate()).rejects.toBeInstanceOf(
      ServiceUnavailable,
    )
  })
})
