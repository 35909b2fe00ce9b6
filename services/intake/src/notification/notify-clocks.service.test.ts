import { defaultAreaSettings, type NotificationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, form, type GivenIntake, givenAnswers, givenIntake, TODAY } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

/** Children of these tests are told apart by everything: nothing is looked for but clocks. */
const numbers = [
  '9990003009',
  '9990003017',
  '9990003025',
  '9990003033',
  '9990003041',
  '9990003068',
  '9990003076',
  '9990003084',
  '9990003092',
  '9990003106',
  '9990003114',
  '9990003122',
  '9990003130',
  '9990003149',
  '9990003157',
  '9990003165',
]
let born = 0
const another = () => {
  born += 1
  const nhsNumber = numbers[born - 1]
  return { familyName: `Fernsby ${born}`, nhsNumber, dateOfBirth: `2015-03-${10 + born}` }
}
type Told = { who?: object; death?: object; notifier?: string; receivedOn?: string }

async function received({
  who = another(),
  death = {},
  notifier,
  receivedOn = TODAY,
}: Told = {}): Promise<NotificationId> {
  const answers = givenAnswers({ child: who, death })
  const { notificationId } = await intake.as(intake.coordinator).notification.submit({
    areaId: intake.mine.areaId,
    key: aKey(),
    formVersion: form.version,
    answers: notifier === undefined ? answers : { ...answers, 'date-of-referral': notifier },
    receivedOn: PlainDate.parse(receivedOn),
  })
  return notificationId
}

const asked = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })
const clocksOf = async (notificationId: NotificationId) =>
  (await intake.as(intake.coordinator).notification.read(asked(notificationId))).clocks

describe('the notify clocks of a notification', () => {
  test('run from the time of death to the moment of receipt, late only after the last moment', async () => {
    // It is ten in the morning of 2 March.
    const onTime = await clocksOf(
      await received({ death: { dateOfDeath: '2026-02-28', timeOfDeath: '10:00' } }),
    )
    expect(onTime).toMatchObject({
      knownFrom: 'time-of-death',
      received: {
        startedAt: '2026-02-28T10:00:00.000Z',
        dueAt: '2026-03-02T10:00:00.000Z',
        stoppedAt: '2026-03-02T10:00:00.000Z',
        late: false,
      },
      national: { dueAt: '2026-03-02T10:00:00.000Z', stoppedAt: null, late: false },
      nationalToldOn: null,
    })
    const late = await clocksOf(
      await received({ death: { dateOfDeath: '2026-02-28', timeOfDeath: '09:59' } }),
    )
    expect([late.received.late, late.national?.late]).toEqual([true, true])
  })

  test('count a whole day in favour of whoever notifies: of the death, of learning of it, of the receipt', async () => {
    const day = await clocksOf(await received({ death: { dateOfDeath: '2026-02-27' } }))
    expect(day).toMatchObject({
      knownFrom: 'day-of-death',
      received: { dueAt: '2026-03-02T00:00:00.000Z', late: true },
    })
    const earlier = await clocksOf(
      await received({ death: { dateOfDeath: '2026-02-27' }, receivedOn: '2026-03-01' }),
    )
    expect(earlier.received).toMatchObject({ stoppedAt: '2026-03-01T00:00:00.000Z', late: false })
    const known = await clocksOf(await received({ notifier: '2026-03-01' }))
    expect(known).toMatchObject({
      knownFrom: 'day-it-was-known',
      received: { startedAt: '2026-03-02T00:00:00.000Z', late: false },
      national: { startedAt: '2026-02-28T00:00:00.000Z', late: true },
    })
  })

  test('keep to the hours the area had set when it came in, whatever it sets later', async () => {
    const death = { dateOfDeath: '2026-03-01', timeOfDeath: '08:00' }
    const before = await received({ death })
    const { look } = intake.test
    const settings = { ...defaultAreaSettings, notifyWithinHours: 24, tellNationalWithinHours: 20 }
    await look`insert into intake.area_settings (area_id, settings) values (${intake.mine.areaId}, ${look.json(settings)})`
    const after = await received({ death })
    await look`delete from intake.area_settings`
    expect((await clocksOf(before)).received).toMatchObject({
      dueAt: '2026-03-03T08:00:00.000Z',
      late: false,
    })
    expect((await clocksOf(after)).received).toMatchObject({ dueAt: '2026-03-02T08:00:00.000Z', late: true })
    expect((await clocksOf(before)).national).toMatchObject({
      dueAt: '2026-03-03T08:00:00.000Z',
      late: false,
    })
    expect((await clocksOf(after)).national).toMatchObject({ dueAt: '2026-03-02T04:00:00.000Z', late: true })
  })

  test('begin again when the date or time of death is corrected; the receipt stays', async () => {
    const who = another()
    const notificationId = await received({
      who,
      death: { dateOfDeath: '2026-02-28', timeOfDeath: '09:59' },
    })
    const death = { dateOfDeath: '2026-03-01', timeOfDeath: '23:15' }
    await intake.as(intake.coordinator).notification.amend({
      ...asked(notificationId),
      key: aKey(),
      version: 1,
      formVersion: form.version,
      answers: givenAnswers({ child: who, death }),
    })
    expect((await clocksOf(notificationId)).received).toMatchObject({
      startedAt: '2026-03-01T23:15:00.000Z',
      stoppedAt: '2026-03-02T10:00:00.000Z',
      late: false,
    })
  })

  test('are not asked for once a death is out of scope', async () => {
    const notificationId = await received({ death: { dateOfDeath: '2026-02-27' } })
    await intake.test.look`
      update intake.notifications set state = 'out-of-scope', decided_at = now() where id = ${notificationId}`
    expect((await clocksOf(notificationId)).national).toBeNull()
  })
})

const confirmed = {
  by: 'hospital-doctor' as const,
  name: 'Wilhelmina Thistledown',
  organisation: 'Invented Infirmary',
  on: PlainDate.parse('2026-02-27'),
  time: null,
}

async function confirmedNotification(): Promise<NotificationId> {
  const notificationId = await received({ death: { dateOfDeath: '2026-02-27', timeOfDeath: '08:00' } })
  await intake.as(intake.coordinator).confirmation.record({
    ...asked(notificationId),
    key: aKey(),
    version: 0,
    death: confirmed,
    identity: confirmed,
  })
  return notificationId
}

describe('when the national database was told', () => {
  const record = (notificationId: NotificationId, toldOn: string, changes: object = {}) =>
    intake.as(intake.coordinator).nationalDatabase.record({
      ...asked(notificationId),
      key: aKey(),
      version: 0,
      toldOn: PlainDate.parse(toldOn),
      ...changes,
    })

  test('stops its clock; a correction keeps the earlier entry', async () => {
    const notificationId = await confirmedNotification()
    expect(await record(notificationId, '2026-03-02')).toEqual({ entry: 1 })
    expect((await clocksOf(notificationId)).national).toMatchObject({
      dueAt: '2026-03-01T08:00:00.000Z',
      stoppedAt: '2026-03-02T10:00:00.000Z',
      late: true,
    })
    await expect(record(notificationId, '2026-02-28')).rejects.toMatchObject({ message: 'stale' })
    expect(await record(notificationId, '2026-02-28', { version: 1 })).toEqual({ entry: 2 })
    const read = await intake.as(intake.coordinator).nationalDatabase.read(asked(notificationId))
    expect(read).toMatchObject({
      owed: true,
      clocks: { nationalToldOn: '2026-02-28', national: { late: false } },
    })
    expect(read.entries.map(({ entry, toldOn }) => [entry, toldOn])).toEqual([
      [2, '2026-02-28'],
      [1, '2026-03-02'],
    ])
  })

  test('and recorded by mistake is taken back with the reason: the clock runs on, and it can be told from here', async () => {
    const notificationId = await confirmedNotification()
    const { nationalDatabase } = intake.as(intake.coordinator)
    const takeBack = (version: number, key = aKey()) =>
      nationalDatabase.takeBack({ ...asked(notificationId), key, version, because: 'another-death' })
    await expect(takeBack(1)).rejects.toMatchObject({ message: 'stale' })
    await record(notificationId, '2026-03-01')
    const key = aKey()
    expect(await takeBack(1, key)).toEqual({ entry: 2 })
    expect(await takeBack(1, key)).toEqual({ entry: 2 })
    await expect(takeBack(1)).rejects.toMatchObject({ message: 'stale' })
    await expect(takeBack(2)).rejects.toMatchObject({ message: 'nothing-to-take-back' })
    const read = await nationalDatabase.read(asked(notificationId))
    expect(read).toMatchObject({ clocks: { nationalToldOn: null, national: { stoppedAt: null } } })
    expect(read.entries).toMatchObject([
      { entry: 2, toldOn: null, takenBack: 'another-death', recordedBy: intake.coordinator.personId },
      { entry: 1, toldOn: '2026-03-01', takenBack: null },
    ])
    expect(await record(notificationId, '2026-03-02', { version: 2 })).toEqual({ entry: 3 })
    expect((await clocksOf(notificationId)).national).toMatchObject({ stoppedAt: '2026-03-02T10:00:00.000Z' })
  })

  test('is taken back by two people at the same moment once, and by nobody without a pass once there is a case', async () => {
    const notificationId = await confirmedNotification()
    await record(notificationId, '2026-03-01')
    const { nationalDatabase } = intake.as(intake.coordinator)
    const takingBack = { ...asked(notificationId), version: 1, because: 'nobody-told' as const }
    const both = await Promise.allSettled(
      [aKey(), aKey()].map((key) => nationalDatabase.takeBack({ ...takingBack, key })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await record(notificationId, '2026-03-01', { version: 2 })
    const { caseId } = await intake.accept(notificationId)
    const again = { ...takingBack, version: 3, key: aKey() }
    await expect(nationalDatabase.takeBack(again)).rejects.toMatchObject({ message: 'not-found' })
    const pass = await intake.pass(intake.coordinator, [caseId])
    expect(await nationalDatabase.takeBack({ ...again, pass })).toEqual({ entry: 4 })
  })

  test('is never in the future, before the death, or before the death was confirmed', async () => {
    const notificationId = await confirmedNotification()
    await expect(record(notificationId, '2026-03-03')).rejects.toMatchObject({ message: 'date-in-future' })
    await expect(record(notificationId, '2026-02-26')).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
    await expect(record(await received(), '2026-03-02')).rejects.toMatchObject({ message: 'not-confirmed' })
  })

  test('is not recorded without a pass once there is a case, nor by another area', async () => {
    const notificationId = await confirmedNotification()
    const { caseId } = await intake.accept(notificationId)
    await expect(record(notificationId, '2026-03-01')).rejects.toMatchObject({ message: 'not-found' })
    const pass = await intake.pass(intake.coordinator, [caseId])
    expect(await record(notificationId, '2026-03-01', { pass })).toEqual({ entry: 1 })
    const { nationalDatabase } = intake.as(intake.stranger)
    for (const areaId of [intake.mine.areaId, intake.theirs.areaId]) {
      const refused = { ...asked(notificationId), areaId }
      await expect(nationalDatabase.read(refused)).rejects.toMatchObject({ message: 'not-found' })
    }
  })
})
