import {
  type AreaId,
  type InformationRequestId,
  InformationRequestState,
  nextRequestStates,
} from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReturn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
  reportingAnswers,
} from '../testing.ts'

let given: GivenCaseReview
const mail = keptMail()
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  await given.sendWaitingMails()
  mail.sent.length = 0
})

async function asked() {
  const call = await given.as(coordinator)
  const { caseId } = await givenCase(given, area)
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  await given.sendWaitingMails()
  return {
    call,
    caseId,
    organisationId,
    ...sent,
    place: { areaId: area, informationRequestId: sent.informationRequestId },
  }
}
const linkIn = (text: string | undefined) => text?.match(/\/requests\/([\w-]{22})/)?.[1] ?? ''
const addresses = () => mail.sent.map(({ to, subject }) => [to, subject.replace(/:.*/, '')])

/** True when a code is mailed to whoever holds the link. */
async function opens(token: string): Promise<boolean> {
  const portal = await given.as(portalItself())
  await portal.link.requestCode({ token })
  return (await given.sendWaitingMails()) === 1
}
const holderOf = (id: InformationRequestId) => given.as(linkHolder(area, id))

async function draft(id: InformationRequestId): Promise<void> {
  const reporter = await holderOf(id)
  const { formVersion, answers } = reportingAnswers()
  const [first] = Object.entries(answers)
  await reporter.reportingForm.saveDraft({
    key: newKey(),
    version: 0,
    formVersion,
    answers: Object.fromEntries([first ?? []]),
  })
}

describe('a request that is sent again', () => {
  test('comes with a new link to the same mailbox, once for two clicks; the old link is dead', async () => {
    const { call, place } = await asked()
    const before = linkIn(mail.sent[0]?.text)
    const key = newKey()
    await Promise.all([
      call.informationRequest.resend({ ...place, key }),
      call.informationRequest.resend({ ...place, key }),
    ])
    await given.sendWaitingMails()
    expect(addresses()).toEqual(Array(2).fill(['desk@trust.example', 'Request for information']))
    const now = linkIn(mail.sent[1]?.text)
    expect(now).not.toBe(before)
    expect([await opens(before), await opens(now)]).toEqual([false, true])
  })
})

describe('a request that is redirected', () => {
  test('to another contact keeps its date and what was answered; link and session of before open nothing', async () => {
    const { call, caseId, place, dueOn, organisationId, informationRequestId } = await asked()
    const before = linkIn(mail.sent[0]?.text)
    await draft(informationRequestId)
    const nurse = { role: 'Named nurse', email: 'nurse@trust.example', phone: null, replaces: null }
    const contact = await call.organisation.addContact({
      areaId: area,
      organisationId,
      ...nurse,
      key: newKey(),
    })
    given.clock.addDays(30)
    const reason = 'contact-no-longer-answers' as const
    const to = { ...place, organisationId, ...contact, reason, key: newKey() }
    const next = await call.informationRequest.redirect(to)
    expect(await call.informationRequest.redirect(to)).toEqual(next)
    await given.sendWaitingMails()
    expect(addresses().slice(1)).toEqual([['nurse@trust.example', 'Request for information']])
    expect(await opens(before)).toBe(false)
    await expect((await holderOf(informationRequestId)).reportingForm.begin({})).rejects.toMatchObject({
      message: 'link-dead',
    })
    const begun = await (await holderOf(next.informationRequestId)).reportingForm.begin({})
    expect(begun).toMatchObject({ dueOn, version: 1, returned: false })
    expect(begun.answers).not.toBeNull()
    const { rows } = await call.informationRequest.list({ areaId: area, caseId })
    expect(
      rows.map(({ state, sentOn, redirectedTo, redirectReason }) => [
        state,
        sentOn,
        redirectedTo,
        redirectReason,
      ]),
    ).toEqual([
      ['redirected', '2026-03-02', next.informationRequestId, reason],
      ['sent', '2026-03-02', null, null],
    ])
    const read = await call.informationRequest.read({ areaId: area, ...next })
    expect(read.recipient).toEqual({ role: 'Named nurse', email: 'nurse@trust.example' })
    const list = await call.case.list({ areaId: area, view: 'all', page: 1, sort: 'newest' })
    expect(list.rows.find((row) => row.caseId === caseId)?.requests).toMatchObject({ sent: 1, overdue: 1 })
    await expect(call.informationRequest.redirect({ ...to, key: newKey() })).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await expect(call.informationRequest.redirect({ ...to, ...next, key: newKey() })).rejects.toMatchObject({
      message: 'same-recipient',
    })
  })

  test('to another organisation begins anew there, and the first is told to delete what it has', async () => {
    const { call, place, informationRequestId } = await asked()
    await draft(informationRequestId)
    const agency = {
      name: 'Example Surgery',
      kind: 'general-practice' as const,
      email: 'desk@surgery.example',
    }
    const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
    given.clock.addDays(7)
    const reason = 'another-organisation-knows' as const
    const next = await call.informationRequest.redirect({
      ...place,
      organisationId,
      contactId: null,
      reason,
      key: newKey(),
    })
    await given.sendWaitingMails()
    expect(addresses().slice(1).sort()).toEqual([
      ['desk@surgery.example', 'Request for information'],
      ['desk@trust.example', 'Not for you any longer'],
    ])
    expect(await (await holderOf(next.informationRequestId)).reportingForm.begin({})).toMatchObject({
      organisationName: 'Example Surgery',
      dueOn: '2026-03-30',
      answers: null,
    })
  })

  test('is not redirected once it was answered, nor by a panel member, nor from another area', async () => {
    const { call, caseId, organisationId, place } = await asked()
    const returned = await givenReturn(given, coordinator, caseId)
    const to = { organisationId, contactId: null, reason: 'wrong-contact' as const }
    const change = { areaId: area, informationRequestId: returned.informationRequestId, ...to }
    await expect(call.informationRequest.redirect({ ...change, key: newKey() })).rejects.toMatchObject({
      message: 'request-answered',
    })
    await expect(
      call.informationRequest.resend({
        areaId: area,
        informationRequestId: returned.informationRequestId,
        key: newKey(),
      }),
    ).rejects.toMatchObject({ message: 'request-answered' })
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    for (const asking of [
      () => stranger.informationRequest.redirect({ ...place, ...to, key: newKey() }),
      () => stranger.informationRequest.resend({ ...place, key: newKey() }),
    ]) {
      await expect(asking()).rejects.toMatchObject({ message: 'not-found' })
    }
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.informationRequest.resend({ ...place, key: newKey() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('a reporter', () => {
  test('passes the form to a colleague of the same mail domain, whom the coordinator then sees', async () => {
    const { call, caseId, informationRequestId } = await asked()
    const before = linkIn(mail.sent[0]?.text)
    await draft(informationRequestId)
    const reporter = await holderOf(informationRequestId)
    const colleague = { name: 'Invented Colleague', email: 'colleague@Trust.example' }
    await expect(
      reporter.reportingForm.passOn({ ...colleague, email: 'someone@elsewhere.example', key: newKey() }),
    ).rejects.toMatchObject({ message: 'other-mail-domain' })
    await expect(
      reporter.reportingForm.passOn({ ...colleague, email: 'Desk@trust.example', key: newKey() }),
    ).rejects.toMatchObject({ message: 'same-recipient' })
    const key = newKey()
    await Promise.all([
      reporter.reportingForm.passOn({ ...colleague, key }),
      reporter.reportingForm.passOn({ ...colleague, key }),
    ])
    await given.sendWaitingMails()
    expect(addresses().slice(1)).toEqual([['colleague@Trust.example', 'Request for information']])
    expect(await opens(before)).toBe(false)
    await expect(reporter.reportingForm.begin({})).rejects.toMatchObject({ message: 'link-dead' })
    const { rows } = await call.informationRequest.list({ areaId: area, caseId })
    const next = rows.find(({ state }) => state === 'sent')
    expect(rows.map(({ redirectReason }) => redirectReason)).toContain('passed-to-a-colleague')
    const id = next?.informationRequestId ?? informationRequestId
    expect(
      (await call.informationRequest.read({ areaId: area, informationRequestId: id })).recipient,
    ).toEqual({
      role: 'Invented Colleague',
      email: 'colleague@Trust.example',
    })
    expect((await (await holderOf(id)).reportingForm.begin({})).answers).not.toBeNull()
  })

  test('says that nothing is known: an answer, once, with who said so, and no form', async () => {
    const { call, caseId, place, informationRequestId } = await asked()
    const reporter = await holderOf(informationRequestId)
    const said = { name: 'Invented Reporter', role: 'Records manager' }
    const key = newKey()
    const first = await reporter.reportingForm.nothingKnown({ ...said, key })
    expect(await reporter.reportingForm.nothingKnown({ ...said, key })).toEqual(first)
    for (const late of [
      () => reporter.reportingForm.nothingKnown({ ...said, key: newKey() }),
      () => reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() }),
      () => reporter.reportingForm.passOn({ name: 'Late', email: 'late@trust.example', key: newKey() }),
      () => call.informationRequest.recall({ ...place, reason: 'no-longer-needed', key: newKey() }),
    ]) {
      await expect(late()).rejects.toMatchObject({ message: 'request-answered' })
    }
    expect(await reporter.reportingForm.begin({})).toMatchObject({
      returned: true,
      nothingKnown: true,
      pass: null,
    })
    const read = await call.informationRequest.read(place)
    expect(read).toMatchObject({ state: 'nothing-known', saidBy: said, sections: [], next: null })
    const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1, sort: 'newest' })
    expect(rows.find((row) => row.caseId === caseId)).toMatchObject({
      requests: { sent: 1, returned: 1, overdue: 0 },
      next: { what: 'review-meeting' },
    })
    const [row] = await given.test.look<{ saidBy: string }[]>`
      select encode(said_by, 'escape') as said_by from case_review.information_requests
      where information_request_id = ${informationRequestId}`
    for (const telling of Object.values(said)) expect(row?.saidBy).not.toContain(telling)
  })
})

test('the database takes the steps of the table and no other', async () => {
  const [definition] = await given.test.look<{ source: string }[]>`
    select prosrc as source from pg_proc where proname = 'refuse_second_return'`
  const steps = [...(definition?.source ?? '').matchAll(/\('([a-z-]+)', '([a-z-]+)'\)/g)]
  const inDatabase = steps.map(([, before, after]) => `${before} ${after}`).sort()
  const inTable = InformationRequestState.options.flatMap((before) =>
    nextRequestStates[before].map((after) => `${before} ${after}`),
  )
  expect(inDatabase).toEqual(inTable.sort())
})
