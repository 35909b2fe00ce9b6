import { givenPerson } from '@cdop/database/testing'
import { type NotificationId, ResponseId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, type GivenIntake, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const refusedAs = (message: string) => ({ message })
const reporting = (notificationId: NotificationId, changes: object = {}) => ({
  areaId: intake.mine.areaId,
  notificationId,
  key: aKey(),
  version: 1,
  reason: 'child-is-alive' as const,
  nationalDatabaseTold: false,
  confirmedTwice: true as const,
  ...changes,
})
const coordinator = () => intake.as(intake.coordinator)
const eventsOf = (subject: string) =>
  intake.test.look<{ type: string; payload: unknown }[]>`
    select type, payload from intake.events where subject = ${subject} order by version`

describe('a notification reported in error', () => {
  test('with a case hides the child, tells the others once, and blocks no true notification of the same child', async () => {
    const { areaId } = intake.mine
    const nhsNumber = '9990000042'
    const notificationId = await intake.submit({ child: { nhsNumber } })
    const { caseId, caseReference } = await intake.accept(notificationId)
    await expect(
      coordinator().notification.reportInError(reporting(notificationId, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('not-found'))
    const pass = await intake.pass(intake.coordinator, [caseId])
    const report = reporting(notificationId, { version: 2, pass })
    await coordinator().notification.reportInError(report)
    await coordinator().notification.reportInError(report)
    expect(await eventsOf(caseId)).toMatchObject([
      { type: 'notification.accepted.v1' },
      {
        type: 'notification.reported-in-error.v1',
        payload: { caseId, notificationId, reason: 'child-is-alive', nationalDatabaseTold: false },
      },
    ])

    await expect(coordinator().identity.read({ areaId, caseIds: [caseId], pass })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    expect((await coordinator().notification.read({ areaId, notificationId, pass })).sections).toEqual([])
    const evenSo = { areaId, notificationId, pass, evenInError: true }
    expect((await coordinator().notification.read(evenSo)).sections.length).toBeGreaterThan(0)
    const listed = await coordinator().notification.list({ areaId, page: 1, withheld: [] })
    expect(listed.rows.map((row) => row.notificationId)).not.toContain(notificationId)
    const state = 'reported-in-error'
    const traced = await coordinator().notification.list({ areaId, page: 1, withheld: [], view: state })
    expect(traced.rows).toMatchObject([{ notificationId, caseReference }])
    expect(await coordinator().notification.readErrorReport({ areaId, notificationId })).toMatchObject({
      state,
      caseReference,
      report: { reason: 'child-is-alive', reportedBy: intake.coordinator.personId },
    })

    const again = await intake.submit({ child: { nhsNumber } })
    expect((await coordinator().notification.read({ areaId, notificationId: again })).reviews).toEqual([])
    expect((await intake.accept(again)).caseId).not.toBe(caseId)
  })

  test('before it was decided opens no case, and is reported once', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000050' } })
    await expect(
      coordinator().notification.reportInError(reporting(notificationId, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('stale'))
    await coordinator().notification.reportInError(reporting(notificationId))
    await expect(
      coordinator().notification.reportInError(reporting(notificationId, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('notification-decided'))
    await expect(intake.accept(notificationId)).rejects.toMatchObject(refusedAs('notification-decided'))
    expect((await eventsOf(notificationId)).map(({ type }) => type)).toEqual(['notification.received.v1'])
  })

  test('is matched, found and paged for no more', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000085' } })
    const left = async () => {
      const [row] = await intake.test.look`
        select (select count(*) from intake.match_keys where notification_id = ${notificationId})::int as matched,
          (select count(*) from intake.search_keys where notification_id = ${notificationId})::int as found,
          (select count(*) from intake.due_steps d join intake.responses r on r.response_id = d.subject
           where r.notification_id = ${notificationId} and d.step = 'page')::int as paged`
      return row
    }
    expect(await left()).toEqual({ matched: expect.any(Number), found: expect.any(Number), paged: 1 })
    const [response] = await intake.test.look`
      select response_id from intake.responses where notification_id = ${notificationId}`
    const responseId = ResponseId.parse(response?.['responseId'])
    const lead = intake.as(givenPerson(['response-lead'], intake.mine.areaId))
    const identify = () => lead.response.identify({ areaId: intake.mine.areaId, responseId })
    expect((await identify()).sections.length).toBeGreaterThan(0)
    await coordinator().notification.reportInError(reporting(notificationId))
    expect(await left()).toEqual({ matched: 0, found: 0, paged: 0 })
    expect((await identify()).sections).toEqual([])
  })

  test('cannot be decided or made right again in SQL', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000069' } })
    await coordinator().notification.reportInError(reporting(notificationId))
    for (const state of ['received', 'accepted', 'out-of-scope']) {
      await expect(
        intake.test.database.transaction(
          intake.coordinator,
          (tx) => tx`update intake.notifications set state = ${state} where id = ${notificationId}`,
        ),
      ).rejects.toMatchObject({ sqlState: '23514' })
    }
  })

  test('is not another area’s to report, nor to read about', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000077' } })
    const stranger = intake.as(intake.stranger).notification
    await expect(stranger.reportInError(reporting(notificationId))).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    const { areaId } = intake.theirs
    await expect(stranger.readErrorReport({ areaId, notificationId })).rejects.toMatchObject(
      refusedAs('not-found'),
    )
  })
})
