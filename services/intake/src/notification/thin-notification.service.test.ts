import {
  type Actor,
  type NotificationId,
  NotifyingOrganisationId,
  type OrganisationDoor,
  RequestId,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, decisionOn, form, type GivenIntake, givenAnswers, givenIntake } from '../testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const forwarder = (door: OrganisationDoor = 'neonatal-surveillance'): Actor => ({
  kind: 'organisation',
  organisationId: NotifyingOrganisationId.parse('0b1e0000-0000-4000-8000-00000000000a'),
  door,
  areaId: intake.mine.areaId,
  requestId: RequestId.parse(aKey()),
})

/** What surveillance forwards of a baby: who, when, and little else. */
const thin = {
  'child-family-name': 'Quillfeather',
  'child-date-of-birth': '2026-02-25',
  'date-of-death': '2026-02-27',
  'gestation-weeks': 25,
}

const send = (answers: Record<string, unknown>, door?: OrganisationDoor) =>
  intake.as(forwarder(door)).notification.send({ key: aKey(), formVersion: form.version, answers })
const reading = (notificationId: NotificationId) =>
  intake.as(intake.coordinator).notification.read({ areaId: intake.mine.areaId, notificationId })

describe('a thin notification', () => {
  test('of neonatal surveillance is kept, with the questions that are still to be answered', async () => {
    const { notificationId } = await send(thin)
    const found = await reading(notificationId)
    expect(JSON.stringify(found.sections)).toContain('Quillfeather')
    const missing = found.unanswered.map(({ linkId }) => linkId)
    expect(missing).toEqual(
      expect.arrayContaining(['child-born-alive', 'place-of-death', 'local-authority', 'agencies']),
    )
    expect(missing).not.toContain('gestation-weeks')
    expect(missing).not.toContain('child-family-name')
    expect(found.unanswered.every(({ question, linkId }) => question !== linkId)).toBe(true)
    expect(found.scope).toMatchObject({ outcome: 'pending', ruleId: 'R6' })
  })

  test('is accepted by nobody, whatever is known of its scope', async () => {
    const { 'place-of-death': _place, ...lacking } = givenAnswers({ child: { nhsNumber: '9990000026' } })
    const { notificationId } = await send(lacking)
    const found = await reading(notificationId)
    expect(found.scope.outcome).toBe('in')
    expect(found.unanswered.map(({ linkId }) => linkId)).toEqual(['place-of-death'])
    await expect(
      intake.as(intake.coordinator).notification.accept({ ...decisionOn(notificationId, intake.mine) }),
    ).rejects.toMatchObject({ message: 'notification-incomplete' })
    const cases = await intake.test.look`select 1 from intake.cases`
    expect(cases).toHaveLength(0)
  })

  test('is accepted once the coordinator has completed it', async () => {
    const { notificationId } = await send(thin)
    const { version } = await reading(notificationId)
    const { areaId } = intake.mine
    const calls = intake.as(intake.coordinator).notification
    const complete = givenAnswers({ child: { nhsNumber: '9990000034' } })
    const amended = await calls.amend({
      areaId,
      notificationId,
      key: aKey(),
      version,
      formVersion: form.version,
      answers: complete,
    })
    expect((await reading(notificationId)).unanswered).toEqual([])
    await intake.settle(notificationId)
    await expect(
      calls.accept({ areaId, notificationId, key: aKey(), version: amended.version }),
    ).resolves.toHaveProperty('caseReference')
  })

  test('must say whose death it was and when, and what it says must be right', async () => {
    for (const linkId of ['child-family-name', 'date-of-death']) {
      const rest = Object.fromEntries(Object.entries(thin).filter(([key]) => key !== linkId))
      await expect(send(rest)).rejects.toMatchObject({
        message: 'invalid-answers',
        cause: { fields: [linkId] },
      })
    }
    await expect(send({ ...thin, 'gestation-weeks': 900 })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
    await expect(send({ ...thin, 'date-of-death': '2026-02-24' })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
  })

  test.each(['rest', 'fhir'] as const)(
    'by any other door (%s) is refused, naming what it lacks',
    async (door) => {
      await expect(send(thin, door)).rejects.toMatchObject({ message: 'invalid-answers' })
    },
  )
})
