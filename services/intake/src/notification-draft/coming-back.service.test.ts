import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aKey, form, type GivenIntake, givenAnswers, givenIntake } from '../testing.ts'
import { destroyWhenOver } from './destroy-drafts.ts'
import { CODE_TRIES, CODES_A_DAY, MAILS_A_DAY } from './draft-limits.ts'
import { SEND_DRAFT_MAIL, sendDraftMail } from './draft-mail.ts'
import { isSharedByBirth } from './shared-by-birth.ts'
import { draftHolder, givenDraft, portalIn } from './testing-drafts.ts'

const mail = keptMail()
const email = 'orla@infirmary.example'
let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake({ mail })
})
afterAll(() => intake.drop())
beforeEach(() => {
  intake.clock.set('2026-03-02T10:00:00.000Z')
  mail.sent.length = 0
})

const refused = (message: string) => ({ message })
const portal = () => intake.as(portalIn(intake.mine.areaId)).notificationDraft
const aToken = () => 'x'.repeat(22)

/** Does the mail jobs that wait, as the worker does. */
async function mailed(): Promise<number> {
  const jobs = await intake.test.look<{ id: number; payload: unknown }[]>`
    select j.id, j.payload from intake_jobs._private_jobs j join intake_jobs._private_tasks t on t.id = j.task_id
    where t.identifier = ${SEND_DRAFT_MAIL}`
  for (const { id, payload } of jobs) {
    await sendDraftMail(intake.parts, payload)
    await intake.test.look`delete from intake_jobs._private_jobs where id = ${id}`
  }
  return jobs.length
}

const newest = () => mail.sent.at(-1)?.text ?? ''
const linkIn = (text: string) => /\/notify\/LDS\/return\/(\S+)/.exec(text)?.[1] ?? ''
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? ''

/** A draft with a mailed link. */
async function givenLink(to = email) {
  const draft = await givenDraft(intake)
  await draft.save(1)
  await draft.calls.mailReturnLink({ email: to, key: aKey() })
  await mailed()
  return { ...draft, token: linkIn(newest()) }
}

async function givenCode(token: string): Promise<string> {
  await portal().requestReturnCode({ token })
  await mailed()
  return codeIn(newest())
}

describe('coming back to a notification', () => {
  test('needs the mailed link and the code mailed to the same box; neither says anything of a child', async () => {
    const draft = await givenLink()
    expect(mail.sent).toMatchObject([{ to: email, subject: 'Your notification: come back to it' }])
    expect(newest()).toContain('5 March 2026 at 10:00am')
    const code = await givenCode(draft.token)
    expect(JSON.stringify(mail.sent)).not.toMatch(/Quillfeather|9990000018/)
    const entered = await portal().enterReturn({ token: draft.token, code })
    expect(entered).toEqual({ areaId: draft.areaId, notificationDraftId: draft.notificationDraftId })
    const { calls } = { calls: intake.as(draftHolder(entered.areaId, entered.notificationDraftId)) }
    expect((await calls.notificationDraft.read({})).answers).toMatchObject({
      'child-family-name': 'Quillfeather',
    })
  })

  test('answers alike whether or not there is such a link, and mails nobody about one there is not', async () => {
    await expect(portal().requestReturnCode({ token: aToken() })).resolves.toBeUndefined()
    expect(await mailed()).toBe(0)
    await expect(portal().enterReturn({ token: aToken(), code: '123456' })).rejects.toMatchObject(
      refused('link-dead'),
    )
  })

  test('a wrong code counts, and after five not even the right one helps until a new one is asked for', async () => {
    const { token } = await givenLink('tries@infirmary.example')
    const code = await givenCode(token)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tried = 0; tried < CODE_TRIES; tried += 1) {
      await expect(portal().enterReturn({ token, code: wrong })).rejects.toMatchObject(refused('code-wrong'))
    }
    await expect(portal().enterReturn({ token, code })).rejects.toMatchObject(refused('code-tries-used'))
    await expect(portal().enterReturn({ token, code: await givenCode(token) })).resolves.toBeDefined()
  })

  test('a code lives ten minutes, and opens once', async () => {
    const { token } = await givenLink('late@infirmary.example')
    const late = await givenCode(token)
    intake.clock.set('2026-03-02T10:10:00.000Z')
    await expect(portal().enterReturn({ token, code: late })).rejects.toMatchObject(refused('code-expired'))
    const code = await givenCode(token)
    await portal().enterReturn({ token, code })
    await portal().enterReturn({ token, code })
    intake.clock.set('2026-03-02T10:11:00.000Z')
    await expect(portal().enterReturn({ token, code })).rejects.toMatchObject(refused('code-expired'))
  })

  test('a new link puts the one before out of use', async () => {
    const draft = await givenLink('two@infirmary.example')
    await draft.calls.mailReturnLink({ email: 'two@infirmary.example', key: aKey() })
    await mailed()
    expect(linkIn(newest())).not.toBe(draft.token)
    await portal().requestReturnCode({ token: draft.token })
    expect(await mailed()).toBe(0)
  })

  test('is over once the notification is sent, or after 72 hours', async () => {
    const sent = await givenLink('sent@infirmary.example')
    const code = await givenCode(sent.token)
    await sent.calls.submit({ version: 2 })
    await expect(portal().enterReturn({ token: sent.token, code })).rejects.toMatchObject(
      refused('link-dead'),
    )
    await expect(sent.calls.mailReturnLink({ email, key: aKey() })).rejects.toMatchObject(
      refused('notification-sent'),
    )
    const old = await givenLink('old@infirmary.example')
    intake.clock.set('2026-03-05T10:00:00.000Z')
    await portal().requestReturnCode({ token: old.token })
    expect(await mailed()).toBe(0)
    await destroyWhenOver(intake.parts, { areaId: old.areaId, draftId: old.notificationDraftId })
    const left = await intake.test.look`
      select 1 from intake.draft_links where draft_id = ${old.notificationDraftId}`
    expect(left).toHaveLength(0)
  })

  test('floods no mailbox: so many links a day to one address, so many codes for one draft', async () => {
    const to = 'flooded@infirmary.example'
    const draft = await givenDraft(intake)
    for (let sent = 0; sent < MAILS_A_DAY; sent += 1) {
      await draft.calls.mailReturnLink({ email: to, key: aKey() })
    }
    const again = await givenDraft(intake)
    await expect(again.calls.mailReturnLink({ email: to.toUpperCase(), key: aKey() })).rejects.toMatchObject(
      refused('too-many-mailed'),
    )
    await mailed()
    const token = linkIn(newest())
    let codes = 0
    for (let asked = 0; asked < CODES_A_DAY + 3; asked += 1) {
      await portal().requestReturnCode({ token })
      codes += await mailed()
    }
    expect(codes).toBe(CODES_A_DAY)
  })

  test('a second click mails one link', async () => {
    const draft = await givenDraft(intake)
    const once = { email: 'once@infirmary.example', key: aKey() }
    await draft.calls.mailReturnLink(once)
    await draft.calls.mailReturnLink(once)
    const [row] = await intake.test.look<{ linkAttempt: number }[]>`
      select link_attempt from intake.notification_drafts where id = ${draft.notificationDraftId}`
    expect(row?.linkAttempt).toBe(1)
  })
})

describe('another baby of the same birth', () => {
  test('is begun with what the two have in common and nothing of the child', async () => {
    const draft = await givenDraft(intake)
    await draft.save(1)
    await expect(draft.calls.beginTwin({ key: aKey() })).rejects.toMatchObject(refused('not-found'))
    await draft.calls.submit({ version: 2 })
    const key = aKey()
    const twin = await draft.calls.beginTwin({ key })
    expect(await draft.calls.beginTwin({ key })).toEqual(twin)
    const { areaId, notificationDraftId } = twin
    expect(notificationDraftId).not.toBe(draft.notificationDraftId)
    const read = await intake.as(draftHolder(areaId, notificationDraftId)).notificationDraft.read({})
    const { 'notifier-name': notifier, 'child-address': address, agencies } = givenAnswers()
    expect(read.answers).toMatchObject({ 'notifier-name': notifier, 'child-address': address, agencies })
    expect(read.carried).toMatchObject({ 'notifier-name': notifier })
    for (const own of [
      'child-family-name',
      'child-nhs-number',
      'child-sex',
      'date-of-death',
      'circumstances',
    ]) {
      expect(read.answers).not.toHaveProperty(own)
      expect(read.carried).not.toHaveProperty(own)
    }
    expect(read.receipt).toBeNull()
  })

  test('shares no answer that could tell one baby from the other', () => {
    const bound = form.pages.flatMap(({ items }) =>
      items.flatMap((item) => ('binding' in item && item.binding !== undefined ? [item.binding] : [])),
    )
    const own = bound.filter((binding) => !isSharedByBirth(binding))
    expect(bound.length - own.length).toBeGreaterThan(10)
    expect(own).toEqual(
      expect.arrayContaining([
        'child.familyName',
        'child.givenNames',
        'child.nhsNumber',
        'child.dateOfBirth',
        'child.timeOfBirth',
        'child.birthOrder',
        'child.birthWeightGrams',
        'child.sex',
        'death.dateOfDeath',
      ]),
    )
  })
})
