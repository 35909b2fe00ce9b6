import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  EventId,
  type PanelAgency,
  PanelMeetingId,
  type PayloadOf,
  type PersonId,
  PlainDate,
  RequestId,
  type SeatAs,
  type ServiceActor,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { callerOf } from '../rpc.ts'
import { openAreas } from '../session/visitor.ts'
import {
  type GivenPortal,
  givenPortal,
  leeds,
  operator,
  ownCallsAs,
  wakefield,
} from '../testing/given-portal.ts'
import { panelServices } from '../testing/panel-services.ts'
import { testBrowser } from '../testing/test-browser.ts'
import { areaPeople } from '../user/area-people.ts'

const services = panelServices()
let portal: GivenPortal
let panelMeetingId: PanelMeetingId
let version = 0

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(() => {
  panelMeetingId = PanelMeetingId.parse(randomUUID())
  version = 0
  services.forget()
  services.answer('panelMeeting.list', { rows: [] })
})

type Seat = PayloadOf<'guest-seats.changed.v1'>['seats'][number]

/** Case-review says who of other areas has a seat at a meeting of Wakefield's, all of them; told twice, as after a crash. */
async function told(seats: readonly Seat[], untilOn = '2126-03-16', areaId = wakefield): Promise<void> {
  version += 1
  const requestId = RequestId.parse(randomUUID())
  const actor: ServiceActor = { kind: 'service', service: 'case-review', areaId, onBehalfOf: null, requestId }
  const event = {
    ...{ id: EventId.parse(randomUUID()), areaId, subject: panelMeetingId, version },
    ...{ type: 'guest-seats.changed.v1' as const, recordedAt: portal.parts.clock.now(), requestId },
    payload: { panelMeetingId, untilOn: PlainDate.parse(untilOn), seats: [...seats] },
  }
  const call = callerOf(router)({ actor, caller: 'case-review', assertion: null, parts: portal.parts })
  for (let times = 0; times < 2; times += 1) {
    await call.event.receive({ publisher: 'case-review', events: [event] })
  }
}

const idOf = (name: string): PersonId => {
  const found = portal.people.get(`${name}@lds.example`)
  if (found === undefined) throw new Error('they can sign in')
  return found
}
const seatOf = (personId: PersonId, seat: SeatAs = 'member', agency: PanelAgency = 'police'): Seat => ({
  ...{ personId, homeAreaId: leeds, agency, seat },
})
const areasOf = async (personId: PersonId) =>
  (await openAreas(portal.parts, personId, RequestId.parse(randomUUID()))).map(
    ({ areaId, guest, roles }) => ({
      areaId,
      guest,
      roles,
    }),
  )
/** What somebody is in Wakefield: nothing, unless they have a seat there. */
const inWakefield = async (personId: PersonId) =>
  (await areasOf(personId)).find(({ areaId }) => areaId === wakefield)?.roles ?? null

/** An account of Leeds, for one test. */
async function invited(roles: ('panel-member' | 'chair' | 'coordinator')[], areaId: AreaId = leeds) {
  const email = `${randomUUID()}@lds.example`
  const calls = ownCallsAs(portal.parts, operator(areaId))
  const grant = { areaId, displayName: 'Somebody Invented', roles, agency: 'police' as const }
  return calls.user.invite({ ...grant, email, key: randomUUID() })
}

describe('a seat at a meeting of another area', () => {
  test('makes a panel member a guest there and nothing else, and leaves them what they are at home', async () => {
    const { personId } = await invited(['panel-member', 'coordinator'])
    expect(await inWakefield(personId)).toBeNull()
    await told([seatOf(personId)])
    const found = await areasOf(personId)
    expect(found).toHaveLength(2)
    expect(found).toContainEqual({ areaId: leeds, guest: false, roles: ['panel-member', 'coordinator'] })
    expect(found).toContainEqual({ areaId: wakefield, guest: true, roles: ['guest-member'] })
  })

  test('of a chair is a chair’s only for who chairs at home', async () => {
    const [chair, member] = [await invited(['chair']), await invited(['panel-member'])]
    await told([seatOf(chair.personId, 'chair'), seatOf(member.personId, 'chair')])
    expect(await inWakefield(chair.personId)).toEqual(['guest-chair'])
    expect(await inWakefield(member.personId)).toBeNull()
  })

  test('opens nothing for somebody who does not sit on their own panel, or not any more', async () => {
    const [office, member, moved] = [
      await invited(['coordinator']),
      await invited(['panel-member']),
      await invited(['panel-member']),
    ]
    await told([office, member, moved].map(({ personId }) => seatOf(personId)))
    expect(await inWakefield(office.personId)).toBeNull()
    expect(await inWakefield(member.personId)).toEqual(['guest-member'])
    const calls = ownCallsAs(portal.parts, operator(leeds))
    await calls.user.disable({ areaId: leeds, personId: member.personId, key: randomUUID() })
    expect(await areasOf(member.personId)).toEqual([])
    await calls.user.setRoles({
      ...{ areaId: leeds, personId: moved.personId, roles: ['analyst'], key: randomUUID() },
    })
    expect(await inWakefield(moved.personId)).toBeNull()
  })

  test('ends when it is taken back, and after its last day', async () => {
    const { personId } = await invited(['panel-member'])
    await told([seatOf(personId)])
    expect(await inWakefield(personId)).toEqual(['guest-member'])
    await told([])
    expect(await inWakefield(personId)).toBeNull()
    const today = portal.parts.clock.today()
    await told([seatOf(personId)], today)
    expect(await inWakefield(personId)).toEqual(['guest-member'])
    await told([seatOf(personId)], '2020-01-01')
    expect(await inWakefield(personId)).toBeNull()
  })

  test('adds nothing to who has access there by their own right, and is given by no administrator', async () => {
    const { personId } = await invited(['panel-member'])
    await told([seatOf(personId)])
    const calls = ownCallsAs(portal.parts, operator(wakefield))
    const [row] = await portal.test.look<{ email: string }[]>`
      select email from portal.users where person_id = ${personId}`
    await calls.user.invite({
      ...{ areaId: wakefield, email: row?.email ?? '', displayName: 'Somebody', roles: ['analyst'] },
      key: randomUUID(),
    })
    expect(await inWakefield(personId)).toEqual(['analyst'])
    const grant = { areaId: wakefield, displayName: 'Somebody', agency: 'police' as const, key: randomUUID() }
    for (const role of ['guest-member', 'guest-chair']) {
      const roles = [role] as unknown as ['analyst']
      await expect(
        calls.user.invite({ ...grant, email: 'somebody@lds.example', roles }),
      ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await expect(
      portal.parts.database.transaction(
        operator(wakefield),
        (tx) => tx`update portal.memberships set roles = '{guest-chair}' where person_id = ${personId}`,
      ),
    ).rejects.toThrow()
  })

  test('stands in that area’s list of people by name, for its meeting alone, also once it has ended', async () => {
    const { personId } = await invited(['panel-member'])
    await told([seatOf(personId, 'member', 'education')])
    const people = () =>
      portal.parts.database.transaction(operator(wakefield), (tx) => areaPeople(tx, wakefield))
    const find = async () => (await people()).find((one) => one.personId === personId)
    expect(await find()).toMatchObject({
      ...{ displayName: 'Somebody Invented', roles: ['guest-member'], agency: 'education', active: true },
      guestAt: [panelMeetingId],
    })
    await told([])
    expect(await find()).toMatchObject({
      displayName: 'Somebody Invented',
      roles: [],
      active: false,
      guestAt: [],
    })
    const users = await ownCallsAs(portal.parts, operator(wakefield)).user.list({ areaId: wakefield })
    expect(users.some((one) => one.personId === personId)).toBe(false)
  })
})

describe('somebody with a seat in another area', () => {
  test('signs in where they work, is told of it, and gets there by choosing the area; nothing of home is offered there', async () => {
    const member = idOf('tom.harrow')
    await told([seatOf(member)])
    const browser = testBrowser(portal.app)
    const start = await browser.signIn('tom.harrow@lds.example')
    expect(start.body).toContain('Child death reviews in Leeds')
    expect(start.body).toContain('You have a seat at a panel meeting of Wakefield.')
    expect((await browser.get('/areas')).body).toContain(
      'You see that meeting and its cases, and nothing else',
    )
    await browser.submit('/areas', { area: wakefield })
    const there = await browser.get('/')
    expect(there.body).toContain('Child death reviews in Wakefield')
    expect(there.body).toContain('guest on the panel of a regional meeting')
    expect(there.body).toContain('href="/panel-meetings"')
    expect(there.body).not.toContain('href="/recommendations"')
    const meetings = await browser.get('/panel-meetings')
    expect(meetings.body).toContain('The meeting and its cases are those of Wakefield.')
    expect(services.sent('panelMeeting.list')).toMatchObject({ areaId: wakefield })
    for (const path of [
      '/cases',
      '/recommendations',
      '/users',
      '/codebook',
      '/regional-meetings',
      '/double-coding',
    ]) {
      expect((await browser.get(path)).status, path).toBe(403)
    }
    await told([])
    const after = await browser.get('/panel-meetings')
    expect(after.status).toBe(303)
    expect(after.location).toContain('/sign-in')
  })

  test('is refused an area they have no seat in', async () => {
    const browser = testBrowser(portal.app)
    await browser.signIn('grace.okello@lds.example')
    const answer = await browser.submit('/areas', { area: wakefield })
    expect(answer.status).toBe(422)
    expect((await browser.get('/')).body).toContain('Child death reviews in Leeds')
  })
})
