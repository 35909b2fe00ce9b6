import type { AreaId, CaseId, CaseReference, Person } from '@cdop/domain'
import { smtpMail } from '@cdop/mail'
import { type LocalMailSink, ReceivedMail, startLocalMailSink } from '@cdop/mail/testing'
import { logOf } from '@cdop/runtime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  newArea,
  newKey,
  personIn,
  portalItself,
} from '../testing.ts'

let given: GivenCaseReview
let sink: LocalMailSink
let mail: ReturnType<typeof smtpMail>
async function mails(): Promise<ReceivedMail[]> {
  const response = await fetch(`${sink.pageUrl}/mails.json`)
  return z.array(ReceivedMail).parse(await response.json())
}

beforeAll(async () => {
  sink = await startLocalMailSink({ smtpPort: 0, pagePort: 0 }, logOf('case-review'))
  mail = smtpMail(sink.smtpUrl, 'panel@cdop.example')
  given = await givenCaseReview({ mail })
})
afterAll(async () => {
  mail.close()
  await given.drop()
  await sink.stop()
})

let area: AreaId
let coordinator: Person
let caseId: CaseId
let reference: CaseReference
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId, reference } = await givenCase(given, area))
})

async function sendRequest(email = 'safeguarding@trust.example') {
  const call = await given.as(coordinator)
  const organisation = { name: 'Invented NHS Trust', kind: 'hospital' as const, email }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...organisation })
  return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
}

/** Sends a request and follows the link of its mail. */
async function openedRequest() {
  const { informationRequestId } = await sendRequest()
  await given.sendWaitingMails()
  const [newest] = await mails()
  const token = newest?.text.match(/\/requests\/([\w-]{22})/)?.[1] ?? ''
  return { informationRequestId, token, portal: await given.as(portalItself()) }
}

async function mailedCode(): Promise<string> {
  await given.sendWaitingMails()
  return (await mails())[0]?.text.match(/\d{6}/)?.[0] ?? ''
}

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

describe('asking an agency', () => {
  test('a mail goes out with the reference, the due date and the legal basis, and nothing of the child', async () => {
    const { dueOn } = await sendRequest('a@trust.example')
    expect(dueOn).toBe('2026-03-23')
    expect(await given.sendWaitingMails()).toBe(1)
    const [newest] = await mails()
    expect(newest).toMatchObject({
      to: 'a@trust.example',
      subject: `Request for information: case ${reference}`,
    })
    expect(newest?.text).toContain('section 16N of the Children Act 2004')
    expect(newest?.text).toContain('23 March 2026')
    for (const telling of ['2026-02-10', '10 February', '1-4', 'female', 'home', caseId]) {
      expect(`${newest?.subject} ${newest?.text}`).not.toContain(telling)
    }
  })

  test('a second click asks once', async () => {
    const call = await given.as(coordinator)
    const key = newKey()
    const agency = {
      areaId: area,
      key: newKey(),
      name: 'Police',
      kind: 'police' as const,
      email: 'p@p.example',
    }
    const first = await call.organisation.add(agency)
    expect(await call.organisation.add(agency)).toEqual(first)
    const { organisationId } = first
    const asked = await call.informationRequest.send({ areaId: area, caseId, organisationId, key })
    expect(await call.informationRequest.send({ areaId: area, caseId, organisationId, key })).toEqual(asked)
    expect((await call.informationRequest.list({ areaId: area, caseId })).rows).toHaveLength(1)
    expect((await call.organisation.list({ areaId: area })).rows).toHaveLength(1)
    const listed = await given.test.look`
      select from case_review.audit_entries
      where area_id = ${area} and entry->>'action' = 'organisation.list'`
    expect(listed).toHaveLength(1)
    expect(await given.sendWaitingMails()).toBe(1)
  })

  test('the link is stored nowhere: only its hash is', async () => {
    const { token } = await openedRequest()
    expect(token).toHaveLength(22)
    const [row] = await given.test.look<{ everything: string }[]>`
      select (select string_agg(t::text, ' ') from case_review.link_tokens t)
        || (select string_agg(r::text, ' ') from case_review.information_requests r) as everything
    `
    expect(row?.everything).not.toContain(token)
    expect(row?.everything).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('a mail server that is down is told of, and the mail is sent later', async () => {
    await sendRequest('later@trust.example')
    const broken = smtpMail('smtp://127.0.0.1:9', 'panel@cdop.example')
    const whole = given.parts.mail
    given.parts.mail = broken
    await expect(given.sendWaitingMails()).rejects.toThrow('did not take the message')
    given.parts.mail = whole
    expect(await given.sendWaitingMails()).toBe(1)
    expect((await mails())[0]?.to).toBe('later@trust.example')
  })
})

describe('opening a mailed link', () => {
  test('asking for a code says nothing, whether the link is good or not', async () => {
    const { portal, token } = await openedRequest()
    expect(await portal.link.requestCode({ token })).toBeUndefined()
    expect(await portal.link.requestCode({ token: 'A'.repeat(22) })).toBeUndefined()
    expect(await given.sendWaitingMails()).toBe(1)
  })

  test('the right code opens it once; a second click within seconds still does', async () => {
    const { portal, token, informationRequestId } = await openedRequest()
    await portal.link.requestCode({ token })
    const code = await mailedCode()
    expect(await portal.link.enter({ token, code })).toEqual({ areaId: area, informationRequestId })
    expect(await portal.link.enter({ token, code })).toEqual({ areaId: area, informationRequestId })
    given.clock.set('2026-03-02T10:01:00.000Z')
    await expect(portal.link.enter({ token, code })).rejects.toMatchObject({ message: 'code-expired' })
  })

  test('a wrong code is refused; after five not even the right one helps, until a new one is asked for', async () => {
    const { portal, token } = await openedRequest()
    await portal.link.requestCode({ token })
    const code = await mailedCode()
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(portal.link.enter({ token, code: wrongFor(code) })).rejects.toMatchObject({
        message: 'code-wrong',
      })
    }
    await expect(portal.link.enter({ token, code })).rejects.toMatchObject({ message: 'code-tries-used' })
    await portal.link.requestCode({ token })
    const fresh = await mailedCode()
    expect(await portal.link.enter({ token, code: fresh })).toMatchObject({ areaId: area })
  })

  test('a code lives 10 minutes', async () => {
    const { portal, token } = await openedRequest()
    await portal.link.requestCode({ token })
    const code = await mailedCode()
    given.clock.set('2026-03-02T10:10:00.000Z')
    await expect(portal.link.enter({ token, code })).rejects.toMatchObject({ message: 'code-expired' })
  })

  test('ten codes are mailed for a link in a day and no more; the next day there are codes again', async () => {
    const { portal, token } = await openedRequest()
    for (let asked = 0; asked < 10; asked += 1) {
      await portal.link.requestCode({ token })
      expect(await given.sendWaitingMails()).toBe(1)
    }
    const newest = (await mails())[0]?.text
    expect(await portal.link.requestCode({ token })).toBeUndefined()
    expect(await given.sendWaitingMails()).toBe(0)
    expect((await mails())[0]?.text).toBe(newest)
    given.clock.set('2026-03-03T10:00:01.000Z')
    await portal.link.requestCode({ token })
    const code = await mailedCode()
    expect(await portal.link.enter({ token, code })).toMatchObject({ areaId: area })
  })

  test('what was asked of an invented link is audited as refused', async () => {
    const actor = portalItself()
    const portal = await given.as(actor)
    await portal.link.requestCode({ token: 'B'.repeat(22) })
    const audited = await given.test.look<{ decision: string }[]>`
      select entry->>'decision' as decision from case_review.audit_entries
      where entry->>'requestId' = ${actor.requestId}
    `
    expect(audited).toEqual([{ decision: 'refused' }])
  })

  test('an invented link is dead', async () => {
    const { portal } = await openedRequest()
    await expect(portal.link.enter({ token: 'A'.repeat(22), code: '123456' })).rejects.toMatchObject({
      message: 'link-dead',
    })
  })
})
