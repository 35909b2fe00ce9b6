import { type AreaId, type CaseId, type InformationRequestId, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'
import { chaseArea } from './chase-area.ts'
import { chaseWhatIsDue } from './chase-what-is-due.ts'
import { sendChaser } from './send-chaser.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
let caseId: CaseId

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  ;({ caseId } = await givenCase(given, area))
  mail.sent.length = 0
})

const coordinator = () => given.as(personIn(area, 'coordinator'))

/** Asks a mailbox about a case, a new organisation each time; due on 23 March 2026. */
async function ask(email: string, about: CaseId = caseId) {
  const call = await coordinator()
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({
    areaId: area,
    caseId: about,
    organisationId,
    key: newKey(),
  })
  await given.sendWaitingMails()
  mail.sent.length = 0
  return sent.informationRequestId
}
const read = async (informationRequestId: InformationRequestId) =>
  (await coordinator()).informationRequest.read({ areaId: area, informationRequestId })
/** The schedule's turn on a morning, and the mails that leave. */
async function morning(date: string) {
  given.clock.set(`${date}T09:00:00.000Z`)
  mail.sent.length = 0
  await chaseWhatIsDue(given.parts)
  await given.sendWaitingMails()
  return mail.sent.map(({ to, subject, text }) => ({ to, subject: subject.replace(/[A-Z]+\/.*/, ''), text }))
}
const stepsOf = async (id: InformationRequestId) => (await read(id)).chasers.map(({ step }) => step)

describe('an agency that does not answer', () => {
  test('is chased by itself on the days of the ladder, each step once, then a person has to act', async () => {
    const id = await ask('desk@trust.example')
    expect((await read(id)).next).toEqual({ step: 'courtesy-note', on: '2026-03-18' })
    const told: string[] = []
    for (const day of [17, 18, 20, 23, 24, 26, 27]) {
      const sent = await morning(`2026-03-${day}`)
      if (sent.length > 0) told.push(`${day}: ${sent.length}`)
    }
    expect(told).toEqual(['18: 1', '23: 1', '26: 1'])
    expect(await morning('2026-04-02')).toHaveLength(1)
    expect(await morning('2026-04-13')).toEqual([])
    const { chasers, next, reminders } = await read(id)
    expect(chasers).toMatchObject([
      { step: 'courtesy-note', on: '2026-03-18', result: 'sent' },
      { step: 'due-today', on: '2026-03-23', result: 'sent' },
      { step: 'first-reminder', on: '2026-03-26', result: 'sent' },
      { step: 'second-reminder', on: '2026-04-02', result: 'sent' },
    ])
    expect(next).toEqual({ step: 'executive', on: '2026-04-13' })
    expect(reminders).toBe(4)
  })

  test('is left in peace on days nobody works and before eight in the morning', async () => {
    await ask('desk@trust.example')
    expect(await morning('2026-04-03')).toEqual([])
    given.clock.set('2026-04-07T06:59:00.000Z')
    await chaseWhatIsDue(given.parts)
    expect(await given.sendWaitingMails()).toBe(0)
    given.clock.set('2026-04-07T07:00:00.000Z')
    await chaseWhatIsDue(given.parts)
    expect(await given.sendWaitingMails()).toBe(1)
  })

  test('hears of everything it owes in one mail for its mailbox, by references, dates and links alone', async () => {
    const second = await givenCase(given, area)
    await ask('Desk@Trust.example')
    await ask('desk@trust.example', second.caseId)
    await ask('other@trust.example')
    const mailed = await morning('2026-03-26')
    const digest = mailed.find(({ to }) => to.toLowerCase() === 'desk@trust.example')
    expect(mailed.map(({ to }) => to.toLowerCase()).sort()).toEqual([
      'desk@trust.example',
      'other@trust.example',
    ])
    expect(digest?.subject).toBe('Reminder: 2 cases')
    expect(digest?.text).toContain(`Case ${second.reference}, due on 23 March 2026:`)
    expect(digest?.text.match(/\/requests\/[\w-]{22}/g)).toHaveLength(2)
    expect(digest?.text).toContain('section 16N')
    expect(digest?.text).not.toMatch(/\{|1-4y|2026-02-10|10 February/)
  })

  test('gets no second mail on a day that is done, whatever falls due on it meanwhile, but the morning after', async () => {
    const asked = given.clock.now()
    await ask('desk@trust.example')
    expect(await morning('2026-03-26')).toHaveLength(1)
    given.clock.set(asked)
    await ask('desk@trust.example', (await givenCase(given, area)).caseId)
    expect(await morning('2026-03-26')).toEqual([])
    expect(await morning('2026-03-27')).toHaveLength(1)
  })

  test('is not mailed by the schedule on a day a person has reminded it, and is on the next', async () => {
    const id = await ask('desk@trust.example')
    given.clock.set('2026-03-26T07:00:00.000Z')
    const call = await coordinator()
    await call.informationRequest.remind({ areaId: area, informationRequestId: id, key: newKey() })
    await given.sendWaitingMails()
    expect(await morning('2026-03-26')).toEqual([])
    expect(await morning('2026-03-27')).toHaveLength(1)
    await expect(
      call.informationRequest.remind({ areaId: area, informationRequestId: id, key: newKey() }),
    ).rejects.toMatchObject({ message: 'reminded-today' })
  })

  test('is chased although the case is on hold: it can still answer', async () => {
    await ask('desk@trust.example')
    const call = await coordinator()
    await call.hold.record({
      areaId: area,
      caseId,
      key: newKey(),
      reason: 'inquest',
      stages: ['panel'],
      from: given.clock.today(),
      contact: 'Invented coroner’s office',
      confirmedOn: given.clock.today(),
      nextCheckOn: PlainDate.parse('2026-06-01'),
    })
    expect(await morning('2026-03-26')).toHaveLength(1)
  })
})

describe('nobody is chased', () => {
  test('who has answered, or was recalled, or asked about a child who did not die', async () => {
    const answered = await ask('one@trust.example')
    const reporter = await given.as(linkHolder(area, answered))
    await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
    const recalled = await ask('two@trust.example')
    const call = await coordinator()
    const reason = 'no-longer-needed' as const
    await call.informationRequest.recall({
      areaId: area,
      informationRequestId: recalled,
      reason,
      key: newKey(),
    })
    const wrong = await givenCase(given, area)
    await ask('three@trust.example', wrong.caseId)
    await givenErrorReport(given, area, wrong.caseId)
    await given.sendWaitingMails()
    expect(await morning('2026-03-26')).toEqual([])
    expect((await read(answered)).next).toBeNull()
    expect(await stepsOf(recalled)).toEqual([])
  })

  test('whose answer overtakes the mail that was to leave', async () => {
    const id = await ask('desk@trust.example')
    given.clock.set('2026-03-26T09:00:00.000Z')
    await chaseWhatIsDue(given.parts)
    const reporter = await given.as(linkHolder(area, id))
    await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
    mail.sent.length = 0
    await given.sendWaitingMails()
    expect(mail.sent).toEqual([])
    expect((await read(id)).chasers).toMatchObject([
      { step: 'first-reminder', on: '2026-03-26', result: 'overtaken' },
    ])
  })
})

describe('the schedule', () => {
  test('run twice, by two processes or after a crash, sends nothing twice', async () => {
    const id = await ask('desk@trust.example')
    given.clock.set('2026-03-26T09:00:00.000Z')
    await Promise.all([
      chaseArea(given.parts, area),
      chaseArea(given.parts, area),
      chaseArea(given.parts, area),
    ])
    await chaseArea(given.parts, area)
    expect(await given.sendWaitingMails()).toBe(1)
    expect(mail.sent).toHaveLength(1)
    expect(await stepsOf(id)).toEqual(['first-reminder'])
  })

  test('cut off while it works a day out has done nothing of it, and does it again', async () => {
    const id = await ask('desk@trust.example')
    given.clock.set('2026-03-26T09:00:00.000Z')
    const record = () => Promise.reject(new Error('cut off'))
    const cut = { ...given.parts, audit: { ...given.parts.audit, record } }
    await expect(chaseArea(cut, area)).rejects.toThrow('cut off')
    expect(await given.sendWaitingMails()).toBe(0)
    expect(await stepsOf(id)).toEqual([])
    await chaseArea(given.parts, area)
    expect(await given.sendWaitingMails()).toBe(1)
  })

  test('tries again what the mail server did not take, and says meanwhile that it waits', async () => {
    const id = await ask('desk@trust.example')
    given.clock.set('2026-03-26T09:00:00.000Z')
    await chaseArea(given.parts, area)
    const send = () => Promise.reject(new Error('no mail server'))
    const [row] = await given.test.look<{ chaserMailId: string }[]>`
      select chaser_mail_id from case_review.chaser_mails where area_id = ${area}
    `
    const job = { areaId: area, chaserMailId: row?.chaserMailId }
    await expect(sendChaser({ ...given.parts, mail: { send } }, job)).rejects.toThrow('no mail server')
    expect((await read(id)).chasers.map(({ result }) => result)).toEqual(['waiting'])
    await given.sendWaitingMails()
    expect((await read(id)).chasers.map(({ result }) => result)).toEqual(['sent'])
  })
})
