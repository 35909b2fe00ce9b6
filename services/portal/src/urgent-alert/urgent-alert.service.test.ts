import { randomUUID } from 'node:crypto'
import { EventId, RequestId, type ServiceActor, UrgentAlertId } from '@cdop/domain'
import type { Message } from '@cdop/mail'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import type { PortalParts } from '../portal-parts.ts'
import { callerOf } from '../rpc.ts'
import {
  type GivenPortal,
  givenPortal,
  leeds,
  operator,
  ownCallsAs,
  wakefield,
} from '../testing/given-portal.ts'
import { mailAlert } from './mail-alert.ts'

let portal: GivenPortal
let parts: PortalParts
let sent: Message[] = []
let away = false
beforeAll(async () => {
  portal = await givenPortal()
  const mail = {
    async send(message: Message) {
      if (away) throw new Error('the mail server is away')
      sent.push(message)
    },
  }
  parts = { ...portal.parts, mail }
})
afterAll(() => portal.drop())
beforeEach(() => {
  sent = []
  away = false
})

type Type = 'urgent-alert.raised.v1' | 'urgent-alert.unacknowledged.v1'
const versions = new Map<UrgentAlertId, number>()

/** Factor-analysis says that an alert was raised, or that not everybody knows of it. */
async function heard(type: Type, alertId: UrgentAlertId, areaId = leeds, id = EventId.parse(randomUUID())) {
  const requestId = RequestId.parse(randomUUID())
  const service = 'factor-analysis' as const
  const actor: ServiceActor = { kind: 'service', service, areaId, onBehalfOf: null, requestId }
  const version = (versions.get(alertId) ?? 0) + 1
  versions.set(alertId, version)
  const recordedAt = parts.clock.now()
  await callerOf(router)({ actor, caller: service, assertion: null, parts }).event.receive({
    publisher: service,
    events: [{ id, areaId, subject: alertId, version, type, payload: { alertId }, recordedAt, requestId }],
  })
}
const newAlert = () => UrgentAlertId.parse(randomUUID())

async function jobsOf(alertId: UrgentAlertId): Promise<unknown[]> {
  const rows = await portal.test.look<{ payload: { alertId: string } }[]>`
    select payload from portal_jobs._private_jobs j join portal_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail-urgent-alert'`
  return rows.map(({ payload }) => payload).filter((payload) => payload.alertId === alertId)
}
async function mailed(alertId: UrgentAlertId): Promise<string[]> {
  for (const job of await jobsOf(alertId)) await mailAlert(parts, job)
  return sent.map(({ to }) => to).sort()
}
const DOCTOR = 'edmund.frost@lds.example'
const HEALTH = ['helen.marsh@lds.example', 'tom.harrow@lds.example']

describe('an urgent alert', () => {
  test('reaches the designated doctor and public health by mail, with a link and no word of it', async () => {
    const alertId = newAlert()
    await heard('urgent-alert.raised.v1', alertId)
    expect(await mailed(alertId)).toEqual([DOCTOR, ...HEALTH].sort())
    for (const { subject, text } of sent) {
      expect(subject).toBe('An urgent alert waits for you')
      expect(text).toContain(`/alerts/${alertId}`)
      expect(text).not.toMatch(/product|medicine|cluster|A-\d{4}/)
    }
  })

  test('is mailed once, however often its job runs, also after the mail server was away', async () => {
    const alertId = newAlert()
    await heard('urgent-alert.raised.v1', alertId)
    away = true
    await expect(mailed(alertId)).rejects.toThrow('away')
    away = false
    await mailed(alertId)
    await mailed(alertId)
    expect(sent).toHaveLength(3)
  })

  test('that not everybody knows of in time is mailed to coordinators and chairs, who telephone', async () => {
    const alertId = newAlert()
    await heard('urgent-alert.raised.v1', alertId)
    await mailed(alertId)
    sent = []
    await heard('urgent-alert.unacknowledged.v1', alertId)
    const chairs = ['helen.marsh@lds.example', 'joan.tellwright@lds.example']
    const coordinators = ['asha.linden@lds.example', 'bronwen.askew@lds.example']
    expect(await mailed(alertId)).toEqual([...coordinators, ...chairs].sort())
    expect(sent[0]?.subject).toBe('Not everybody knows of an urgent alert')
  })

  test('reaches nobody whose access ended, and the coordinator where nobody is left to read it', async () => {
    const areaId = wakefield
    const calls = ownCallsAs(parts, operator(areaId))
    const invite = (email: string, roles: 'designated-doctor' | 'coordinator') =>
      calls.user.invite({ areaId, email, displayName: 'Somebody', roles: [roles], key: randomUUID() })
    const { personId } = await invite('doctor@wyb.example', 'designated-doctor')
    await invite('desk@wyb.example', 'coordinator')
    const alertId = newAlert()
    await heard('urgent-alert.raised.v1', alertId, areaId)
    await calls.user.disable({ areaId, personId, key: randomUUID() })
    const reached = await mailed(alertId)
    expect(reached).toContain('desk@wyb.example')
    expect(reached).not.toContain('doctor@wyb.example')
    expect(reached).not.toContain(DOCTOR)
  })
})
