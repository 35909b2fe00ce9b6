import { type Actor, type AreaId, Refusal } from '@cdop/domain'
import { startWorker } from '@cdop/events'
import { keptMail } from '@cdop/mail/testing'
import { assertActor, clientOf } from '@cdop/rpc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseReviewRouter } from './api.ts'
import { createApp, definition } from './app.ts'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from './testing.ts'

const mail = keptMail()
let given: GivenCaseReview
let area: AreaId
beforeAll(async () => {
  given = await givenCaseReview({ mail })
  area = newArea()
})
afterAll(() => given.drop())

/** The service over its door, as the portal calls it for a person. */
async function overTheWire(actor: Actor) {
  const app = createApp(given.parts)
  const fetch = async (request: Request) => app.fetch(request)
  const destination = {
    keyring: given.rings.portal,
    callee: 'case-review' as const,
    url: 'http://127.0.0.1:9',
    fetch,
  }
  const assertion = await assertActor(given.rings.portal, actor)
  return clientOf<CaseReviewRouter>(destination, { kind: 'assertion', assertion })
}

describe('case review as a process', () => {
  test('is ready when it can commit', async () => {
    expect((await createApp(given.parts).request('/health/ready')).status).toBe(200)
  })

  test('answers the portal over its door, and says no by a code', async () => {
    const { caseId } = await givenCase(given, area)
    const caseReview = await overTheWire(personIn(area, 'coordinator'))
    expect(await caseReview.case.list.query({ areaId: area, view: 'all', page: 1 })).toMatchObject({
      total: 1,
    })
    const decidedOn = given.clock.today()
    const decision = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn, key: newKey() }
    await caseReview.reviewMeeting.recordNotHeld.mutate(decision)
    await expect(
      caseReview.reviewMeeting.recordNotHeld.mutate({ ...decision, key: newKey() }),
    ).rejects.toEqual(new Refusal('not-allowed-in-this-state'))
    const analyst = await overTheWire(personIn(area, 'analyst'))
    await expect(analyst.case.list.query({ areaId: area, view: 'all', page: 1 })).rejects.toEqual(
      new Refusal('forbidden'),
    )
  })

  test('its own worker sends the mail once the request is committed', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(personIn(area, 'coordinator'))
    const agency = {
      areaId: area,
      key: newKey(),
      name: 'Police',
      kind: 'police' as const,
      email: 'p@p.example',
    }
    const { organisationId } = await call.organisation.add(agency)
    const mailing = { smtpUrl: 'smtp://127.0.0.1:9', mailFrom: 'p@p.example', portalPublicUrl: '' }
    const settings = {
      ...mailing,
      national: { everybody: null, areas: new Map(), yearEndDays: null },
      documentStore: '',
      scanner: { host: '127.0.0.1', port: 9 },
    }
    const worker = await startWorker({
      url: given.test.appUrl,
      delivery: {
        database: given.parts.database,
        service: 'case-review',
        clock: given.clock,
        send: async () => {},
        maxAttempts: 3,
      },
      jobs: definition(settings).jobs?.(given.parts) ?? {},
      onFailure: (_job, cause) => {
        throw cause
      },
    })
    try {
      await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
      await expect.poll(() => mail.sent.map(({ to }) => to), { timeout: 30_000 }).toEqual(['p@p.example'])
    } finally {
      await worker.stop()
    }
  })
})
