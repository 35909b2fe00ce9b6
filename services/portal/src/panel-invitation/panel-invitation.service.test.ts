import { randomUUID } from 'node:crypto'
import {
  EventId,
  PanelMeetingId,
  PersonId,
  PlainDate,
  PlainTime,
  RequestId,
  type ServiceActor,
} from '@cdop/domain'
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
import { panelServices } from '../testing/panel-services.ts'
import { mailPanel } from './mail-panel.ts'

const services = panelServices()
let portal: GivenPortal
let parts: PortalParts
let sent: Message[] = []
let away = false
beforeAll(async () => {
  portal = await givenPortal(services.routers)
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
  services.forget()
  services.answer('panelInvitation.announced', meeting)
})

const meeting = {
  kind: 'neonatal' as const,
  heldOn: PlainDate.parse('2026-06-09'),
  startsAt: PlainTime.parse('09:30'),
  endsAt: PlainTime.parse('12:00'),
  place: 'Room 4, Civic Hall',
  sequence: 1,
  cancelled: false,
}
const personOf = (name: string) => {
  const personId = portal.people.get(`${name}@lds.example`)
  if (personId === undefined) throw new Error(`nobody is called ${name}`)
  return personId
}
const newMeeting = () => PanelMeetingId.parse(randomUUID())

/** Case-review says that people are to hear of a meeting. */
async function heard(
  panelMeetingId: PanelMeetingId,
  { sequence, personIds }: { sequence: number; personIds: PersonId[] },
  areaId = leeds,
): Promise<void> {
  const requestId = RequestId.parse(randomUUID())
  const actor: ServiceActor = { kind: 'service', service: 'case-review', areaId, onBehalfOf: null, requestId }
  const type = 'panel-meeting.announced.v1' as const
  const event = {
    ...{ id: EventId.parse(randomUUID()), areaId, subject: panelMeetingId, version: sequence, type },
    ...{ payload: { panelMeetingId, sequence, personIds }, recordedAt: parts.clock.now(), requestId },
  }
  const call = callerOf(router)({ actor, caller: 'case-review', assertion: null, parts })
  await call.event.receive({ publisher: 'case-review', events: [event] })
  // As after a crash of the publisher between the delivery and its note of it.
  await call.event.receive({ publisher: 'case-review', events: [event] })
}

/** Runs the mails of a meeting that wait, oldest first. */
async function send(panelMeetingId: PanelMeetingId): Promise<void> {
  const jobs = await portal.test.look<{ id: string; payload: { panelMeetingId: string } }[]>`
    select j.id, payload from portal_jobs._private_jobs j join portal_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'mail-panel' order by j.id`
  for (const { id, payload } of jobs.filter((job) => job.payload.panelMeetingId === panelMeetingId)) {
    await mailPanel(parts, payload)
    await portal.test.look`delete from portal_jobs._private_jobs where id = ${id}`
  }
}

const told = async (panelMeetingId: PanelMeetingId) => {
  const actor = { ...operator(leeds), kind: 'person' as const, personId: personOf('asha.linden') }
  const { rows } = await callerOf(router)({
    actor: { ...actor, areaIds: [leeds], roles: ['coordinator'], purpose: 'child-death-review' },
    ...{ caller: 'portal', assertion: null, parts },
  }).panelMail.list({ areaId: leeds, panelMeetingId })
  return rows
}

describe('somebody who is invited to a panel meeting', () => {
  test('is mailed its kind, time, place and reference with a calendar file, and no word of a case', async () => {
    const panelMeetingId = newMeeting()
    const personId = personOf('tom.harrow')
    await heard(panelMeetingId, { sequence: 1, personIds: [personId] })
    expect(await told(panelMeetingId)).toEqual([{ personId, sentAt: null, toldBeforeAt: null }])
    await send(panelMeetingId)
    expect(services.sent('panelInvitation.announced')).toEqual({ areaId: leeds, panelMeetingId, personId })
    const reference = `PM-${panelMeetingId.slice(-8).toUpperCase()}`
    expect(sent).toMatchObject([{ to: 'tom.harrow@lds.example', subject: `Panel meeting ${reference}` }])
    const [{ text = '', calendar = '' } = {}] = sent
    expect(text).toContain('You are invited to a meeting of the Child Death Overview Panel for Leeds.')
    expect(text).toContain('Kind of panel: Neonatal panel')
    expect(text).toContain('When: Tuesday 9 June 2026, 09:30 to 12:00')
    expect(text).toContain('Where: Room 4, Civic Hall')
    expect(text).toContain(`/panel-meetings/${panelMeetingId}`)
    const file = calendar.replaceAll('\r\n ', '')
    for (const line of [
      ...[`UID:${panelMeetingId}@child-death-review`, 'SEQUENCE:1', 'METHOD:PUBLISH', 'STATUS:CONFIRMED'],
      ...['DTSTART:20260609T083000Z', 'DTEND:20260609T110000Z', `SUMMARY:Neonatal panel: ${reference}`],
    ]) {
      expect(file).toContain(`${line}\r\n`)
    }
    expect((await told(panelMeetingId))[0]?.sentAt).not.toBeNull()
  })

  test('is mailed once of each change, the same entry with a higher count, and last that it is cancelled', async () => {
    const panelMeetingId = newMeeting()
    const personIds = [personOf('tom.harrow')]
    await heard(panelMeetingId, { sequence: 1, personIds })
    await send(panelMeetingId)
    services.answer('panelInvitation.announced', { ...meeting, sequence: 2, place: null })
    await heard(panelMeetingId, { sequence: 2, personIds })
    expect(await told(panelMeetingId)).toMatchObject([{ sentAt: null, toldBeforeAt: expect.any(String) }])
    await send(panelMeetingId)
    services.answer('panelInvitation.announced', { ...meeting, sequence: 3, cancelled: true })
    await heard(panelMeetingId, { sequence: 3, personIds })
    await send(panelMeetingId)
    expect(sent.map(({ subject }) => subject.split(':')[0])).toEqual([
      `Panel meeting PM-${panelMeetingId.slice(-8).toUpperCase()}`,
      'Changed',
      'Cancelled',
    ])
    const files = sent.map(({ calendar = '' }) => calendar.replaceAll('\r\n ', ''))
    expect(files.map((file) => /SEQUENCE:(\d+)/.exec(file)?.[1])).toEqual(['1', '2', '3'])
    expect(new Set(files.map((file) => /UID:(\S+)/.exec(file)?.[1])).size).toBe(1)
    expect(files[1]).not.toContain('LOCATION')
    expect(files[2]).toContain('METHOD:CANCEL')
  })

  test('is told what holds alone, where the meeting changed before the first mail had left', async () => {
    const panelMeetingId = newMeeting()
    const personIds = [personOf('grace.okello')]
    await heard(panelMeetingId, { sequence: 1, personIds })
    await heard(panelMeetingId, { sequence: 2, personIds })
    services.answer('panelInvitation.announced', { ...meeting, sequence: 2 })
    await send(panelMeetingId)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toContain('You are invited')
    const dropped = newMeeting()
    await heard(dropped, { sequence: 1, personIds })
    services.answer('panelInvitation.announced', { ...meeting, cancelled: true })
    await send(dropped)
    expect(sent).toHaveLength(1)
  })

  test('is mailed after the mail server was away, or the service that knows the meeting', async () => {
    const panelMeetingId = newMeeting()
    await heard(panelMeetingId, { sequence: 1, personIds: [personOf('tom.harrow')] })
    away = true
    await expect(send(panelMeetingId)).rejects.toThrow('away')
    away = false
    services.breakDown('panelInvitation.announced')
    await expect(send(panelMeetingId)).rejects.toThrow()
    services.answer('panelInvitation.announced', meeting)
    await send(panelMeetingId)
    expect(sent).toHaveLength(1)
  })

  test('is not mailed without access, without a seat on the panel, in another area, or as nobody at all', async () => {
    const panelMeetingId = newMeeting()
    const calls = ownCallsAs(parts, operator(leeds))
    const invited = { areaId: leeds, email: 'gone.member@lds.example', displayName: 'Gone Member' }
    const { personId: gone } = await calls.user.invite({
      ...invited,
      ...{ roles: ['panel-member'], agency: 'police', key: randomUUID() },
    })
    const nobody = PersonId.parse(randomUUID())
    await heard(panelMeetingId, { sequence: 1, personIds: [gone, personOf('owen.pryce'), nobody] })
    expect((await told(panelMeetingId)).map(({ personId }) => personId)).not.toContain(nobody)
    await calls.user.disable({ areaId: leeds, personId: gone, key: randomUUID() })
    await send(panelMeetingId)
    const elsewhere = newMeeting()
    await heard(elsewhere, { sequence: 1, personIds: [personOf('tom.harrow')] }, wakefield)
    await send(elsewhere)
    expect(sent).toEqual([])
  })
})
