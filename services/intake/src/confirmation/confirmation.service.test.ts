import { type CaseId, EventEnvelope, type NotificationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, type GivenIntake, givenIntake, TODAY } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const refusedAs = (message: string) => ({ message })
const word = {
  by: 'hospital-doctor' as const,
  name: 'Wilhelmina Thistledown',
  organisation: 'Invented Infirmary',
  on: PlainDate.parse('2026-02-27'),
  time: '07:45',
}
const identified = { ...word, by: 'police-officer' as const, name: 'Barnaby Crumhorn', on: TODAY, time: null }

const recording = (notificationId: NotificationId, changes: object = {}) => ({
  areaId: intake.mine.areaId,
  notificationId,
  key: aKey(),
  version: 0,
  death: word,
  identity: identified,
  ...changes,
})
const record = (notificationId: NotificationId, changes: object = {}) =>
  intake.as(intake.coordinator).confirmation.record(recording(notificationId, changes))
const read = (notificationId: NotificationId, pass?: string) =>
  intake.as(intake.coordinator).confirmation.read({
    areaId: intake.mine.areaId,
    notificationId,
    ...(pass !== undefined && { pass }),
  })
const toldOf = async (caseId: CaseId) =>
  (
    await intake.test.look`
      select id, area_id, subject, version, type, payload, recorded_at, request_id
      from intake.events where subject = ${caseId} order by version`
  ).map((row) => EventEnvelope.parse(row))

describe('who confirmed the death and who the child is', () => {
  test('is recorded before there is a case, and told with the acceptance in one go', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000042' } })
    expect(await record(notificationId)).toEqual({ entry: 1 })
    const { entries } = await read(notificationId)
    expect(entries).toMatchObject([
      {
        entry: 1,
        death: { by: 'hospital-doctor', on: '2026-02-27', time: '07:45' },
        identity: { by: 'police-officer', on: TODAY, time: null },
        names: { death: { name: 'Wilhelmina Thistledown', organisation: 'Invented Infirmary' } },
        recordedBy: intake.coordinator.personId,
        recordedAt: intake.parts.clock.now(),
      },
    ])
    const { caseId } = await intake.accept(notificationId)
    const told = await toldOf(caseId)
    expect(told.map(({ type }) => type)).toEqual([
      'notification.accepted.v1',
      'identity-and-death.confirmed.v1',
    ])
    expect(told[1]?.payload).toEqual({
      caseId,
      death: { by: 'hospital-doctor', on: '2026-02-27' },
      identity: { by: 'police-officer', on: TODAY },
    })
    expect(JSON.stringify(told)).not.toContain('Thistledown')
  })

  test('no longer counts once the date of death was corrected to a later one', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000107' } })
    await record(notificationId)
    const { areaId } = intake.mine
    await intake.test.look`
      update intake.confirmations set death_on = '2026-02-26' where area_id = ${areaId} and notification_id = ${notificationId}`
    const { caseId } = await intake.accept(notificationId)
    expect((await toldOf(caseId)).map(({ type }) => type)).toEqual(['notification.accepted.v1'])
  })

  test('is recorded after there is a case only with case-review’s pass for it, and its names are shown only with one', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000050' } })
    const { caseId } = await intake.accept(notificationId)
    expect((await toldOf(caseId)).map(({ type }) => type)).toEqual(['notification.accepted.v1'])
    await expect(record(notificationId)).rejects.toMatchObject(refusedAs('not-found'))
    const other = await intake.accept(await intake.submit({ child: { nhsNumber: '9990000069' } }))
    const wrong = await intake.pass(intake.coordinator, [other.caseId])
    await expect(record(notificationId, { pass: wrong })).rejects.toMatchObject(refusedAs('not-found'))

    const pass = await intake.pass(intake.coordinator, [caseId])
    await record(notificationId, { pass })
    expect((await toldOf(caseId)).map(({ type }) => type)).toContain('identity-and-death.confirmed.v1')
    expect((await read(notificationId)).entries[0]?.names).toBeNull()
    expect((await read(notificationId, pass)).entries[0]?.names?.identity.name).toBe('Barnaby Crumhorn')
    const asked = { areaId: intake.mine.areaId, caseId, pass }
    expect(await intake.as(intake.coordinator).notification.ofCase(asked)).toEqual({ notificationId })
    await expect(
      intake.as(intake.coordinator).notification.ofCase({ ...asked, pass: wrong }),
    ).rejects.toMatchObject(refusedAs('not-found'))
  })

  test('is corrected by a further entry; the earlier one is kept, and a second click is one entry', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000077' } })
    const first = recording(notificationId)
    const coordinator = intake.as(intake.coordinator)
    expect(await coordinator.confirmation.record(first)).toEqual({ entry: 1 })
    expect(await coordinator.confirmation.record(first)).toEqual({ entry: 1 })
    await expect(record(notificationId)).rejects.toMatchObject(refusedAs('stale'))
    const corrected = { ...identified, name: 'Peregrine Ashdown' }
    expect(await record(notificationId, { version: 1, identity: corrected })).toEqual({ entry: 2 })
    const { entries } = await read(notificationId)
    expect(entries.map(({ entry, names }) => [entry, names?.identity.name])).toEqual([
      [2, 'Peregrine Ashdown'],
      [1, 'Barnaby Crumhorn'],
    ])
    await expect(
      intake.test.database.transaction(
        intake.coordinator,
        (tx) =>
          tx`update intake.confirmations set death_by = 'registrar' where notification_id = ${notificationId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '42501' })
  })

  test('is not before the death and not in the future', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000085' } })
    const early = { ...word, on: PlainDate.parse('2026-02-26') }
    await expect(record(notificationId, { death: early })).rejects.toMatchObject(
      refusedAs('dates-out-of-order'),
    )
    const late = { ...word, on: PlainDate.parse('2026-03-03') }
    await expect(record(notificationId, { identity: late })).rejects.toMatchObject(
      refusedAs('date-in-future'),
    )
    expect((await read(notificationId)).entries).toEqual([])
  })

  test('is not recorded for a death outside child death review, nor by another area, which sees nothing', async () => {
    const out = await intake.submit({ child: { bornAlive: 'no' } })
    await intake.as(intake.coordinator).notification.declareOutOfScope({
      areaId: intake.mine.areaId,
      notificationId: out,
      key: aKey(),
      version: 1,
    })
    await expect(record(out)).rejects.toMatchObject(refusedAs('notification-decided'))
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000093' } })
    const stranger = intake.as(intake.stranger)
    await expect(stranger.confirmation.record(recording(notificationId))).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    const theirs = { areaId: intake.theirs.areaId, notificationId }
    await expect(stranger.confirmation.read(theirs)).rejects.toMatchObject(refusedAs('not-found'))
  })

  test('lies in the database without a name', async () => {
    const rows = await intake.test.look<{ all: string }[]>`
      select string_agg(c::text || encode(c.names, 'escape'), '|') as all from intake.confirmations c`
    expect(rows[0]?.all.length).toBeGreaterThan(100)
    for (const name of ['Thistledown', 'Crumhorn', 'Infirmary']) expect(rows[0]?.all).not.toContain(name)
  })
})
