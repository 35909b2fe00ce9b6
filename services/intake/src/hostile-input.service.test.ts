import { type Actor, isRefusalCode, refusals } from '@cdop/domain'
import { assertActor, clientOf, HOP_HEADER, hopToken } from '@cdop/rpc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { IntakeRouter } from './api.ts'
import { createApp } from './app.ts'
import { aKey, form, type GivenIntake, givenAnswers, givenIntake, TODAY } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const Failure = z.object({
  error: z.object({ data: z.object({ code: z.string(), fields: z.array(z.string()) }) }),
})

/** Sends a body as the portal would, signed, whatever is in it. */
async function post(procedure: string, body: string, actor: Actor = intake.coordinator) {
  const portal = intake.rings.portal
  const assertion = await assertActor(portal, actor)
  const token = await hopToken(portal, 'intake', procedure, body, { kind: 'assertion', assertion })
  const response = await createApp(intake.parts).request(`/rpc/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [HOP_HEADER]: token },
    body,
  })
  return { status: response.status, text: await response.text() }
}

const submission = (answers: Record<string, unknown>) => ({
  areaId: intake.mine.areaId,
  key: aKey(),
  formVersion: form.version,
  answers: { ...givenAnswers(), ...answers },
  receivedOn: TODAY,
})

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

/** A right submission as JSON with one answer replaced by raw JSON. */
const withRaw = (linkId: string, raw: string) => {
  const rest = JSON.stringify(submission({ [linkId]: 'REPLACED' }))
  return rest.replace('"REPLACED"', () => raw)
}

describe('what no person could have meant is refused with a reason, and never breaks anything', () => {
  const surname = 'child-family-name'
  const cases: readonly [string, () => string, string, string?][] = [
    ['a NUL byte in a name', () => withRaw(surname, String.raw`"Quill\u0000feather"`), 'unreadable'],
    ['a lone surrogate in a name', () => withRaw(surname, String.raw`"Quill\ud800"`), 'unreadable'],
    ['a megabyte of surname', () => withRaw(surname, `"${'Q'.repeat(1_048_576)}"`), 'too-large'],
    [
      'half a megabyte of surname',
      () => withRaw(surname, `"${'Q'.repeat(524_288)}"`),
      'invalid-answers',
      surname,
    ],
    ['an answer called __proto__', () => withRaw(surname, '"Q","__proto__":{"polluted":true}'), 'unreadable'],
    [
      'an answer called constructor',
      () => withRaw(surname, '"Q","constructor":{"prototype":{}}'),
      'unreadable',
    ],
    ['a hundred levels of lists', () => withRaw(surname, nested(100)), 'too-large'],
    ['ten levels of lists', () => withRaw(surname, nested(10)), 'invalid-answers', surname],
    [
      '29 February 2023',
      () => withRaw('child-date-of-birth', '"2023-02-29"'),
      'invalid-answers',
      'child-date-of-birth',
    ],
    ['a number for a name', () => withRaw(surname, '7'), 'invalid-answers', surname],
    ['nothing for a name', () => withRaw(surname, 'null'), 'invalid-answers', surname],
    [
      'a number too large for any type',
      () => withRaw('gestation-weeks', '1e400'),
      'invalid-answers',
      'gestation-weeks',
    ],
    [
      'an answer the form does not ask',
      () => JSON.stringify(submission({ surprise: 'x' })),
      'invalid-answers',
    ],
    [
      'a key the procedure does not know',
      () => JSON.stringify({ ...submission({}), surprise: 1 }),
      'invalid-answers',
    ],
    [
      'a received date that is not real',
      () => JSON.stringify({ ...submission({}), receivedOn: '2023-02-29' }),
      'invalid-answers',
      'receivedOn',
    ],
    [
      'an area that is no id',
      () => JSON.stringify({ ...submission({}), areaId: "' or 1=1 --" }),
      'invalid-answers',
      'areaId',
    ],
    [
      'a key too long to keep',
      () => JSON.stringify({ ...submission({}), key: 'k'.repeat(5000) }),
      'invalid-answers',
      'key',
    ],
    ['a list for a body', () => '[]', 'invalid-answers'],
    ['no JSON', () => '{"areaId":', 'unreadable'],
    ['nothing at all', () => '', 'invalid-answers'],
  ]

  test.each(cases)('%s', async (_, body, code, field) => {
    const sent = body()
    const { status, text } = await post('notification.submit', sent)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    const { data } = Failure.parse(JSON.parse(text)).error
    expect(data.code).toBe(code)
    expect(isRefusalCode(data.code) && refusals[data.code].says.length).toBeGreaterThan(20)
    if (field !== undefined) expect(data.fields).toContain(field)
    expect(text).not.toMatch(/Quill|QQQ|Pennywhistle|zephyrwood/)
    expect(await intake.test.look`select 1 from intake.notifications`).toHaveLength(0)
  })

  test('a pass, a text or a page beyond every limit', async () => {
    const { areaId } = intake.mine
    const caseId = aKey()
    const bodies: readonly [string, object][] = [
      ['identity.read', { areaId, caseIds: [caseId], pass: 'p'.repeat(9000) }],
      ['identity.read', { areaId, caseIds: Array.from({ length: 51 }, aKey), pass: 'p' }],
      ['identity.read', { areaId, caseIds: [], pass: 'p' }],
      ['identity.screen', { areaId, caseId, pass: 'p', text: 't'.repeat(20_001) }],
      ['notification.list', { areaId, page: 1e9, withheld: [] }],
      ['notification.list', { areaId, page: 1, withheld: [], view: 'gone' }],
      ['notification.accept', { areaId, notificationId: caseId, key: aKey(), version: 0.5 }],
    ]
    for (const [procedure, body] of bodies) {
      const { status, text } = await post(procedure, JSON.stringify(body))
      expect({ procedure, status }).toEqual({ procedure, status: 400 })
      expect(Failure.parse(JSON.parse(text)).error.data.code).toBe('invalid-answers')
    }
  })
})

describe('the door', () => {
  test('takes a right call from the portal and tells the caller a refusal by its name', async () => {
    const app = createApp(intake.parts)
    const client = clientOf<IntakeRouter>(
      {
        keyring: intake.rings.portal,
        callee: 'intake',
        url: 'http://intake.example',
        fetch: async (request) => app.fetch(request),
      },
      { kind: 'assertion', assertion: await assertActor(intake.rings.portal, intake.coordinator) },
    )
    const { notificationId } = await client.notification.submit.mutate(submission({}))
    const { areaId } = intake.mine
    expect((await client.notification.list.query({ areaId, page: 1, withheld: [] })).rows).toMatchObject([
      { notificationId },
    ])
    await expect(
      client.notification.read.query({ areaId: intake.theirs.areaId, notificationId }),
    ).rejects.toMatchObject({ name: 'Refusal', code: 'not-found' })
  })

  test('is shut to a call without a token, and to a caller below', async () => {
    const body = JSON.stringify({ areaId: intake.mine.areaId, page: 1 })
    const app = createApp(intake.parts)
    const bare = await app.request('/rpc/notification.list', { method: 'POST', body })
    expect(bare.status).toBe(401)
    const assertion = await assertActor(intake.rings.portal, intake.coordinator)
    const token = await hopToken(intake.rings.reporting, 'intake', 'notification.list', body, {
      kind: 'assertion',
      assertion,
    })
    const below = await app.request('/rpc/notification.list', {
      method: 'POST',
      headers: { [HOP_HEADER]: token },
      body,
    })
    expect(below.status).toBe(401)
  })
})
