import { type NotificationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, type GivenIntake, givenAnswers, givenIntake, submissionTo } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const coordinator = () => intake.as(intake.coordinator).notification
const reading = (notificationId: NotificationId) => ({ areaId: intake.mine.areaId, notificationId })
const refusedAs = (message: string) => ({ message })

const residency = (notificationId: NotificationId, changes: object = {}) => ({
  ...reading(notificationId),
  key: aKey(),
  version: 1,
  localAuthority: 'E08000035',
  lsoa: null,
  basis: 'usual-address' as const,
  agreedWithArea: null,
  ...changes,
})

const discretion = (notificationId: NotificationId, changes: object = {}) => ({
  ...reading(notificationId),
  key: aKey(),
  version: 1,
  decision: 'review' as const,
  ...changes,
})

/** A notification whose form says something else of where the child lived. */
async function notified(nhsNumber: string, residence: object): Promise<NotificationId> {
  const { 'local-authority': _, ...answers } = givenAnswers({ child: { nhsNumber } })
  const { notificationId } = await coordinator().submit(
    submissionTo(intake.mine, { answers: { ...answers, ...residence } }),
  )
  return notificationId
}

describe('deciding where a child normally lived', () => {
  test('brings a child into scope whose residence nobody knew, and the case is counted there', async () => {
    const notificationId = await notified('9990000018', { 'local-authority': { notKnown: true } })
    expect((await coordinator().read(reading(notificationId))).scope).toMatchObject({
      outcome: 'pending',
      ruleId: 'R8',
    })
    await expect(intake.accept(notificationId)).rejects.toMatchObject(refusedAs('scope-pending'))
    const decided = await coordinator().decideResidency(
      residency(notificationId, { basis: 'mothers-usual-address', lsoa: 'E01011229' }),
    )
    expect(decided).toMatchObject({ version: 2, scope: { outcome: 'in', ruleId: 'R5' } })
    const found = await coordinator().read(reading(notificationId))
    expect(found).toMatchObject({
      version: 2,
      residency: { localAuthority: 'E08000035', lsoa: 'E01011229', basis: 'mothers-usual-address' },
    })
    await expect(intake.accept(notificationId)).rejects.toMatchObject(refusedAs('stale'))
    await intake.settle(notificationId)
    const { caseId } = await coordinator().accept({
      ...reading(notificationId),
      key: aKey(),
      version: 2,
    })
    const [event] = await intake.test.look<{ payload: { localAuthority: string } }[]>`
      select payload from intake.events where subject = ${caseId} and type = 'notification.accepted.v1'`
    expect(event?.payload.localAuthority).toBe('E08000035')
  })

  test('can be done again: the latest counts, the earlier ones are kept, each by whom and when', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000026' } })
    await coordinator().decideResidency(residency(notificationId, { localAuthority: 'E08000032' }))
    expect((await coordinator().read(reading(notificationId))).scope.ruleId).toBe('R8')
    const again = residency(notificationId, { version: 2, basis: 'agreed-with-other-area' })
    const first = await coordinator().decideResidency(again)
    expect(await coordinator().decideResidency(again)).toEqual(first)
    expect((await coordinator().read(reading(notificationId))).scope.outcome).toBe('in')
    const kept = await intake.test.look`
      select version, local_authority, decided_by from intake.residency_decisions
      where notification_id = ${notificationId} order by version`
    const { personId } = intake.coordinator
    expect(kept).toMatchObject([
      { version: 2, localAuthority: 'E08000032', decidedBy: personId },
      { version: 3, localAuthority: 'E08000035', decidedBy: personId },
    ])
  })

  test.each([
    [
      'an authority for a child who did not live in England',
      { basis: 'not-resident-in-england' },
      'invalid-answers',
    ],
    ['no authority without saying so', { localAuthority: null }, 'invalid-answers'],
    ['somebody who saw another version', { version: 2 }, 'stale'],
  ])('is refused for %s', async (_, changes, message) => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000034' } })
    await expect(coordinator().decideResidency(residency(notificationId, changes))).rejects.toMatchObject(
      refusedAs(message),
    )
  })

  test('is refused to another area, and once the notification is decided', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000042' } })
    const stranger = intake.as(intake.stranger).notification
    await expect(stranger.decideResidency(residency(notificationId))).rejects.toMatchObject(
      refusedAs('not-found'),
    )
    await intake.accept(notificationId)
    await expect(
      coordinator().decideResidency(residency(notificationId, { version: 2 })),
    ).rejects.toMatchObject(refusedAs('notification-decided'))
  })
})

describe('a child from outside England who died here', () => {
  test('waits for the partners, and is accepted once they choose to review', async () => {
    const notificationId = await notified('9990000050', { 'residence-country': 'elsewhere' })
    const { scope } = await coordinator().read(reading(notificationId))
    expect(scope).toMatchObject({ outcome: 'pending', ruleId: 'R9' })
    const decided = await coordinator().decideDiscretion(discretion(notificationId))
    expect(decided).toMatchObject({ version: 2, scope: { outcome: 'in', ruleId: 'R9' } })
    await intake.settle(notificationId)
    const { caseId } = await coordinator().accept({
      ...reading(notificationId),
      key: aKey(),
      version: 2,
    })
    const [event] = await intake.test.look<{ payload: { localAuthority: string } }[]>`
      select payload from intake.events where subject = ${caseId} and type = 'notification.accepted.v1'`
    expect(event?.payload.localAuthority).toBe('J99999999')
  })

  test('is out of scope once they choose not to, and may be chosen otherwise until it is declared', async () => {
    const notificationId = await notified('9990000069', { 'residence-country': 'wales' })
    const not = await coordinator().decideDiscretion(discretion(notificationId, { decision: 'not-reviewed' }))
    expect(not.scope.outcome).toBe('out')
    const after = await coordinator().decideDiscretion(discretion(notificationId, { version: 2 }))
    expect(after.scope.outcome).toBe('in')
  })

  test('is not a choice where the rules already say', async () => {
    const notificationId = await intake.submit({ child: { nhsNumber: '9990000077' } })
    await expect(coordinator().decideDiscretion(discretion(notificationId))).rejects.toMatchObject(
      refusedAs('not-discretionary'),
    )
  })
})

describe('a child whose date of birth nobody knows', () => {
  test('is taken in, waits, and is found by no birth date', async () => {
    const { 'child-date-of-birth': _, ...answers } = givenAnswers({ child: { nhsNumber: '9990000085' } })
    const { notificationId } = await coordinator().submit(
      submissionTo(intake.mine, {
        answers: {
          ...answers,
          'child-date-of-birth': { notKnown: true },
          'apparent-age-years': 15,
          'child-born-alive': 'yes',
        },
        receivedOn: PlainDate.parse('2026-03-02'),
      }),
    )
    const found = await coordinator().read(reading(notificationId))
    expect(found.scope).toMatchObject({ outcome: 'pending', ruleId: 'R10' })
    await expect(intake.accept(notificationId)).rejects.toMatchObject(refusedAs('scope-pending'))
    const [row] = await intake.test.look`
      select age_band, birth_date_and_sex_index as index from intake.notifications where id = ${notificationId}`
    expect(row).toEqual({ ageBand: null, index: null })
  })
})
