import { type AreaId, type CaseId, type InformationRequestId, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  givenReturn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
} from '../testing.ts'

let given: GivenCaseReview
const mail = keptMail()
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
let caseId: CaseId

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  ;({ caseId } = await givenCase(given, area))
  await given.sendWaitingMails()
  mail.sent.length = 0
})

async function asked() {
  const call = await given.as(coordinator)
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  await given.sendWaitingMails()
  return { call, informationRequestId: sent.informationRequestId }
}
const linkIn = (text: string | undefined) => text?.match(/\/requests\/([\w-]{22})/)?.[1] ?? ''
const rowOf = async (informationRequestId: InformationRequestId) => {
  const call = await given.as(coordinator)
  return call.informationRequest.read({ areaId: area, informationRequestId })
}

describe('an agency that has not answered', () => {
  test('is reminded once a day, by the same link and the same date, and each reminder is counted', async () => {
    const { call, informationRequestId } = await asked()
    const remind = (key = newKey()) =>
      call.informationRequest.remind({ areaId: area, informationRequestId, key })
    await expect(remind()).rejects.toMatchObject({ message: 'reminded-today' })
    given.clock.addDays(30)
    const key = newKey()
    await Promise.all([remind(key), remind(key)])
    await given.sendWaitingMails()
    expect(mail.sent.map(({ subject }) => subject.replace(/LDS.*/, ''))).toEqual([
      'Request for information: case ',
      'Reminder: case ',
    ])
    const [request, reminder] = mail.sent
    expect(linkIn(reminder?.text)).toBe(linkIn(request?.text))
    expect(reminder?.text).toContain('It was due on 23 March 2026 and we do not have it yet.')
    await expect(remind()).rejects.toMatchObject({ message: 'reminded-today' })
    given.clock.addDays(1)
    await remind()
    expect(await rowOf(informationRequestId)).toMatchObject({
      reminders: 2,
      remindedOn: '2026-04-02',
      dueOn: '2026-03-23',
    })
  })

  test('is not mailed a reminder that an answer has overtaken', async () => {
    const { call, informationRequestId } = await asked()
    given.clock.addDays(20)
    await call.informationRequest.remind({ areaId: area, informationRequestId, key: newKey() })
    const { informationRequestId: other } = await givenReturn(given, coordinator, caseId)
    await expect(
      call.informationRequest.remind({ areaId: area, informationRequestId: other, key: newKey() }),
    ).rejects.toMatchObject({ message: 'request-answered' })
    const reason = 'no-longer-needed' as const
    await call.informationRequest.recall({ areaId: area, informationRequestId, reason, key: newKey() })
    mail.sent.length = 0
    await given.sendWaitingMails()
    expect(mail.sent.filter(({ subject }) => subject.startsWith('Reminder'))).toEqual([])
  })
})

describe('a request that is taken back', () => {
  test('is dead at once, the agency is told why and once, and nothing waits for it', async () => {
    const { call, informationRequestId } = await asked()
    const token = linkIn(mail.sent[0]?.text)
    const recall = { areaId: area, informationRequestId, reason: 'sent-to-the-wrong-organisation' as const }
    const key = newKey()
    await call.informationRequest.recall({ ...recall, key })
    await call.informationRequest.recall({ ...recall, key })
    await expect(call.informationRequest.recall({ ...recall, key: newKey() })).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await given.sendWaitingMails()
    await given.sendWaitingMails()
    expect(
      mail.sent
        .slice(1)
        .map(({ subject, text }) => [subject.slice(0, 8), text.includes('should not have been sent to you')]),
    ).toEqual([['Recalled', true]])
    const portal = await given.as(portalItself())
    await portal.link.requestCode({ token })
    await given.sendWaitingMails()
    expect(mail.sent).toHaveLength(2)
    const reporter = await given.as(linkHolder(area, informationRequestId))
    await expect(reporter.reportingForm.begin({})).rejects.toMatchObject({ message: 'link-dead' })
    const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1, sort: 'newest' })
    expect(rows.find((row) => row.caseId === caseId)).toMatchObject({
      requests: { sent: 0, overdue: 0 },
      next: { what: 'review-meeting', dueOn: '2026-05-10' },
    })
  })

  test('that was answered stays answered', async () => {
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    const call = await given.as(coordinator)
    const reason = 'no-longer-needed' as const
    await expect(
      call.informationRequest.recall({ areaId: area, informationRequestId, reason, key: newKey() }),
    ).rejects.toMatchObject({ message: 'request-answered' })
  })

  test('does not keep its agency from hearing that the child did not die', async () => {
    const { call, informationRequestId } = await asked()
    const recall = { areaId: area, informationRequestId, key: newKey() }
    await call.informationRequest.recall({ ...recall, reason: 'no-longer-needed' })
    await given.sendWaitingMails()
    await givenErrorReport(given, area, caseId)
    await given.sendWaitingMails()
    expect(mail.sent.at(-1)?.text).toContain('The report of the death was wrong')
    expect(mail.sent).toHaveLength(3)
  })

  test('is there for nobody of another area, and not to be touched by a panel member', async () => {
    const { informationRequestId } = await asked()
    const elsewhere = newArea()
    const stranger = await given.as(personIn(elsewhere, 'coordinator'))
    for (const areaId of [area, elsewhere]) {
      await expect(
        stranger.informationRequest.remind({ areaId, informationRequestId, key: newKey() }),
      ).rejects.toMatchObject({ message: 'not-found' })
      await expect(
        stranger.informationRequest.recall({
          areaId,
          informationRequestId,
          reason: 'no-longer-needed',
          key: newKey(),
        }),
      ).rejects.toMatchObject({ message: 'not-found' })
    }
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(
      member.informationRequest.remind({ areaId: area, informationRequestId, key: newKey() }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await rowOf(informationRequestId)).toMatchObject({
      state: 'sent',
      reminders: 0,
      sentOn: PlainDate.parse('2026-03-02'),
    })
  })
})
