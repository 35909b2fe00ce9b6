import { randomUUID } from 'node:crypto'
import { EventId, PlainDate, RequestId, type ServiceActor } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { router } from '../api.ts'
import type { PortalParts } from '../portal-parts.ts'
import { callerOf } from '../rpc.ts'
import { type GivenPortal, givenPortal, leeds } from '../testing/given-portal.ts'
import { mailEscalation } from './mail-escalation.ts'

let portal: GivenPortal
let parts: PortalParts
const sent: Message[] = []
beforeAll(async () => {
  portal = await givenPortal()
  parts = { ...portal.parts, mail: { send: async (message: Message) => void sent.push(message) } }
})
afterAll(() => portal.drop())

test('what is overdue for long is mailed to chairs and the designated doctor, once for a day, without a word of it', async () => {
  const service = 'factor-analysis' as const
  const requestId = RequestId.parse(randomUUID())
  const actor: ServiceActor = { kind: 'service', service, areaId: leeds, onBehalfOf: null, requestId }
  const of = { areaId: leeds, subject: leeds, requestId, recordedAt: parts.clock.now() }
  const escalated = {
    type: 'recommendation.escalated.v1' as const,
    payload: { on: PlainDate.parse('2026-03-02'), recommendations: 2 },
  }
  for (const version of [1, 2]) {
    await callerOf(router)({ actor, caller: service, assertion: null, parts }).event.receive({
      publisher: service,
      events: [{ id: EventId.parse(randomUUID()), ...of, ...escalated, version }],
    })
  }
  const jobs = await portal.test.look<{ payload: unknown }[]>`
    select payload from portal_jobs._private_jobs j join portal_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail-escalation'`
  for (const { payload } of jobs) await mailEscalation(parts, payload)
  expect(sent.map(({ to }) => to).sort()).toEqual([
    'edmund.frost@lds.example',
    'helen.marsh@lds.example',
    'joan.tellwright@lds.example',
  ])
  expect(sent[0]?.text).toContain('/recommendations?standing=overdue')
  expect(sent[0]?.text).not.toMatch(/R-\d{4}/)
})
