import { type AreaId, type CaseId, type InformationRequestId, type Person, PlainDate } from '@cdop/domain'
import type { Mail } from '@cdop/mail'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendMail } from '../mail/send-mail.ts'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  givenListing,
  givenReading,
  givenReturn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
} from '../testing.ts'

let given: GivenCaseReview
const mailbox = keptMail()
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const member = personIn(area, 'panel-member')

beforeAll(async () => {
  given = await givenCaseReview({ mail: mailbox })
})
afterAll(() => given.drop())

async function ask(caseId: CaseId, email: string): Promise<InformationRequestId> {
  const call = await given.as(coordinator)
  const agency = { name: 'Invented Surgery', kind: 'general-practice' as const, email }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const asked = { areaId: area, caseId, organisationId, key: newKey() }
  return (await call.informationRequest.send(asked)).informationRequestId
}

/** Opens the link mailed last, with its mailed code; answers the token. */
async function openMailedLink(): Promise<string> {
  const portal = await given.as(portalItself())
  const token = mailbox.sent.at(-1)?.text.match(/\/requests\/([\w-]{22})/)?.[1] ?? ''
  await portal.link.requestCode({ token })
  await given.sendWaitingMails()
  const code = mailbox.sent.at(-1)?.text.match(/\b\d{6}\b/)?.[0] ?? ''
  await portal.link.enter({ token, code })
  return token
}

const traced = async (caseId: CaseId, person: Person = coordinator) =>
  (await given.as(person)).case.trace({ areaId: area, caseId, fieldClasses: [] })
const notFound = { message: 'not-found' }

describe('a case that was reported in error', () => {
  test('is recalled whole: links dead at once, each recipient told once and without a name, and who opened it listed', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const opened = await ask(caseId, 'opened@surgery.example')
    await given.sendWaitingMails()
    const token = await openMailedLink()
    const unopened = await ask(caseId, 'unopened@surgery.example')
    const { informationRequestId: returned } = await givenReturn(given, coordinator, caseId)
    await given.sendWaitingMails()
    const { panelMeetingId } = await givenReading(given, coordinator, caseId)
    await (await given.as(member)).pack.open({ areaId: area, caseId })
    mailbox.sent.length = 0

    await givenErrorReport(given, area, caseId)
    const portal = await given.as(portalItself())
    await portal.link.requestCode({ token })
    await expect(portal.link.enter({ token, code: '123456' })).rejects.toMatchObject({ message: 'link-dead' })
    for (const id of [opened, unopened, returned]) {
      const reporter = await given.as(linkHolder(area, id))
      await expect(reporter.reportingForm.begin({})).rejects.toMatchObject({ message: 'link-dead' })
    }

    expect(await given.sendWaitingMails()).toBe(3)
    expect(mailbox.sent.map(({ to }) => to).sort()).toEqual([
      'opened@surgery.example',
      'safeguarding@trust.example',
      'unopened@surgery.example',
    ])
    for (const { subject, text } of mailbox.sent) {
      expect(subject).toBe(`Recalled: case ${reference}`)
      expect(text).toContain('The link we sent no longer works')
    }

    const call = await given.as(coordinator)
    const asMember = await given.as(member)
    for (const gone of [
      () => call.case.open({ areaId: area, caseId, fieldClasses: ['identity'] }),
      () => call.informationRequest.read({ areaId: area, informationRequestId: returned }),
      () => asMember.pack.open({ areaId: area, caseId }),
    ]) {
      await expect(gone()).rejects.toMatchObject(notFound)
    }
    const list = await call.case.list({ areaId: area, view: 'all', page: 1 })
    expect([list.rows, list.counts.all, list.total]).toEqual([[], 0, 0])
    expect((await call.panelMeeting.list({ areaId: area })).rows).toMatchObject([{ cases: 0 }])
    expect((await call.panelMeeting.read({ areaId: area, panelMeetingId })).agenda).toEqual([])

    const trace = await traced(caseId)
    expect(trace).toMatchObject({ reference, reason: 'child-is-alive', withdrawal: null, pass: null })
    const recallOf = (id: string) => trace.recalls.find((recall) => recall.informationRequestId === id)
    expect(trace.recalls).toHaveLength(3)
    expect(recallOf(opened)).toMatchObject({ firstOpenedAt: expect.any(String), returnedAt: null })
    expect(recallOf(unopened)).toMatchObject({ firstOpenedAt: null, returnedAt: null })
    expect(recallOf(returned)).toMatchObject({ returnedAt: expect.any(String), mailedAt: expect.any(String) })
    expect(trace.opened).toContainEqual(
      expect.objectContaining({ personId: member.personId, what: 'pack.open', times: 1 }),
    )
    expect(JSON.stringify(trace)).not.toContain('2026-02-10')
  })

  test('owes the withdrawal of what the national database was told, until a day is recorded', async () => {
    const { caseId } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    const call = await given.as(coordinator)
    const today = given.clock.today()
    await call.case.close({ areaId: area, caseId, nationalSubmissionOn: today, key: newKey() })
    await givenErrorReport(given, area, caseId, { nationalDatabaseTold: false })
    expect((await traced(caseId)).withdrawal).toMatchObject({ submittedOn: today, withdrawnOn: null })
    const recording = { areaId: area, caseId, withdrawnOn: today, key: newKey() }
    const early = { ...recording, withdrawnOn: PlainDate.parse('2026-02-12'), key: newKey() }
    await expect(call.case.recordWithdrawal(early)).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await call.case.recordWithdrawal(recording)
    await expect(call.case.recordWithdrawal({ ...recording, key: newKey() })).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    expect((await traced(caseId)).withdrawal).toMatchObject({
      withdrawnOn: today,
      recordedBy: coordinator.personId,
    })
  })

  test('told to the national database before anything was submitted owes a withdrawal too', async () => {
    const { caseId } = await givenCase(given, area)
    await givenErrorReport(given, area, caseId, { nationalDatabaseTold: true })
    expect((await traced(caseId)).withdrawal).toMatchObject({ submittedOn: null, withdrawnOn: null })
  })

  test('is traced by coordinators of its area alone, and not by one with a conflict; no other case has a trace', async () => {
    const { caseId } = await givenCase(given, area)
    await expect(traced(caseId)).rejects.toMatchObject(notFound)
    const both = personIn(area, 'coordinator', 'panel-member')
    await givenListing(given, coordinator, caseId)
    await (await given.as(both)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await givenErrorReport(given, area, caseId)
    await expect(traced(caseId, both)).rejects.toMatchObject(notFound)
    await expect(traced(caseId, member)).rejects.toMatchObject({ message: 'forbidden' })
    const stranger = personIn(newArea(), 'coordinator')
    await expect(traced(caseId, stranger)).rejects.toMatchObject(notFound)
    const withPass = await (await given.as(coordinator)).case.trace({
      areaId: area,
      caseId,
      fieldClasses: ['identity'],
    })
    expect(withPass.pass).toEqual(expect.any(String))
  })

  test('stays so, whatever is heard or tried afterwards, also in SQL', async () => {
    const { caseId } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenErrorReport(given, area, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    expect((await traced(caseId)).reason).toBe('child-is-alive')
    await expect(ask(caseId, 'late@surgery.example')).rejects.toMatchObject(notFound)
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`
          update case_review.cases set state = 'gathering', error_reason = null, error_reported_at = null
          where case_id = ${caseId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('whose mail server was away tells its recipient once it is back, and not a second time', async () => {
    const { caseId } = await givenCase(given, area)
    const informationRequestId = await ask(caseId, 'away@surgery.example')
    await given.sendWaitingMails()
    await givenErrorReport(given, area, caseId)
    const job = { kind: 'recall', areaId: area, informationRequestId }
    const away: Mail = { send: () => Promise.reject(new Error('the mail server is away')) }
    await expect(sendMail({ ...given.parts, mail: away }, job)).rejects.toThrow('away')
    mailbox.sent.length = 0
    await sendMail(given.parts, job)
    await sendMail(given.parts, job)
    await given.sendWaitingMails()
    expect(mailbox.sent).toHaveLength(1)
    expect((await traced(caseId)).recalls).toMatchObject([{ mailedAt: expect.any(String) }])
  })
})
