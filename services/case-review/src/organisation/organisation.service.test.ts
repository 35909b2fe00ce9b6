import { type AreaId, nameOn, OdsCode, PlainDate } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'

let given: GivenCaseReview
const mail = keptMail()
let area: AreaId
const day = (date: string) => PlainDate.parse(date)

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  await given.sendWaitingMails()
  mail.sent.length = 0
})

const asCoordinator = () => given.as(personIn(area, 'coordinator'))
const trust = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
const details = { ...trust, odsCode: null, gssCode: null, activeFrom: null, activeTo: null }
const ods = OdsCode.parse('RR8')

async function added(more: { odsCode?: OdsCode; activeTo?: PlainDate } = {}) {
  const call = await asCoordinator()
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...trust, ...more })
  return { call, organisationId, place: { areaId: area, organisationId } }
}

describe('an organisation of the directory', () => {
  test('is found by its code, by a part of its name and by a name it had', async () => {
    const { call, place } = await added({ odsCode: ods })
    await call.organisation.rename({
      ...place,
      version: 1,
      name: 'Merged Trust',
      from: day('2026-03-01'),
      key: newKey(),
    })
    await call.organisation.add({ areaId: area, key: newKey(), ...trust, name: 'Example Surgery' })
    const found = async (typed: string) =>
      (await call.organisation.list({ areaId: area, typed })).rows.map(({ name }) => name)
    expect(await found('')).toEqual(['Example Surgery', 'Merged Trust'])
    for (const typed of ['rr8', 'Merged', 'trust invented', 'NHS'])
      expect(await found(typed)).toEqual(['Merged Trust'])
    expect(await found('nowhere')).toEqual([])
  })

  test('is in the directory once for each code, also when two add it at once', async () => {
    const call = await asCoordinator()
    const add = () => call.organisation.add({ areaId: area, key: newKey(), ...trust, odsCode: ods })
    const outcomes = await Promise.allSettled([add(), add()])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(add()).rejects.toMatchObject({ message: 'organisation-known' })
    const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...trust })
    const { name, ...rest } = details
    const change = { areaId: area, organisationId, version: 1, ...rest, key: newKey() }
    await expect(call.organisation.change({ ...change, odsCode: ods })).rejects.toMatchObject({
      message: 'organisation-known',
    })
    const elsewhere = newArea()
    const other = await given.as(personIn(elsewhere, 'coordinator'))
    await other.organisation.add({ areaId: elsewhere, key: newKey(), ...trust, odsCode: ods })
  })

  test('is called on each day as it was called then, in the database as by the rule', async () => {
    const { call, place } = await added()
    const renamed = [
      { name: 'Second', from: day('2025-04-01') },
      { name: 'Fourth', from: day('2026-04-01') },
      { name: 'Second, spelled rightly', from: day('2025-04-01') },
    ]
    for (const [before, { name, from }] of renamed.entries()) {
      await call.organisation.rename({ ...place, version: before + 1, name, from, key: newKey() })
    }
    for (const on of ['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01']) {
      const [row] = await given.test.look<{ name: string }[]>`
        select case_review.organisation_name(${area}, ${place.organisationId}, ${trust.name}, ${on}) as name`
      expect(row?.name).toBe(nameOn(trust.name, renamed, day(on)))
    }
    const { organisation, names } = await call.organisation.read(place)
    expect(organisation).toMatchObject({ name: 'Second, spelled rightly', version: 4 })
    expect(names.map(({ name }) => name)).toEqual([trust.name, ...renamed.map(({ name }) => name)])
  })

  test('keeps on a request the name of the day it was sent', async () => {
    const { call, place } = await added()
    const { caseId } = await givenCase(given, area)
    await call.informationRequest.send({ ...place, caseId, key: newKey() })
    await call.organisation.rename({
      ...place,
      version: 1,
      name: 'Renamed',
      from: day('2026-03-03'),
      key: newKey(),
    })
    given.clock.addDays(1)
    await call.informationRequest.send({ ...place, caseId, key: newKey() })
    const { rows } = await call.informationRequest.list({ areaId: area, caseId })
    expect(rows.map(({ organisationName }) => organisationName)).toEqual([trust.name, 'Renamed'])
  })

  test('can be asked until its last day and not after it', async () => {
    const { call, place } = await added({ activeTo: day('2026-03-02') })
    const { caseId } = await givenCase(given, area)
    await call.informationRequest.send({ ...place, caseId, key: newKey() })
    given.clock.addDays(1)
    await expect(call.informationRequest.send({ ...place, caseId, key: newKey() })).rejects.toMatchObject({
      message: 'organisation-not-in-use',
    })
    const wrong = { ...trust, activeFrom: day('2026-03-02'), activeTo: day('2026-03-01') }
    await expect(call.organisation.add({ areaId: area, key: newKey(), ...wrong })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
  })

  test('is changed once by a second click, and not over a change nobody has seen', async () => {
    const { call, place } = await added()
    const { name, ...rest } = details
    const change = { ...place, version: 1, ...rest, email: 'new@trust.example' }
    const key = newKey()
    await call.organisation.change({ ...change, key })
    await call.organisation.change({ ...change, key })
    expect((await call.organisation.read(place)).organisation).toMatchObject({
      version: 2,
      email: 'new@trust.example',
    })
    await expect(call.organisation.change({ ...change, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    const rename = { ...place, version: 1, name: 'Late', from: day('2026-03-02'), key: newKey() }
    await expect(call.organisation.rename(rename)).rejects.toMatchObject({ message: 'stale' })
  })
})

describe('a contact of an organisation', () => {
  const nurse = { role: 'Named nurse', email: 'nurse@trust.example', phone: '01632 960 001' }

  test('gets the requests, and whoever takes their place changes nothing of what was sent', async () => {
    const { call, place } = await added()
    const { caseId } = await givenCase(given, area)
    const first = await call.organisation.addContact({ ...place, ...nurse, replaces: null, key: newKey() })
    const sent = await call.informationRequest.send({ ...place, caseId, ...first, key: newKey() })
    const next = { role: 'Safeguarding team', email: 'team@trust.example', phone: null }
    const replaced = { ...place, ...next, replaces: first.contactId, key: newKey() }
    const second = await call.organisation.addContact(replaced)
    expect(await call.organisation.addContact(replaced)).toEqual(second)
    await given.sendWaitingMails()
    given.clock.addDays(1)
    const { informationRequestId } = sent
    await call.informationRequest.remind({ areaId: area, informationRequestId, key: newKey() })
    await call.informationRequest.send({ ...place, caseId, ...second, key: newKey() })
    await call.informationRequest.send({ ...place, caseId, key: newKey() })
    await given.sendWaitingMails()
    expect(mail.sent.map(({ to }) => to)).toEqual([
      'nurse@trust.example',
      'nurse@trust.example',
      'team@trust.example',
      'desk@trust.example',
    ])
    await expect(
      call.informationRequest.send({ ...place, caseId, ...first, key: newKey() }),
    ).rejects.toMatchObject({ message: 'contact-ended' })
    const { contacts } = await call.organisation.read(place)
    expect(contacts.map(({ role, replaces, endedOn }) => ({ role, replaces, endedOn }))).toEqual([
      { role: 'Safeguarding team', replaces: first.contactId, endedOn: null },
      { role: 'Named nurse', replaces: null, endedOn: '2026-03-02' },
    ])
    expect((await call.organisation.list({ areaId: area })).contacts).toEqual([
      { ...second, organisationId: place.organisationId, role: 'Safeguarding team' },
    ])
  })

  test('ends once, and lies sealed in the database', async () => {
    const { call, place } = await added()
    const { contactId } = await call.organisation.addContact({
      ...place,
      ...nurse,
      replaces: null,
      key: newKey(),
    })
    const [row] = await given.test.look<{ everything: string }[]>`
      select string_agg(encode(c.reached, 'escape'), '') as everything from case_review.organisation_contacts c`
    for (const telling of Object.values(nurse)) expect(row?.everything).not.toContain(telling)
    await call.organisation.endContact({ ...place, contactId, key: newKey() })
    await expect(call.organisation.endContact({ ...place, contactId, key: newKey() })).rejects.toMatchObject({
      message: 'contact-ended',
    })
    await expect(
      call.organisation.addContact({ ...place, ...nurse, replaces: contactId, key: newKey() }),
    ).rejects.toMatchObject({ message: 'contact-ended' })
    await expect(
      given.test
        .look`update case_review.organisation_contacts set ended_on = null where contact_id = ${contactId}`,
    ).rejects.toThrow()
  })
})

test('the directory is there for nobody of another area, and not for a panel member', async () => {
  const { place } = await added()
  const { name, ...rest } = details
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  const one = { role: 'Nobody', email: 'nobody@example.org', phone: null }
  const calls = [
    () => stranger.organisation.list({ areaId: area }),
    () => stranger.organisation.read(place),
    () =>
      stranger.organisation.rename({ ...place, version: 1, name, from: day('2026-03-02'), key: newKey() }),
    () => stranger.organisation.change({ ...place, version: 1, ...rest, key: newKey() }),
    () => stranger.organisation.addContact({ ...place, ...one, replaces: null, key: newKey() }),
  ]
  for (const call of calls) await expect(call()).rejects.toMatchObject({ message: 'not-found' })
  const member = await given.as(personIn(area, 'panel-member'))
  await expect(member.organisation.read(place)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
