import { type AreaId, ChasingText, defaultChasingSettings, type Person, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'
import { chaseArea } from './chase-area.ts'
import { chaseWhatIsDue } from './chase-what-is-due.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
let office: Person

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  office = personIn(area, 'coordinator')
  const { caseId } = await givenCase(given, area)
  const call = await given.as(office)
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  await given.sendWaitingMails()
  mail.sent.length = 0
})

const on = (date: string) => PlainDate.parse(date)
const read = async () => (await given.as(office)).chasing.read({ areaId: area })
const words = ChasingText.parse('Our own words, for {requests} in {area}.')
const own = {
  ladder: [{ step: 'first-reminder' as const, workingDays: 1 }],
  texts: { ...defaultChasingSettings.texts, 'first-reminder': words },
}
const set = async (version: number, key = newKey(), validFrom = on('2026-03-02')) =>
  (await given.as(office)).chasing.set({ areaId: area, version, validFrom, settings: own, key })

test('what leaves tomorrow is shown as it will leave, without its links, and does leave', async () => {
  given.clock.set('2026-03-17T10:00:00.000Z')
  const { on: tomorrow, mails } = await read()
  expect(tomorrow).toBe('2026-03-18')
  given.clock.set('2026-03-18T09:00:00.000Z')
  await chaseWhatIsDue(given.parts)
  await given.sendWaitingMails()
  const [planned] = mails
  const [sent] = mail.sent
  expect(sent?.subject).toBe(planned?.subject)
  const shown = sent?.text
    .replace(/http\S+\/requests\/[\w-]{22}/, '(the link of the request)')
    .replace(/http\S+\/inbox-link\/[\w-]{22}/, '(the link of the inbox)')
  expect(shown).toBe(planned?.text)
  given.clock.set('2026-04-02T10:00:00.000Z')
  expect((await read()).on).toBe('2026-04-07')
})

test('an area chases by its own steps and in its own words from the day it has set; earlier versions stay', async () => {
  const key = newKey()
  expect(await Promise.all([set(0, key, on('2026-03-24')), set(0, key, on('2026-03-24'))])).toEqual([
    { version: 1 },
    { version: 1 },
  ])
  await expect(set(0)).rejects.toMatchObject({ message: 'stale' })
  await expect(set(1, newKey(), on('2026-03-01'))).rejects.toMatchObject({ message: 'dates-out-of-order' })
  given.clock.set('2026-03-18T09:00:00.000Z')
  await chaseArea(given.parts, area)
  given.clock.set('2026-03-24T09:00:00.000Z')
  await chaseArea(given.parts, area)
  await given.sendWaitingMails()
  expect(mail.sent.map(({ text }) => text.includes('Our own words, for one request in'))).toEqual([
    false,
    true,
  ])
  expect((await read()).versions).toMatchObject([
    { version: 1, validFrom: '2026-03-24', changedBy: office.personId, settings: own },
    { version: 0, settings: defaultChasingSettings },
  ])
})

test('a text that could name a child is refused, and nobody else sees or changes how an area chases', async () => {
  const call = await given.as(office)
  const change = { areaId: area, version: 0, validFrom: on('2026-03-02'), key: newKey() }
  for (const text of ['About 999 123 4560', 'Born on 3 May 2024', 'See {child}']) {
    const texts = { ...own.texts, 'due-today': text }
    await expect(call.chasing.set({ ...change, settings: { ...own, texts } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  }
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  await expect(stranger.chasing.read({ areaId: area })).rejects.toMatchObject({ message: 'not-found' })
  const member = await given.as(personIn(area, 'panel-member'))
  await expect(member.chasing.read({ areaId: area })).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
