import { linkCode, linkToken } from '@cdop/encryption'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chaseArea } from '../chasing/chase-area.ts'
import {
  type GivenCaseReview,
  givenCaseReview,
  linkHolder,
  newKey,
  portalItself,
  reportingAnswers,
} from '../testing.ts'
import { carryCase } from './carry-case.ts'
import { draft, handingOver, here, there } from './testing-handed-over.ts'

let given: GivenCaseReview
let areas: ReturnType<typeof handingOver>
const mail = keptMail()
beforeAll(async () => {
  given = await givenCaseReview({ mail })
  areas = handingOver(given)
})
afterAll(() => given.drop())

const refusedAs = (message: string) => ({ message })
const submission = (version: number) => ({ key: newKey(), version, ...reportingAnswers() })

describe('an agency that was asked before its case was handed over', () => {
  test('goes on by the link and the code it was mailed, and finds its draft as it left it', async () => {
    const worked = await areas.givenWorkedCase()
    const { drafting, caseId } = worked
    const token = linkToken(given.parts.keys, drafting, 1)
    await carryCase(given.parts, await areas.handOver(worked, [here, there]))
    const portal = await given.as(portalItself())
    const [stored] = await given.test.look<{ nonce: Buffer }[]>`
      select nonce from case_review.link_codes where information_request_id = ${drafting}`
    const code = linkCode(given.parts.keys, drafting, stored?.nonce ?? Buffer.alloc(0))
    const target = await portal.link.enter({ token, code })
    expect(target).toEqual({ areaId: there, informationRequestId: drafting })
    const reporter = await given.as(linkHolder(target.areaId, drafting))
    expect(await reporter.reportingForm.begin({})).toMatchObject({ caseId, version: 1, answers: draft })
    await portal.link.requestCode({ token })
    mail.sent.length = 0
    await given.sendWaitingMails()
    expect(mail.sent.some(({ subject }) => subject.startsWith('Your code'))).toBe(true)
  })

  test('is told to try again while it is on its way, and in a form that was open, where it is then', async () => {
    const worked = await areas.givenWorkedCase()
    const { drafting } = worked
    const open = await given.as(linkHolder(here, drafting))
    const token = linkToken(given.parts.keys, drafting, 1)
    const portal = await given.as(portalItself())
    const carrying = await areas.handOver(worked, [here, there])
    const onItsWay = refusedAs('case-on-its-way')
    await expect(open.reportingForm.submit(submission(1))).rejects.toMatchObject(onItsWay)
    await expect(open.reportingForm.begin({})).rejects.toMatchObject(onItsWay)
    await expect(portal.link.requestCode({ token })).rejects.toMatchObject(onItsWay)
    await expect(portal.link.enter({ token, code: '000000' })).rejects.toMatchObject(onItsWay)
    await carryCase(given.parts, carrying)
    await expect(open.reportingForm.submit(submission(1))).rejects.toMatchObject(refusedAs('request-moved'))
    expect(await portal.link.whereNow({ informationRequestId: drafting })).toEqual({ areaId: there })
    const again = await given.as(linkHolder(there, drafting))
    await again.reportingForm.submit(submission(1))
    const call = await areas.coordinator(there)
    const asked = { areaId: there, informationRequestId: drafting }
    expect(await call.informationRequest.read(asked)).toMatchObject({ state: 'returned' })
  })

  test('that returns its form at the very moment is in what is handed over, or tries again: never lost', async () => {
    for (let round = 0; round < 3; round += 1) {
      const worked = await areas.givenWorkedCase()
      const { drafting } = worked
      const reporter = await given.as(linkHolder(here, drafting))
      const [returned] = await Promise.allSettled([
        reporter.reportingForm.submit(submission(1)),
        areas.handOver(worked, [here, there]).then((carrying) => carryCase(given.parts, carrying)),
      ])
      const call = await areas.coordinator(there)
      const asked = { areaId: there, informationRequestId: drafting }
      const { state } = await call.informationRequest.read(asked)
      expect(state).toBe(returned.status === 'fulfilled' ? 'returned' : 'sent')
    }
  })

  test('is mailed and chased by the area that has the case, and by the other no more', async () => {
    const worked = await areas.givenWorkedCase()
    mail.sent.length = 0
    const carrying = await areas.handOver(worked, [here, there])
    // What had not left waits until the case has arrived.
    await expect(given.sendWaitingMails()).rejects.toMatchObject(refusedAs('case-on-its-way'))
    await carryCase(given.parts, carrying)
    await given.sendWaitingMails()
    const reminded = mail.sent.filter(({ subject }) => subject === `Reminder: case ${worked.reference}`)
    expect(reminded).toHaveLength(1)
    given.clock.set('2026-06-01T09:00:00.000Z')
    expect(await chaseArea(given.parts, here)).toBe(0)
    expect(await chaseArea(given.parts, there)).toBeGreaterThan(0)
  })
})
