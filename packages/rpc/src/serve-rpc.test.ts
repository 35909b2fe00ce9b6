import { setTimeout } from 'node:timers/promises'
import { SignJWT } from 'jose'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { HOP_HEADER } from './serve-rpc.ts'
import { coordinator, type GivenDoor, givenDoor, secret, serviceActor } from './testing-door.ts'
import { type Authority, assertActor, hopToken } from './token.ts'

let given: GivenDoor
beforeAll(async () => {
  given = await givenDoor()
})
afterEach(() => {
  vi.useRealTimers()
  given.calls.length = 0
})

const wish = JSON.stringify({ caseId: 'a' })
const own = (): Authority => ({ kind: 'assertion', assertion: given.assertion })
const token = (procedure = 'case.open', body = wish, authority = own()) =>
  hopToken(given.ringOf('portal'), 'case-review', procedure, body, authority)
const post = (path: string, body: string, hop: string, headers: Record<string, string> = {}) =>
  given.door.request(`/rpc/${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', [HOP_HEADER]: hop, ...headers },
  })
const call = async (procedure: string, body: string, authority = own()) =>
  post(procedure, body, await token(procedure, body, authority))

describe('the door of a service', () => {
  test('opens to a call that proves who asks, and tells the procedure who it is', async () => {
    const response = await call('case.open', wish)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      result: { data: { personId: coordinator.personId, caller: 'portal' } },
    })
    expect(given.calls).toMatchObject([
      { procedure: 'case.open', code: 'ok', requestId: coordinator.requestId, cause: null },
    ])
  })

  const forged: Readonly<Record<string, () => Promise<Response> | Response>> = {
    'no token': () => given.door.request('/rpc/case.open', { method: 'POST', body: wish }),
    'a token that is none': () => post('case.open', wish, 'a.b.c'),
    'a token for another service': async () =>
      post('case.open', wish, await hopToken(given.ringOf('portal'), 'intake', 'case.open', wish, own())),
    'a token for another procedure': async () => post('case.open', wish, await token('case.hidden')),
    'an altered body': async () => post('case.open', JSON.stringify({ caseId: 'b' }), await token()),
    'an expired token': async () => {
      vi.useFakeTimers({ now: Date.now() - 13_000, toFake: ['Date'] })
      const late = await token()
      vi.useRealTimers()
      return post('case.open', wish, late)
    },
    'an expired assertion': async () => {
      vi.useFakeTimers({ now: Date.now() - 63_000, toFake: ['Date'] })
      const assertion = await assertActor(given.ringOf('portal'), coordinator)
      vi.useRealTimers()
      return post('case.open', wish, await token('case.open', wish, { kind: 'assertion', assertion }))
    },
    'an assertion that is good for longer than a minute': async () => {
      const ring = given.ringOf('portal')
      const made = Math.floor(Date.now() / 1000) - 63
      const assertion = await new SignJWT({ actor: coordinator })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'cdop-actor' })
        .setIssuer('portal')
        .setAudience('cdop')
        .setIssuedAt(made)
        .setExpirationTime(made + 3_600)
        .sign(ring.signingKey)
      return post('case.open', wish, await token('case.open', wish, { kind: 'assertion', assertion }))
    },
    'an assertion that somebody is a service': async () => {
      const assertion = await assertActor(given.ringOf('portal'), serviceActor('cli'))
      return post('case.open', wish, await token('case.open', wish, { kind: 'assertion', assertion }))
    },
    'a token signed with a key nobody trusts': async () =>
      post('case.open', wish, await hopToken(given.stranger, 'case-review', 'case.open', wish, own())),
    'a caller that may not call this service': async () =>
      post(
        'case.open',
        wish,
        await hopToken(given.ringOf('intake'), 'case-review', 'case.open', wish, own()),
      ),
    'events from a service this one does not hear': async () =>
      post(
        'event.receive',
        '{"publisher":"reporting"}',
        await hopToken(
          given.ringOf('reporting'),
          'case-review',
          'event.receive',
          '{"publisher":"reporting"}',
          {
            kind: 'own',
            actor: serviceActor('reporting'),
          },
        ),
      ),
    'a word on a person from the command line, on a live database': async () => {
      const assertion = await assertActor(given.ringOf('cli'), coordinator)
      return post('case.open', wish, await token('case.open', wish, { kind: 'assertion', assertion }))
    },
    'a word on a person from another service': async () => {
      const assertion = await assertActor(given.ringOf('factor-analysis'), coordinator)
      return post('case.open', wish, await token('case.open', wish, { kind: 'assertion', assertion }))
    },
    'a service that says it is another': async () =>
      post('case.open', wish, await token('case.open', wish, { kind: 'own', actor: serviceActor('intake') })),
    'a service that says it is a person': async () => {
      const posing = { kind: 'own', actor: coordinator } as unknown as Authority
      return post('case.open', wish, await token('case.open', wish, posing))
    },
    'a hop token where the assertion belongs': async () =>
      post(
        'case.open',
        wish,
        await token('case.open', wish, { kind: 'assertion', assertion: await token() }),
      ),
    'a list of procedures': async () =>
      post(
        'case.open,case.open?batch=1',
        '{"0":{"caseId":"a"}}',
        await token('case.open,case.open', '{"0":{"caseId":"a"}}'),
      ),
    'a procedure that is none': async () => post('open', wish, await token('open')),
  }

  test.for(Object.entries(forged))('stays shut for %s, and says nothing of why', async ([, attempt]) => {
    const response = await attempt()
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      error: { code: -32600, message: 'forbidden', data: { code: 'forbidden', fields: [], httpStatus: 401 } },
    })
    expect(given.calls).toEqual([])
  })

  test('takes a service at its word about itself, and only for what services may do', async () => {
    const actor = serviceActor('intake')
    const body = '{"publisher":"intake"}'
    const authority: Authority = { kind: 'own', actor }
    const ring = given.ringOf('intake')
    const brought = await hopToken(ring, 'case-review', 'event.receive', body, authority)
    expect((await post('event.receive', body, brought)).status).toBe(200)
    const portal: Authority = { kind: 'own', actor: serviceActor('portal') }
    expect((await call('case.open', wish, portal)).status).toBe(403)
  })

  test.for(['GET', 'PUT', 'PATCH', 'DELETE'])('answers nothing but POST: %s', async (method) => {
    const input = encodeURIComponent(wish)
    const headers = { [HOP_HEADER]: await token('case.open', '') }
    const response = await given.door.request(`/rpc/case.open?input=${input}`, { method, headers })
    expect(response.status).toBe(404)
  })

  test('makes no batch of one procedure either, and no stream', async () => {
    const body = JSON.stringify({ 0: { caseId: 'a' } })
    const batch = await post('case.open?batch=1', body, await token('case.open', body))
    expect(batch.status).toBe(400)
    const stream = await post('case.open', wish, await token(), { 'trpc-accept': 'application/jsonl' })
    expect(stream.headers.get('content-type')).toContain('application/json')
    expect(await stream.json()).toHaveProperty('result')
  })
})

describe('what a caller learns when a call does not succeed', () => {
  const failure = async (response: Response) => {
    const text = await response.text()
    expect(text).not.toContain('Aurelia')
    expect(text).not.toContain('stack')
    expect(text).not.toMatch(/\.ts\b/)
    return { status: response.status, ...JSON.parse(text).error.data }
  }

  test('without the permission it is 403, whatever the object', async () => {
    const analyst = { ...coordinator, roles: ['analyst' as const] }
    const assertion = await assertActor(given.ringOf('portal'), analyst)
    for (const procedure of ['case.open', 'case.hidden']) {
      const response = await call(procedure, wish, { kind: 'assertion', assertion })
      expect(await failure(response)).toEqual({ status: 403, code: 'forbidden', fields: [], httpStatus: 403 })
    }
  })

  test('a rule that says no is its code and the fields to blame, and nothing else', async () => {
    expect(await failure(await call('case.wrong', ''))).toEqual({
      status: 400,
      code: 'dates-out-of-order',
      fields: ['diedOn', 'bornOn'],
      httpStatus: 400,
    })
    expect(await failure(await call('case.hidden', wish))).toMatchObject({ status: 404, code: 'not-found' })
    expect(given.calls.map(({ code, cause }) => [code, cause])).toEqual([
      ['dates-out-of-order', null],
      ['not-found', null],
    ])
  })

  test('what nobody expected is “internal”, without its message; the process itself hears of it', async () => {
    expect(await failure(await call('case.breaks', ''))).toMatchObject({
      status: 500,
      code: 'internal',
      fields: [],
    })
    expect(given.calls[0]?.cause).toBeInstanceOf(TypeError)
  })

  test('an answer with more in it than was promised does not leave', async () => {
    expect(await failure(await call('case.leaks', ''))).toMatchObject({
      status: 500,
      code: 'internal',
      fields: [],
    })
  })

  test('a wrong answer is named by its place, never by its value', async () => {
    const body = JSON.stringify({
      child: { surname: secret.repeat(9), born: '2023-02-29' },
      list: [1, secret],
    })
    expect(await failure(await call('case.write', body))).toMatchObject({
      status: 400,
      code: 'invalid-answers',
      fields: ['child.surname', 'child.born', 'list.1'],
    })
  })

  test('a procedure there is none of is not found', async () => {
    expect(await failure(await call('case.none', wish))).toMatchObject({ status: 404, code: 'not-found' })
  })

  const sound = { child: { surname: 'Example' }, list: [] }
  const hostile: Readonly<Record<string, string>> = {
    'a NUL byte': JSON.stringify({ ...sound, child: { surname: 'a\u0000b' } }),
    'a lone surrogate': '{"child":{"surname":"\\ud800"},"list":[]}',
    'a key that reaches for the prototype': '{"child":{"surname":"a"},"list":[],"__proto__":{"x":1}}',
    'a nested key that does': '{"child":{"surname":"a","constructor":{}},"list":[]}',
    '10,000 levels': `{"child":${'['.repeat(10_000)}${']'.repeat(10_000)},"list":[]}`,
    'a million levels': '['.repeat(900_000),
    'a surname of a megabyte': JSON.stringify({ ...sound, child: { surname: 'a'.repeat(1_000_000) } }),
    'an unknown key': JSON.stringify({ ...sound, more: 1 }),
    '29 February 2023': JSON.stringify({ ...sound, child: { surname: 'a', born: '2023-02-29' } }),
    'half a document': '{"child":',
    'no document': 'surname=a',
    nothing: '',
    null: 'null',
  }
  test.for(Object.entries(hostile))('%s is refused as a mistake of the caller’s', async ([, body]) => {
    const response = await call('case.write', body)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect((await failure(response)).code).toMatch(/^(unreadable|too-large|invalid-answers)$/)
    await setTimeout(0)
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })
})
