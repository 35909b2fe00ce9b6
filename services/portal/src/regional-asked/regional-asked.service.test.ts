import { randomUUID } from 'node:crypto'
import { EventId, RegionalMeetingId, RequestId, type ServiceActor } from '@cdop/domain'
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
import { mailRegional } from './mail-regional.ts'

const coordinators = ['asha.linden@lds.example', 'bronwen.askew@lds.example']
let portal: GivenPortal
let parts: PortalParts
let sent: Message[] = []
beforeAll(async () => {
  portal = await givenPortal()
  parts = { ...portal.parts, mail: { send: async (message) => void sent.push(message) } }
})
afterAll(() => portal.drop())
beforeEach(() => {
  sent = []
})

/** Case-review says in an area that another asks it to a regional meeting; returns the mails that wait to be sent. */
async function asked(
  areaId = leeds,
): Promise<{ regionalMeetingId: RegionalMeetingId; mails: readonly object[] }> {
  const regionalMeetingId = RegionalMeetingId.parse(randomUUID())
  const requestId = RequestId.parse(randomUUID())
  const actor: ServiceActor = { kind: 'service', service: 'case-review', areaId, onBehalfOf: null, requestId }
  const event = {
    id: EventId.parse(randomUUID()),
    areaId,
    subject: regionalMeetingId,
    version: 1,
    type: 'regional-meeting.asked.v1' as const,
    payload: { regionalMeetingId },
    recordedAt: parts.clock.now(),
    requestId,
  }
  const call = callerOf(router)({ actor, caller: 'case-review', assertion: null, parts })
  // As after a crash of the publisher between the delivery and its note of it.
  for (let times = 0; times < 2; times += 1)
    await call.event.receive({ publisher: 'case-review', events: [event] })
  const jobs = await portal.test.look<{ payload: { regionalMeetingId: string } }[]>`
    select payload from portal_jobs._private_jobs j join portal_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail-regional'`
  return {
    regionalMeetingId,
    mails: jobs
      .map(({ payload }) => payload)
      .filter((payload) => payload.regionalMeetingId === regionalMeetingId),
  }
}

describe('a regional meeting another area asks to', () => {
  test('is mailed once to each coordinator, with a link and no word of what it is about', async () => {
    const { regionalMeetingId, mails } = await asked()
    for (const job of mails) await mailRegional(parts, job)
    expect(sent.map(({ to }) => to).sort()).toEqual(coordinators)
    expect(new Set(sent.map(({ subject }) => subject))).toEqual(
      new Set(['Your area is asked to a regional panel meeting']),
    )
    expect(sent[0]?.text).toContain(`/regional-meetings/${regionalMeetingId}`)
    expect(sent[0]?.text).toContain('for Leeds')
  })

  test('is mailed to nobody whose access ended meanwhile, and to nobody of another area', async () => {
    const calls = ownCallsAs(parts, operator(leeds))
    const { personId } = await calls.user.invite({
      areaId: leeds,
      email: 'second.coordinator@lds.example',
      displayName: 'Second Coordinator',
      roles: ['coordinator'],
      key: randomUUID(),
    })
    const { mails } = await asked()
    expect(mails).toHaveLength(3)
    await calls.user.disable({ areaId: leeds, personId, key: randomUUID() })
    for (const job of mails) await mailRegional(parts, job)
    expect(sent.map(({ to }) => to).sort()).toEqual(coordinators)
    sent = []
    for (const job of (await asked(wakefield)).mails) await mailRegional(parts, job)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.filter(({ to }) => coordinators.includes(to))).toEqual([])
  })
})
