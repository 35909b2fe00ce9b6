import { randomUUID } from 'node:crypto'
import { EventId, type PersonId, RelatedId, RequestId, type ServiceActor } from '@cdop/domain'
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
import { mailDoctor } from './mail-doctor.ts'

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

const DOCTOR = 'edmund.frost@lds.example'

/** Intake says that another child of a household died. */
async function heard(relatedId: RelatedId, areaId = leeds, id = EventId.parse(randomUUID())): Promise<void> {
  const requestId = RequestId.parse(randomUUID())
  const actor: ServiceActor = { kind: 'service', service: 'intake', areaId, onBehalfOf: null, requestId }
  const type = 'household-death.found.v1' as const
  const recordedAt = parts.clock.now()
  await callerOf(router)({ actor, caller: 'intake', assertion: null, parts }).event.receive({
    publisher: 'intake',
    events: [
      { id, areaId, subject: relatedId, version: 1, type, payload: { relatedId }, recordedAt, requestId },
    ],
  })
}

const jobs = () => portal.test.look<{ payload: { relatedId: string; personId: PersonId } }[]>`
  select payload from portal_jobs._private_jobs j join portal_jobs._private_tasks t on t.id = j.task_id
  where t.identifier = 'mail-doctor'`
const jobsOf = async (relatedId: RelatedId) =>
  (await jobs()).map(({ payload }) => payload).filter((payload) => payload.relatedId === relatedId)
const newRelated = () => RelatedId.parse(randomUUID())

describe('another child death in a household', () => {
  test('is mailed to the designated doctor, with a link and no word of the children', async () => {
    const relatedId = newRelated()
    await heard(relatedId)
    const [job, ...others] = await jobsOf(relatedId)
    expect(others).toEqual([])
    await mailDoctor(parts, job)
    expect(sent).toMatchObject([{ to: DOCTOR, subject: 'Another child death in a household' }])
    expect(sent[0]?.text).toContain(`/related/${relatedId}`)
    expect(sent[0]?.text).toContain('Leeds')
  })

  test('is mailed once, however often it is heard of and the job runs', async () => {
    const relatedId = newRelated()
    const id = EventId.parse(randomUUID())
    await heard(relatedId, leeds, id)
    await heard(relatedId, leeds, id)
    const [job, ...others] = await jobsOf(relatedId)
    expect(others).toEqual([])
    await mailDoctor(parts, job)
    await mailDoctor(parts, job)
    expect(sent).toHaveLength(1)
  })

  test('is mailed after the mail server was away, or the process died before it sent', async () => {
    const relatedId = newRelated()
    await heard(relatedId)
    const [job] = await jobsOf(relatedId)
    away = true
    await expect(mailDoctor(parts, job)).rejects.toThrow('away')
    expect(await jobsOf(relatedId)).toHaveLength(1)
    away = false
    await mailDoctor(parts, job)
    expect(sent).toHaveLength(1)
  })

  test('is mailed to every designated doctor of the area, to nobody else, and to none whose access ended', async () => {
    const areaId = leeds
    const calls = ownCallsAs(parts, operator(areaId))
    const invited = { areaId, email: 'second.doctor@lds.example', displayName: 'Second Doctor' }
    const { personId } = await calls.user.invite({
      ...invited,
      roles: ['designated-doctor'],
      key: randomUUID(),
    })
    const relatedId = newRelated()
    await heard(relatedId)
    const asked = await jobsOf(relatedId)
    expect(asked).toHaveLength(2)
    await calls.user.disable({ areaId, personId, key: randomUUID() })
    for (const job of asked) await mailDoctor(parts, job)
    expect(sent.map(({ to }) => to)).toEqual([DOCTOR])
    const elsewhere = newRelated()
    await heard(elsewhere, wakefield)
    expect(await jobsOf(elsewhere)).toEqual([])
  })
})
