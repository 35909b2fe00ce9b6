import { type Clock, Instant } from '@cdop/domain'
import { type Running, serveProcess } from '@cdop/runtime'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { surveillanceSettings } from '../env.ts'
import { type LocalSurveillance, startLocalSurveillance } from './local-surveillance.ts'

const log = { note: () => {}, failure: () => {} }
const clock: Pick<Clock, 'now'> = { now: () => Instant.parse('2026-03-02T10:00:00.000Z') }
const record = {
  recordId: '7d6a0d3e-3f0b-4b7e-9b4e-5b1d00000009',
  familyName: 'Quillfeather',
  bornOn: '2026-02-25',
  diedOn: '2026-02-26',
  gestationWeeks: 25,
  multipleBirth: 'twins',
  birthOrder: 2,
}

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})

const Message = z.looseObject({
  identifier: z.looseObject({ value: z.string() }),
  entry: z.array(z.unknown()),
})

/** A door that answers as it is told, in turn, and remembers what it was sent. */
async function givenDoor(answers: readonly (() => Response)[]) {
  const messages: z.infer<typeof Message>[] = []
  const tokens: string[] = []
  const app = new Hono()
  app.post('/fhir/R4', async (c) => {
    messages.push(Message.parse(await c.req.json()))
    tokens.push(c.req.header('authorization') ?? '')
    return (answers[messages.length - 1] ?? (() => new Response('{}')))()
  })
  const door: Running = await serveProcess({ app, hostname: '127.0.0.1', port: 0, log, closing: [] })
  running.push(door)
  return { messages, tokens, url: `http://127.0.0.1:${door.port}` }
}

async function givenSurveillance(url: string): Promise<LocalSurveillance> {
  const surveillance = await startLocalSurveillance({ port: 0, door: { url, token: 'cdop_x' } }, clock, log)
  running.unshift(surveillance)
  return surveillance
}

const State = z.array(
  z.strictObject({ recordId: z.uuid(), state: z.string(), attempts: z.int(), because: z.array(z.string()) }),
)
const add = ({ pageUrl }: LocalSurveillance, body: unknown) =>
  fetch(`${pageUrl}/records`, { method: 'POST', body: JSON.stringify(body) })

async function settled({ pageUrl }: LocalSurveillance) {
  for (;;) {
    const [one] = State.parse(await (await fetch(`${pageUrl}/records.json`)).json())
    if (one !== undefined && one.state !== 'waiting') return one
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

describe('the local surveillance', () => {
  test('forwards a record until it is acknowledged, each time under the same identifier', async () => {
    const door = await givenDoor([() => new Response('{}', { status: 503 })])
    const surveillance = await givenSurveillance(door.url)
    expect((await add(surveillance, record)).status).toBe(202)
    expect((await add(surveillance, record)).status).toBe(202)
    expect(await settled(surveillance)).toMatchObject({ state: 'taken', attempts: 2 })
    expect(door.tokens).toEqual(['Bearer cdop_x', 'Bearer cdop_x'])
    expect(new Set(door.messages.map(({ identifier }) => identifier.value))).toEqual(
      new Set([record.recordId]),
    )
    expect(door.messages[0]?.entry).toMatchObject([
      { resource: { resourceType: 'Patient', birthDate: '2026-02-25', multipleBirthInteger: 2 } },
      { resource: { resourceType: 'QuestionnaireResponse', status: 'completed' } },
    ])
    const page = await (await fetch(surveillance.pageUrl)).text()
    expect(page).toContain(record.recordId)
    expect(page).not.toContain('Quillfeather')
  })

  test('leaves a refused record to a person, with what the door said', async () => {
    const outcome = { issue: [{ details: { text: 'Enter the date of death' } }] }
    const door = await givenDoor([() => Response.json(outcome, { status: 422 })])
    const surveillance = await givenSurveillance(door.url)
    await add(surveillance, record)
    expect(await settled(surveillance)).toMatchObject({
      state: 'refused',
      attempts: 1,
      because: ['Enter the date of death'],
    })
  })

  test('takes no record that does not say who and when', async () => {
    const surveillance = await givenSurveillance('http://127.0.0.1:9')
    const answer = await add(surveillance, { ...record, familyName: '', diedOn: 'yesterday' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ wrong: ['familyName', 'diedOn'] })
  })

  test('refuses to start outside a demonstration', () => {
    const settings = {
      SURVEILLANCE_PORT: '4999',
      SURVEILLANCE_TOKEN: 'cdop_x',
      PORTAL_PUBLIC_URL: 'http://127.0.0.1:3000/',
    }
    for (const source of [settings, { ...settings, DEPLOYMENT: 'live' }]) {
      expect(() => surveillanceSettings(source)).toThrow(/demonstration/)
    }
    expect(surveillanceSettings({ ...settings, DEPLOYMENT: 'demonstration' })).toEqual({
      port: 4999,
      door: { url: 'http://127.0.0.1:3000', token: 'cdop_x' },
    })
  })
})
