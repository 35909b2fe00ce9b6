import { randomUUID } from 'node:crypto'
import { type AreaId, OrganisationId, PlainDate, type SelfAssessmentStep } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCaseReview,
  inboxHolder,
  newArea,
  newKey,
  personIn,
  portalItself,
} from '../testing.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  mail.sent.length = 0
})

const coordinating = () => given.as(personIn(area, 'coordinator'))
async function organisation(email = 'desk@trust.example', activeTo: PlainDate | null = null) {
  const call = await coordinating()
  const trust = { name: 'Invented NHS Trust', kind: 'hospital' as const, email }
  const added = { areaId: area, key: newKey(), ...trust, ...(activeTo === null ? {} : { activeTo }) }
  return (await call.organisation.add(added)).organisationId
}

/** Factor-analysis says that an organisation is asked, and the mail is sent. */
async function asked(organisationId: OrganisationId, step: SelfAssessmentStep = 'opened') {
  await given.hear('factor-analysis', area, {
    type: 'self-assessment.asked.v1',
    subject: organisationId,
    payload: { year: '2025-26', organisationId, dueOn: PlainDate.parse('2026-03-20'), step },
  })
  await given.sendWaitingMails()
}
const tokenIn = (text = '') => /\/inbox-link\/([\w-]{22})/.exec(text)?.[1] ?? ''

/** The inbox that the newest mail leads to, opened with the code mailed there. */
async function opened(token: string) {
  const portal = await given.as(portalItself())
  await portal.inbox.requestCode({ token })
  await given.sendWaitingMails()
  const code = /\b\d{6}\b/.exec(mail.sent.at(-1)?.text ?? '')?.[0] ?? '000000'
  const { inboxId } = await portal.inbox.enter({ token, code })
  return given.as(inboxHolder(area, inboxId))
}

describe('an organisation that is asked for its self-assessment', () => {
  test('is mailed once, with a link to the inbox of its mailbox and nothing of a child or a recommendation', async () => {
    const organisationId = await organisation()
    await asked(organisationId)
    expect(mail.sent).toHaveLength(1)
    expect(mail.sent[0]).toMatchObject({ to: 'desk@trust.example' })
    expect(mail.sent[0]?.text).toContain('Answers are due 20 March 2026.')
    expect(mail.sent[0]?.text).not.toMatch(/R-2026|LDS-/)
    given.clock.set('2026-03-27T10:00:00.000Z')
    await asked(organisationId, 'after-first')
    expect(mail.sent[1]?.text).toContain('Answers were due 20 March 2026.')
    expect(tokenIn(mail.sent[1]?.text)).toBe(tokenIn(mail.sent[0]?.text))
  })

  test('opens its inbox with a mailed code though no request lies there, and answers for itself alone', async () => {
    const organisationId = await organisation()
    await asked(organisationId)
    await asked(await organisation('other@trust.example'))
    const token = tokenIn(mail.sent.find(({ to }) => to === 'desk@trust.example')?.text)
    const holder = await opened(token)
    expect(mail.sent.at(-1)?.to).toBe('desk@trust.example')
    expect(await holder.inbox.organisations({})).toEqual({
      organisations: [{ organisationId, name: 'Invented NHS Trust' }],
    })
    expect((await holder.inbox.list({})).rows).toEqual([])
    const person = await coordinating()
    await expect(person.inbox.organisations({})).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('has nothing there any more once its mailbox is another, or long after the day answers were due', async () => {
    const organisationId = await organisation()
    await asked(organisationId)
    const token = tokenIn(mail.sent[0]?.text)
    const holder = await opened(token)
    given.clock.set('2026-09-01T10:00:00.000Z')
    expect(await holder.inbox.organisations({})).toEqual({ organisations: [] })
    await expect(opened(token)).rejects.toMatchObject({ message: 'link-dead' })
    given.clock.set('2026-03-03T10:00:00.000Z')
    expect(await holder.inbox.organisations({})).toEqual({
      organisations: [{ organisationId, name: 'Invented NHS Trust' }],
    })
    await given.test.look`
      update case_review.organisations set email = 'moved@trust.example'
      where area_id = ${area} and organisation_id = ${organisationId}`
    expect(await holder.inbox.organisations({})).toEqual({ organisations: [] })
  })

  test('is not mailed where it is not in use, or not in the directory', async () => {
    await asked(await organisation('gone@trust.example', PlainDate.parse('2026-02-28')))
    await asked(OrganisationId.parse(randomUUID()))
    expect(mail.sent).toEqual([])
  })
})
