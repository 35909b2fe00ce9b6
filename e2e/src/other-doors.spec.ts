import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, test } from './browser-test.ts'
import { daysAgo } from './journey/invented-child.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const Received = z.object({ notificationId: z.uuid(), state: z.enum(['received', 'decided']) })
const Sent = z.object({ formVersion: z.string(), answers: z.record(z.string(), z.unknown()) })
const Description = z.object({
  paths: z.object({
    '/api/v1/notifications': z.object({
      post: z.object({
        requestBody: z.object({
          content: z.object({
            'application/json': z.object({ examples: z.object({ complete: z.object({ value: Sent }) }) }),
          }),
        }),
      }),
    }),
  }),
})
const Transacted = z.object({
  entry: z.array(z.object({ response: z.object({ location: z.string().optional() }) })),
})

/** Makes out a token on the administrator's page and copies it, as a person does. */
async function makeToken(page: Page, sends: string): Promise<string> {
  await page.goto('/api-tokens/new')
  await page.getByLabel('Organisation').fill('Thimblewick Hospital')
  await page.getByLabel('ODS code').fill('x0thw')
  await page.getByLabel(sends).check()
  await page.getByLabel('3 months').check()
  await page.getByRole('button', { name: 'Create token' }).click()
  return (await page.locator('#token').textContent()) ?? ''
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('a hospital’s system notifies by REST with a token, once, until the token is revoked', async ({
  open,
  stack,
}) => {
  const administrator = await open('administrator')
  const token = await makeToken(administrator, 'REST and FHIR')
  const described = await fetch(`${stack.portalUrl}/api/v1/openapi.json`)
  const { examples } = Description.parse(await described.json()).paths['/api/v1/notifications'].post
    .requestBody.content['application/json']
  const body = examples.complete.value
  const key = randomUUID()
  const send = (sent: unknown, shown = token) =>
    fetch(`${stack.portalUrl}/api/v1/notifications`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${shown}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(sent),
    })
  const both = await Promise.all([send(body), send(body)])
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  const [first, second] = await Promise.all(both.map(async (answer) => Received.parse(await answer.json())))
  expect(second).toEqual(first)
  const other = await send({ ...body, answers: { ...body.answers, 'notifier-role': 'Registrar' } })
  expect(other.status).toBe(422)

  const coordinator = await open('coordinator')
  await coordinator.goto(`/notifications/${first?.notificationId}`)
  await expect(coordinator.getByRole('main')).toContainText('Quillfeather')
  const followed = await fetch(`${stack.portalUrl}/api/v1/notifications/${first?.notificationId}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(Received.parse(await followed.json()).state).toBe('received')

  await administrator.goto('/api-tokens')
  await expect(administrator.getByRole('main')).toContainText('X0THW')
  await administrator.getByRole('link', { name: 'Revoke the token of Thimblewick Hospital' }).first().click()
  await administrator.getByRole('button', { name: 'Revoke token' }).click()
  expect((await send(body)).status).toBe(401)
})

test('neonatal surveillance forwards a thin record by FHIR, and the coordinator sees what is missing', async ({
  open,
  stack,
}) => {
  test.setTimeout(120_000)
  const token = await makeToken(await open('administrator'), 'Forwarded from neonatal surveillance')
  const record = {
    recordId: randomUUID(),
    familyName: 'Ottershaw',
    bornOn: daysAgo(6),
    diedOn: daysAgo(5),
    gestationWeeks: 25,
    unit: 'Thimblewick Neonatal Unit',
  }
  const port = await freePort()
  const surveillance = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../services/intake/src/neonatal-surveillance/local-surveillance-main.ts')],
    {
      env: {
        PATH: process.env['PATH'],
        DEPLOYMENT: 'demonstration',
        SURVEILLANCE_PORT: String(port),
        SURVEILLANCE_TOKEN: token,
        PORTAL_PUBLIC_URL: stack.portalUrl,
      },
      stdio: 'ignore',
    },
  )
  try {
    const at = `http://127.0.0.1:${port}`
    const add = async () => {
      const answer = await fetch(`${at}/records`, { method: 'POST', body: JSON.stringify(record) })
      return answer.status
    }
    // A process of its own starts slowly on a busy machine.
    await expect.poll(() => add().catch(() => 0), { timeout: 40_000 }).toBe(202)
    const state = async () => (await fetch(`${at}/records.json`)).json()
    await expect.poll(state, { timeout: 20_000 }).toEqual([expect.objectContaining({ state: 'taken' })])
  } finally {
    surveillance.kill('SIGTERM')
  }

  // The same record once more: its acknowledgement was lost. It is the one that was taken.
  const patient = 'urn:uuid:0b1e0000-0000-4000-8000-000000000001'
  const again = () =>
    fetch(`${stack.portalUrl}/fhir/R4`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' },
      body: JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        identifier: { system: 'urn:thimblewick', value: record.recordId },
        entry: [
          {
            fullUrl: patient,
            resource: {
              resourceType: 'Patient',
              name: [{ family: 'Ottershaw' }],
              birthDate: record.bornOn,
              deceasedDateTime: record.diedOn,
            },
            request: { method: 'POST', url: 'Patient' },
          },
          {
            resource: {
              resourceType: 'QuestionnaireResponse',
              questionnaire: 'https://cdop.example/Questionnaire/child-death-notification',
              status: 'completed',
              subject: { reference: patient },
            },
            request: { method: 'POST', url: 'QuestionnaireResponse' },
          },
        ],
      }),
    })
  const answers = [await again(), await again()]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const [first, second] = await Promise.all(answers.map(async (one) => Transacted.parse(await one.json())))
  expect(second).toEqual(first)
  const location = first?.entry[1]?.response.location ?? ''
  const coordinator = await open('coordinator')
  await coordinator.goto(`/notifications/${location.split('/').at(-1)}`)
  const main = coordinator.getByRole('main')
  await expect(main).toContainText('Ottershaw')
  await expect(main).toContainText('Still to be answered')
  await expect(main.getByRole('button', { name: 'Accept and open a case' })).toHaveCount(0)
  await main.getByRole('link', { name: 'Ask the unit for the answers' }).click()
  await expectGoodPage(coordinator)
  await coordinator.getByLabel('Email address').fill('neonatal.unit@thimblewick.example')
  await coordinator.getByRole('button', { name: 'Send the questions' }).click()
  await expect(main).toContainText('Somebody was asked for them')
  await expectGoodPage(coordinator)
})
