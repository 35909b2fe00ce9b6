import type { AreaId, CaseId, InboxId, InformationRequestId } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chaseWhatIsDue } from '../chasing/chase-what-is-due.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  inboxHolder,
  linkHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
  reportingAnswers,
} from '../testing.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
let addresses = 0

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  await given.sendWaitingMails()
  mail.sent.length = 0
  area = newArea()
})

const coordinating = () => given.as(personIn(area, 'coordinator'))

/** An organisation with a mailbox of its own. */
async function organisation(email: string) {
  const call = await coordinating()
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email }
  return (await call.organisation.add({ areaId: area, key: newKey(), ...agency })).organisationId
}

/** Cases about which an organisation is asked at its mailbox. */
async function asked(count: number) {
  addresses += 1
  const email = `desk-${addresses}@trust.example`
  const organisationId = await organisation(email)
  const requests: { caseId: CaseId; reference: string; informationRequestId: InformationRequestId }[] = []
  for (let made = 0; made < count; made += 1) {
    const { caseId, reference } = await givenCase(given, area)
    const call = await coordinating()
    const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
    requests.push({ caseId, reference, ...sent })
  }
  await given.sendWaitingMails()
  mail.sent.length = 0
  return { email, organisationId, requests }
}

/** The link of the inbox as the next chaser carries it. */
async function chased(email: string): Promise<string> {
  given.clock.set('2026-04-01T10:00:00.000Z')
  await chaseWhatIsDue(given.parts)
  await given.sendWaitingMails()
  const text = mail.sent.find(({ to }) => to === email)?.text ?? ''
  return /\/inbox-link\/([\w-]{22})/.exec(text)?.[1] ?? ''
}

async function codeFor(token: string): Promise<string | undefined> {
  const before = mail.sent.length
  const portal = await given.as(portalItself())
  await portal.inbox.requestCode({ token })
  await given.sendWaitingMails()
  return /\b\d{6}\b/.exec(mail.sent.slice(before)[0]?.text ?? '')?.[0]
}

async function entered(email: string): Promise<InboxId> {
  const token = await chased(email)
  const code = (await codeFor(token)) ?? ''
  return (await (await given.as(portalItself())).inbox.enter({ token, code })).inboxId
}
const holding = (inboxId: InboxId) => given.as(inboxHolder(area, inboxId))
const rowsOf = async (inboxId: InboxId) => (await (await holding(inboxId)).inbox.list({})).rows

describe('the inbox of a mailbox', () => {
  test('is linked from the digest, opens with a code mailed there, and shows references and dates of all it owes', async () => {
    const { email, requests } = await asked(2)
    const token = await chased(email)
    const digest = mail.sent.filter(({ to }) => to === email)
    expect(digest).toHaveLength(1)
    const portal = await given.as(portalItself())
    await expect(portal.inbox.enter({ token, code: '000000' })).rejects.toMatchObject({
      message: 'code-expired',
    })
    const code = (await codeFor(token)) ?? ''
    expect(mail.sent.at(-1)?.to).toBe(email)
    const wrong = code === '000000' ? '000001' : '000000'
    await expect(portal.inbox.enter({ token, code: wrong })).rejects.toMatchObject({ message: 'code-wrong' })
    const { inboxId } = await portal.inbox.enter({ token, code })
    given.clock.set('2026-04-01T10:01:00.000Z')
    await expect(portal.inbox.enter({ token, code })).rejects.toMatchObject({ message: 'code-expired' })
    const rows = await rowsOf(inboxId)
    expect(rows.map(({ reference }) => reference).sort()).toEqual(
      requests.map(({ reference }) => reference).sort(),
    )
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'answeredAt',
      'dueOn',
      'informationRequestId',
      'organisationName',
      'promisedOn',
      'reference',
      'sentOn',
      'state',
    ])
  })

  test('opens one of its requests, which is then answered as by its own link, and none of another mailbox', async () => {
    const { email, requests } = await asked(1)
    const other = await asked(1)
    const inboxId = await entered(email)
    const holder = await holding(inboxId)
    const [mine, theirs] = [requests[0], other.requests[0]]
    if (mine === undefined || theirs === undefined) throw new Error('each was asked once')
    const { informationRequestId } = mine
    expect(await holder.inbox.open({ informationRequestId })).toEqual({ areaId: area, informationRequestId })
    const reporter = await given.as(linkHolder(area, informationRequestId))
    await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
    expect((await rowsOf(inboxId)).map(({ state }) => state)).toEqual(['returned'])
    const shown = await given.test.look`
      select 1 from case_review.audit_entries
      where entry->>'action' = 'inbox.list' and entry->'object'->>'id' = ${informationRequestId}`
    expect(shown.length).toBeGreaterThan(0)
    const { informationRequestId: not } = theirs
    await expect(holder.inbox.open({ informationRequestId: not })).rejects.toMatchObject({
      message: 'not-found',
    })
    const list = await (await coordinating()).informationRequest.list({ areaId: area, caseId: mine.caseId })
    expect(list.rows[0]?.firstOpenedAt).not.toBeNull()
    // The holder of an inbox may nothing else, and the holder of a request sees no inbox.
    await expect(holder.reportingForm.begin({})).rejects.toMatchObject({ message: 'forbidden' })
    await expect(reporter.inbox.list({})).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('holds in the database what goes to it and nothing else, and is read only', async () => {
    const { email, requests } = await asked(2)
    await asked(1)
    const inboxId = await entered(email)
    const actor = inboxHolder(area, inboxId)
    const seen = await given.test.database.transaction(actor, async (tx) => ({
      requests: await tx`select information_request_id from case_review.information_requests`,
      cases: await tx`select case_id from case_review.cases`,
      keys: await tx`select subject from case_review.data_keys`,
      recipients: await tx`select reached from case_review.request_recipients`,
      forms: await tx`select answers from case_review.reporting_forms`,
      contacts: await tx`select contact_id from case_review.organisation_contacts`,
      changed: await tx`update case_review.information_requests set reminders = 9 returning reminders`,
      put: await tx`update case_review.inbox_requests set inbox_id = inbox_id returning inbox_id`,
      moved: await tx`update case_review.cases set version = 9 returning version`,
    }))
    const ids = requests.map(({ informationRequestId }) => informationRequestId).sort()
    expect(seen.requests.map((row) => row['informationRequestId']).sort()).toEqual(ids)
    expect(seen.cases).toHaveLength(2)
    const { requests: _requests, cases: _cases, ...nothing } = seen
    for (const [what, rows] of Object.entries(nothing)) expect(rows, what).toHaveLength(0)
  })

  test('loses at once what is passed on, redirected, recalled or reported in error', async () => {
    const { email, requests } = await asked(4)
    const inboxId = await entered(email)
    const [passed, redirected, recalled, wrong] = requests
    if (!passed || !redirected || !recalled || !wrong) throw new Error('four were asked')
    const call = await coordinating()
    const reporter = await given.as(linkHolder(area, passed.informationRequestId))
    await reporter.reportingForm.passOn({
      name: 'Named nurse',
      email: 'colleague@trust.example',
      key: newKey(),
    })
    const other = await organisation('other@elsewhere.example')
    await call.informationRequest.redirect({
      areaId: area,
      informationRequestId: redirected.informationRequestId,
      organisationId: other,
      contactId: null,
      reason: 'another-organisation-knows',
      key: newKey(),
    })
    await call.informationRequest.recall({
      areaId: area,
      informationRequestId: recalled.informationRequestId,
      reason: 'no-longer-needed',
      key: newKey(),
    })
    expect((await rowsOf(inboxId)).map(({ reference }) => reference)).toEqual([wrong.reference])
    await givenErrorReport(given, area, wrong.caseId)
    expect(await rowsOf(inboxId)).toEqual([])
    const holder = await holding(inboxId)
    for (const { informationRequestId } of requests) {
      await expect(holder.inbox.open({ informationRequestId })).rejects.toMatchObject({
        message: 'not-found',
      })
    }
    const lying = await given.test.look<{ count: number }[]>`
      select count(*)::int as count from case_review.inbox_requests i
      join case_review.information_requests r using (area_id, information_request_id)
      where i.area_id = ${area} and r.state in ('recalled', 'redirected')`
    expect(lying[0]?.count).toBe(0)
  })

  test('says nothing of a link that leads nowhere, and sends no code for it', async () => {
    const portal = await given.as(portalItself())
    const token = 'x'.repeat(22)
    expect(await portal.inbox.requestCode({ token })).toBeUndefined()
    expect(await given.sendWaitingMails()).toBe(0)
    await expect(portal.inbox.enter({ token, code: '123456' })).rejects.toMatchObject({
      message: 'link-dead',
    })
  })
})
