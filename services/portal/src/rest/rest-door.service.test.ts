import { randomUUID } from 'node:crypto'
import { formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type GivenMachine, givenMachine } from '../testing/given-machine.ts'
import { leeds } from '../testing/given-portal.ts'
import { exampleAnswers } from './notification-examples.ts'
import { Problem } from './problem.ts'

const form = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-03-02')
const complete = { formVersion: form.version, answers: exampleAnswers(form) }
const path = '/api/v1/notifications'
const type = { 'content-type': 'application/json' }

let machine: GivenMachine
let token: string
beforeAll(async () => {
  machine = await givenMachine()
  token = await machine.tokenFor(['rest'])
})
afterAll(() => machine.portal.drop())

const keyed = (key: string = randomUUID()) => ({ ...type, 'idempotency-key': key })
const post = (body: unknown, headers: Readonly<Record<string, string>> = keyed(), shown = token) =>
  machine.send(path, { token: shown, headers, body })
const Received = z.strictObject({ notificationId: z.uuid(), state: z.literal('received') })

describe('a notification by REST', () => {
  test('is taken in for the area of the token, by the door REST, and can be followed', async () => {
    const answer = await post(complete)
    expect(answer.status).toBe(201)
    const { notificationId } = Received.parse(answer.json)
    const arrived = machine.services.arrived.at(-1)
    expect(arrived?.actor).toMatchObject({ kind: 'organisation', areaId: leeds, door: 'rest' })
    expect(arrived?.answers).toEqual(complete.answers)
    const location = answer.headers.get('location') ?? ''
    const followed = await machine.send(location, { token, method: 'GET' })
    expect([followed.status, followed.json]).toEqual([200, { notificationId, state: 'received' }])
    for (const id of [randomUUID(), 'me']) {
      expect((await machine.send(`${path}/${id}`, { token, method: 'GET' })).status).toBe(404)
    }
  })

  test('with the same key and body gets the same answer, with another body it is refused', async () => {
    const headers = keyed()
    const [first, second] = await Promise.all([post(complete, headers), post(complete, headers)])
    expect(second.json).toEqual(first.json)
    const surname = { ...complete.answers, 'child-family-name': 'Another' }
    const other = await post({ ...complete, answers: surname }, headers)
    expect([other.status, Problem.parse(other.json).code]).toEqual([422, 'key-reused'])
  })

  test('without a key, or with one that is none, is refused with what to send', async () => {
    for (const headers of [type, { ...type, 'idempotency-key': 'short' }]) {
      const answer = await post(complete, headers)
      expect([answer.status, Problem.parse(answer.json).code]).toEqual([400, 'key-missing'])
      expect(answer.text).toContain('Idempotency-Key')
    }
  })

  test('that lacks or mistakes answers names each question and its cure in the form’s own words', async () => {
    const { 'child-family-name': _left, ...rest } = complete.answers
    const answer = await post({ ...complete, answers: { ...rest, 'no-such-question': 1 } })
    expect(answer.status).toBe(422)
    const { errors } = Problem.parse(answer.json)
    expect(errors).toContainEqual({
      field: 'no-such-question',
      says: 'The form has no such question. Leave it out',
    })
    const missing = await post({ ...complete, answers: rest })
    const [first] = Problem.parse(missing.json).errors
    expect(first?.field).toBe('child-family-name')
    expect(first?.says).toMatch(/family name/)
  })

  test('never says back what was sent', async () => {
    const answers = { ...complete.answers, 'child-nhs-number': 'Zephyrwood-1', Zephyrwood: 'Zephyrwood' }
    const answer = await post({ ...complete, answers })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('Zephyrwood')
  })

  test.each([
    ['dates-out-of-order', 422],
    ['test-number-in-live', 422],
    ['code-tries-used', 429],
  ] as const)('that intake refuses as %s gets %i, the question and the cure', async (code, status) => {
    machine.services.refusing.with = code
    machine.services.refusing.fields = ['date-of-death']
    const answer = await post(complete)
    machine.services.refusing.with = null
    const problem = Problem.parse(answer.json)
    expect([answer.status, problem.code]).toEqual([status, code])
    expect(problem.errors).toMatchObject([{ field: 'date-of-death' }])
    expect(problem.errors[0]?.says.length).toBeGreaterThan(20)
  })

  test.each([
    ['no JSON', '{"formVersion":', type, 400],
    ['a NUL byte', String.raw`{"formVersion":"2026-04-01","answers":{"a":"\u0000"}}`, type, 400],
    ['a reach for the prototype', '{"formVersion":"2026-04-01","answers":{"__proto__":{}}}', type, 400],
    ['a list', '[]', type, 422],
    ['another version of the form', { formVersion: '1999-01-01', answers: {} }, type, 422],
    ['a door of its own choice', { ...complete, door: 'coordinator' }, type, 422],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', '{}', { 'content-type': 'text/plain' }, 415],
    ['too much', `"${'x'.repeat(300_000)}"`, type, 413],
  ])('that is %s is refused', async (_, body, headers, status) => {
    const answer = await post(body, { 'idempotency-key': randomUUID(), ...headers })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(Problem.parse(answer.json).reference).toBe(answer.headers.get('x-request-id'))
  })
})

describe('whoever comes to the REST door', () => {
  test('without a token in force is asked for one, before anything is read', async () => {
    for (const shown of [undefined, `cdop_${'A'.repeat(43)}`, 'x']) {
      const answer = await machine.send(path, {
        ...(shown !== undefined && { token: shown }),
        headers: { 'content-type': 'text/plain' },
        body: 'x',
      })
      expect([answer.status, Problem.parse(answer.json).code]).toEqual([401, 'not-admitted'])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    }
  })

  test('with a token for another door is refused', async () => {
    expect((await post(complete, keyed(), await machine.tokenFor(['fhir']))).status).toBe(403)
  })

  test('too often in a minute is told when to come again', async () => {
    const few = await machine.tokenFor(['rest'], 2)
    const answers = [await post(complete, keyed(), few), await post(complete, keyed(), few)]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const third = await post(complete, keyed(), few)
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '60'])
  })

  test('from another origin gets no leave to read, and no method but the ones there are', async () => {
    const preflight = await machine.send(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(405)
    const answer = await post(complete, { ...keyed(), origin: 'https://elsewhere.example' })
    for (const headers of [preflight.headers, answer.headers]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    const other = await machine.send(path, { token, method: 'PUT', headers: type, body: '{}' })
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await machine.send('/api/v2/x', { method: 'GET' })).status).toBe(404)
  })
})

describe('the OpenAPI description', () => {
  const Example = z.object({ value: z.unknown(), 'x-status': z.int() })
  const Document = z.looseObject({
    paths: z.object({
      [path]: z.object({
        post: z.object({
          requestBody: z.object({
            content: z.object({ 'application/json': z.object({ examples: z.record(z.string(), Example) }) }),
          }),
          responses: z.record(z.string(), z.unknown()),
        }),
      }),
    }),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  })
  const described = async () => {
    const answer = await machine.send('/api/v1/openapi.json', { method: 'GET' })
    return Document.parse(answer.json)
  }

  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(await described())
    expect(result.errors ?? []).toEqual([])
    expect([result.valid, validator.version]).toEqual([true, '3.1'])
  })

  test('has examples that get what it says, and answers of the shape it says', async () => {
    const document = await described()
    const { requestBody, responses } = document.paths[path].post
    const { examples } = requestBody.content['application/json']
    expect(Object.keys(examples).length).toBeGreaterThanOrEqual(5)
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'https://described.example/', components: document.components })
    const schemaOf = (name: string) => ajv.getSchema(`https://described.example/#/components/schemas/${name}`)
    for (const [name, example] of Object.entries(examples)) {
      // What only intake can tell, such as a date in the future, the intake of this test is told to refuse.
      machine.services.refusing.with = name === 'futureDeath' ? 'dates-out-of-order' : null
      const answer = await post(example.value)
      machine.services.refusing.with = null
      expect([name, answer.status]).toEqual([name, example['x-status']])
      expect(Object.keys(responses)).toContain(String(answer.status))
      const accepts = schemaOf(answer.status === 201 ? 'FollowedNotification' : 'Problem')
      expect(accepts?.(answer.json), name).toBe(true)
    }
    expect(schemaOf('SentNotification')?.(examples['complete']?.value)).toBe(true)
    expect(schemaOf('SentNotification')?.(examples['incomplete']?.value)).toBe(false)
  })
})
