import { type Actor, type NotificationId, NotifyingOrganisationId, RequestId } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aKey, form, type GivenIntake, givenAnswers, givenIntake } from '../testing.ts'
import { SEND_DRAFT_MAIL, sendDraftMail } from './draft-mail.ts'
import { draftHolder, portalIn } from './testing-drafts.ts'

const mail = keptMail()
const email = 'unit@infirmary.example'
let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake({ mail })
})
afterAll(() => intake.drop())
beforeEach(() => {
  mail.sent.length = 0
})

/** Does the mail jobs that wait, as the worker does. */
async function mailed(): Promise<string> {
  const jobs = await intake.test.look<{ id: number; payload: unknown }[]>`
    select j.id, j.payload from intake_jobs._private_jobs j join intake_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = ${SEND_DRAFT_MAIL}`
  for (const { id, payload } of jobs) {
    await sendDraftMail(intake.parts, payload)
    await intake.test.look`delete from intake_jobs._private_jobs where id = ${id}`
  }
  return mail.sent.at(-1)?.text ?? ''
}

const complete = () => givenAnswers({ child: { nhsNumber: '9990000042' } })
const calls = () => intake.as(intake.coordinator).notification
const reading = (notificationId: NotificationId) =>
  calls().read({ areaId: intake.mine.areaId, notificationId })

/** What surveillance forwarded, without where the child died. */
async function givenThin(): Promise<NotificationId> {
  const forwarder: Actor = {
    kind: 'organisation',
    organisationId: NotifyingOrganisationId.parse(aKey()),
    door: 'neonatal-surveillance',
    areaId: intake.mine.areaId,
    requestId: RequestId.parse(aKey()),
  }
  const { 'place-of-death': _place, ...answers } = complete()
  const sent = await intake
    .as(forwarder)
    .notification.send({ key: aKey(), formVersion: form.version, answers })
  return sent.notificationId
}

const asking = (notificationId: NotificationId, changes: object = {}) =>
  calls().askUnit({
    areaId: intake.mine.areaId,
    notificationId,
    key: aKey(),
    version: 1,
    email,
    ...changes,
  })

/** From the mailed link and code to the draft, as the unit goes. */
async function entered() {
  const portal = intake.as(portalIn(intake.mine.areaId)).notificationDraft
  const token = /\/notify\/LDS\/return\/(\S+)/.exec(await mailed())?.[1] ?? ''
  await portal.requestReturnCode({ token })
  const code = /\b\d{6}\b/.exec(await mailed())?.[0] ?? ''
  const { areaId, notificationDraftId } = await portal.enterReturn({ token, code })
  return intake.as(draftHolder(areaId, notificationDraftId)).notificationDraft
}

async function answer(unit: Awaited<ReturnType<typeof entered>>) {
  const { version } = await unit.read({})
  const typed = { formVersion: form.version, page: 'death', answers: complete() }
  const saved = await unit.save({ key: aKey(), version, ...typed })
  return unit.submit({ version: saved.version })
}

describe('the unit that is asked for the answers a notification lacks', () => {
  test('is mailed a link that says nothing of a child, finds what is known, and completes this very notification', async () => {
    const notificationId = await givenThin()
    await asking(notificationId)
    const text = await mailed().then(() => JSON.stringify(mail.sent))
    expect(text).toContain('some answers are missing')
    expect(text).not.toMatch(/Quillfeather|9990000042/)
    expect((await reading(notificationId)).askedUntil).toBe('2026-03-05T10:00:00.000Z')

    await asking(notificationId, { email: 'ward@infirmary.example' })
    const unit = await entered()
    const begun = await unit.read({})
    expect(begun.answers).toMatchObject({ 'child-family-name': 'Quillfeather' })
    expect(begun.answers).not.toHaveProperty('place-of-death')
    const before = await intake.test.look`select 1 from intake.notifications`
    await answer(unit)
    expect(await intake.test.look`select 1 from intake.notifications`).toHaveLength(before.length)
    const found = await reading(notificationId)
    expect(found).toMatchObject({ version: 2, unanswered: [], changes: [{ version: 1, replacedBy: null }] })
    const [row] = await intake.test.look`select door from intake.notifications where id = ${notificationId}`
    expect(row).toEqual({ door: 'neonatal-surveillance' })
    const audit = await intake.test.look<{ actor: string }[]>`
      select entry->>'actor' as actor from intake.audit_entries
      where entry->>'action' = 'notification.amend' and entry->'object'->>'id' = ${notificationId}`
    expect(audit).toMatchObject([{ actor: expect.stringMatching(/^link:/) }])
  })

  test('sends once, whatever is clicked, and is told when the answers are no longer needed', async () => {
    const notificationId = await givenThin()
    await asking(notificationId)
    const unit = await entered()
    const first = await answer(unit)
    const { version } = await unit.read({})
    expect(await unit.submit({ version })).toEqual(first)

    const other = await givenThin()
    await asking(other)
    const late = await entered()
    await calls().amend({
      areaId: intake.mine.areaId,
      notificationId: other,
      key: aKey(),
      version: 1,
      formVersion: form.version,
      answers: complete(),
    })
    await expect(answer(late)).rejects.toMatchObject({ message: 'answers-not-needed' })
    expect((await reading(other)).version).toBe(2)
  })

  test('is asked for nothing when nothing is missing, or the notification changed, or belongs to another area', async () => {
    const whole = await intake.submit()
    await expect(asking(whole)).rejects.toMatchObject({ message: 'answers-not-needed' })
    const thin = await givenThin()
    await expect(asking(thin, { version: 2 })).rejects.toMatchObject({ message: 'stale' })
    await expect(
      intake.as(intake.stranger).notification.askUnit({
        areaId: intake.theirs.areaId,
        notificationId: thin,
        key: aKey(),
        version: 1,
        email,
      }),
    ).rejects.toMatchObject({ message: 'not-found' })
    expect(await mailed()).toBe('')
  })

  test('cannot complete it with answers that are not whole', async () => {
    const notificationId = await givenThin()
    await asking(notificationId)
    const unit = await entered()
    const { version } = await unit.read({})
    await expect(unit.submit({ version })).rejects.toMatchObject({ message: 'invalid-answers' })
    expect((await reading(notificationId)).version).toBe(1)
  })

  test('is asked no more once the notification was reported in error: what they were sent is destroyed', async () => {
    const notificationId = await givenThin()
    await asking(notificationId)
    const drafts = () =>
      intake.test.look`
        select id from intake.notification_drafts where completes_notification_id = ${notificationId}`
    expect(await drafts()).toHaveLength(1)
    await calls().reportInError({
      areaId: intake.mine.areaId,
      notificationId,
      key: aKey(),
      version: 1,
      reason: 'child-is-alive',
      nationalDatabaseTold: false,
      confirmedTwice: true,
    })
    expect(await drafts()).toEqual([])
    expect(await mailed()).toBe('')
  })
})
