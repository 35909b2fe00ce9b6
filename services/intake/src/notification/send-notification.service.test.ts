import {
  type Actor,
  type AreaId,
  NotifyingOrganisationId,
  type OrganisationDoor,
  RequestId,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, form, type GivenIntake, givenAnswers, givenIntake, TODAY } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const organisation = (door: OrganisationDoor = 'rest', areaId: AreaId = intake.mine.areaId): Actor => ({
  kind: 'organisation',
  organisationId: NotifyingOrganisationId.parse(crypto.randomUUID()),
  door,
  areaId,
  requestId: RequestId.parse(aKey()),
})

const sending = (changes: object = {}) => ({
  key: aKey(),
  formVersion: form.version,
  answers: givenAnswers({ child: { nhsNumber: '9990000026' } }),
  ...changes,
})

describe('a notification an organisation’s system sends', () => {
  test.each(['rest', 'fhir', 'neonatal-surveillance'] as const)(
    'comes in today, in the area and by the door (%s) its token is for, and the audit names the organisation',
    async (door) => {
      const actor = organisation(door)
      const { notificationId } = await intake.as(actor).notification.send(sending())
      const [row] = await intake.test.look`
        select area_id, door, received_on, organisation_id from intake.notifications where id = ${notificationId}`
      expect(row).toEqual({
        areaId: intake.mine.areaId,
        door,
        receivedOn: TODAY,
        organisationId: actor.kind === 'organisation' ? actor.organisationId : '',
      })
      const [entry] = await intake.test.look<{ actor: string }[]>`
        select entry->>'actor' as actor from intake.audit_entries where entry->'object'->>'id' = ${notificationId}`
      expect(entry?.actor).toMatch(/^organisation:/)
    },
  )

  test('sent twice, also at once, is one notification, with the same answer on another day; another body is refused', async () => {
    const caller = intake.as(organisation())
    const once = sending()
    const [first, second] = await Promise.all([
      caller.notification.send(once),
      caller.notification.send(once),
    ])
    expect(second).toEqual(first)
    intake.clock.addDays(1)
    expect(await caller.notification.send(once)).toEqual(first)
    intake.clock.addDays(-1)
    await expect(
      caller.notification.send({ ...once, answers: givenAnswers({ child: { nhsNumber: '9990000018' } }) }),
    ).rejects.toMatchObject({ message: 'key-reused' })
  })

  test('is followed by whoever sent it until it is decided, and by nobody else', async () => {
    const mine = organisation()
    const { notificationId } = await intake.as(mine).notification.send(sending())
    const following = () => intake.as(mine).notification.follow({ notificationId })
    expect(await following()).toEqual({ notificationId, state: 'received' })
    for (const other of [organisation(), organisation('rest', intake.theirs.areaId)]) {
      await expect(intake.as(other).notification.follow({ notificationId })).rejects.toMatchObject({
        message: 'not-found',
      })
    }
    const typed = await intake.submit()
    await expect(intake.as(mine).notification.follow({ notificationId: typed })).rejects.toMatchObject({
      message: 'not-found',
    })
    await intake.settle(notificationId)
    await intake.accept(notificationId)
    expect(await following()).toEqual({ notificationId, state: 'decided' })
  })

  test('gives its sender nothing else to do and nothing else to see', async () => {
    const actor = organisation()
    const { notificationId } = await intake.as(actor).notification.send(sending())
    const { areaId } = intake.mine
    const calls = intake.as(actor)
    await expect(calls.notification.read({ areaId, notificationId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(calls.notification.list({ areaId, page: 1, withheld: [] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(
      calls.notification.submit({ areaId, receivedOn: TODAY, ...sending() }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(intake.as(intake.coordinator).notification.send(sending())).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })

    const tables = await intake.test.look<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'intake' and obj_description(c.oid) = 'class: tenant'`
    expect(tables.length).toBeGreaterThan(10)
    const seen = await Promise.all(
      tables.map(async ({ name }) => {
        const { database } = intake.test
        const rows = await database.transaction(actor, (tx) => tx`select 1 from ${tx(`intake.${name}`)}`)
        return { name, rows: rows.length }
      }),
    )
    // Events hold ids and codes, and whoever publishes one must see where its stream has come to.
    const filled = seen.filter(({ name, rows }) => rows > 0 && !name.startsWith('event'))
    expect(filled).toEqual([{ name: 'notifications', rows: 1 }])
  })
})
