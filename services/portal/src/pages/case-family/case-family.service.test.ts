import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child } from '../../testing/case-answers.ts'
import {
  avoidedDateId,
  type FamilyServices,
  familyFeedbackId,
  familyMemberId,
  familyQuestionId,
  familyServices,
  keyWorkerId,
  openFamily,
} from '../../testing/family-services.ts'
import { mainOf, nobodyElse } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const path = `/cases/${caseId}/family`
const name = `${child.givenNames} ${child.familyName}`
let services: FamilyServices
let portal: GivenPortal
let coordinator: TestBrowser
let keyWorker: TestBrowser
beforeAll(async () => {
  services = familyServices()
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  keyWorker = testBrowser(portal.app)
  await keyWorker.signIn('shabnam.reyes@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('family.open', openFamily)
  services.answer('identity.read', [{ caseId, ...child }])
  const { reference, state, diedOn, nextSteps } = openFamily.family
  const line = { caseId, reference, state, diedOn, openQuestions: 1, next: nextSteps[0] ?? null }
  services.answer('family.list', { families: [line], total: 1, pass: 'a-pass' })
  services.answer('family.assignKeyWorker', { keyWorkerId })
  services.answer('family.endKeyWorker', undefined)
  services.answer('family.recordMember', { familyMemberId, version: 2 })
  services.answer('family.avoidDate', { avoidedDateId })
  services.answer('family.allowDate', undefined)
  services.answer('family.ask', { familyQuestionId })
  services.answer('family.answer', { version: 1 })
  services.answer('family.leaveOpen', undefined)
  services.answer('family.tell', { familyFeedbackId })
  services.answer('family.recordPortrait', { version: 1 })
  services.answer('family.withdrawPortrait', { version: 2 })
})
const date = (field: string, [year = '', month = '', day = '']: string[]) => ({
  [`${field}-day`]: day,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
})

describe('a key worker', () => {
  test('begins with own families by name, and can hide the names from a screen others see', async () => {
    const shown = await keyWorker.get('/families')
    expect(mainOf(shown.body)).toContain(name)
    expect(mainOf(shown.body)).toContain('1 question without an answer.')
    expect(/<title>[^<]*<\/title>/.exec(shown.body)?.[0]).not.toContain(child.familyName)
    services.answer('family.list', { families: [], total: 0, pass: null })
    expect(mainOf((await keyWorker.get('/families')).body)).toContain('not the key worker of a family today')
    expect((await keyWorker.submit('/families', { _action: 'names-hidden' })).status).toBe(303)
    const hidden = await keyWorker.get('/families')
    expect(hidden.body).not.toContain(child.familyName)
    expect(services.sent('family.list')).toEqual({ areaId: leeds, named: false, page: 1 })
    await keyWorker.get(path)
    expect(services.sent('family.open')).toMatchObject({ named: false })
    expect((await keyWorker.submit('/families', { _action: 'names-shown' })).status).toBe(303)
    await keyWorker.get('/families')
    expect(services.sent('family.list')).toEqual({ areaId: leeds, named: true, page: 1 })
    expect((await keyWorker.submit('/families', { _action: 'something' })).status).toBe(400)
  })

  test('reaches every one of many families, page by page', async () => {
    services.answer('family.list', { families: [], total: 60, pass: null })
    expect((await keyWorker.get('/families?page=2')).body).toContain('href="/families?page=3"')
    expect(services.sent('family.list')).toMatchObject({ page: 2 })
  })

  test('sees the child’s name on opening a family, none of the case’s other pages, and can hide the name', async () => {
    const { body } = await keyWorker.get(path)
    expect(body).toContain(name)
    expect(body).not.toContain(`href="/cases/${caseId}/requests"`)
    expect(mainOf(body)).toContain('This should happen by 20 May 2026.')
    expect((await keyWorker.submit(path, { _action: 'names-hidden' })).headers.get('location')).toBe(path)
    const shown = async () => (await keyWorker.get(path)).body
    expect(await shown()).not.toContain(child.familyName)
    expect(services.sent('family.open')).toMatchObject({ named: false })
    const support = { member: familyMemberId, support: '', toldHow: '', toldBy: '' }
    await keyWorker.submit(`${path}/support`, support)
    expect(await shown()).not.toContain(child.familyName)
    await keyWorker.submit(path, { _action: 'names-shown' })
    expect(await shown()).toContain(child.familyName)
    for (const other of ['', '/requests', '/holds', '/family/key-workers']) {
      expect((await keyWorker.get(`/cases/${caseId}${other}`)).status).toBe(403)
    }
  })
})

describe('the family of a case', () => {
  test('says before anything else of a parent that they must not be contacted and wish to hear nothing', async () => {
    const { body } = await coordinator.get(path)
    const main = mainOf(body)
    const people = main.slice(main.indexOf('Parents and carers'))
    expect(people).toContain('Must not be contacted.')
    expect(people.indexOf('Must not be contacted.')).toBeLessThan(people.indexOf('Invented &lt;b&gt;Father'))
    expect(main).toContain('Wishes to hear nothing of the review.')
    expect(main).toContain('12 July: A birthday')
    expect(body).toContain(`href="/cases/${caseId}/requests"`)
    expect(body).not.toContain(child.familyName)
  })

  test('is no page for anybody else', async () => {
    for (const subject of nobodyElse) {
      const other = testBrowser(portal.app)
      await other.signIn(subject)
      expect((await other.get(path)).status).toBe(403)
      expect((await other.get('/families')).status).toBe(403)
    }
    services.refuse('family.open', 'not-found')
    expect((await keyWorker.get(path)).status).toBe(404)
  })

  test('has a key worker from a day on, who is one in this area, until a day', async () => {
    const page = await coordinator.get(`${path}/key-workers`)
    const personId = portal.people.get('shabnam.reyes@lds.example')
    expect(page.body).toContain(`value="${personId}"`)
    const assign = { personId: `${personId}`, ...date('from', ['2026', '3', '2']), _action: 'assign' }
    expect((await coordinator.submit(`${path}/key-workers`, assign)).status).toBe(303)
    expect(services.sent('family.assignKeyWorker')).toMatchObject({ caseId, personId, from: '2026-03-02' })
    const chair = portal.people.get('helen.marsh@lds.example')
    expect(
      (await coordinator.submit(`${path}/key-workers`, { ...assign, personId: `${chair}` })).status,
    ).toBe(400)
    const early = await coordinator.submit(`${path}/key-workers`, {
      ...assign,
      ...date('from', ['2026', '2', '19']),
    })
    expect(early.body).toContain('The first day must be the same as or after the date of death')
    const field = `until-${keyWorkerId}`
    const end = { keyWorkerId, ...date(field, ['2026', '3', '2']), _action: 'end' }
    expect((await coordinator.submit(`${path}/key-workers`, end)).status).toBe(303)
    expect(services.sent('family.endKeyWorker')).toMatchObject({ keyWorkerId, until: '2026-03-02' })
    const before = await coordinator.submit(`${path}/key-workers`, {
      ...end,
      ...date(field, ['2026', '2', '20']),
    })
    expect(before.body).toContain(`<a href="#${field}-day">The day it ends must be the same as or after`)
  })

  const mother = {
    relation: 'mother',
    name: 'Invented Mother',
    livingApart: 'together',
    language: '',
    interpreter: 'no',
    safeContact: '',
    safeTimes: '',
    contact: 'may-be-contacted',
    noContactWhy: 'left from before',
  }

  test('has each parent apart; why somebody must not be contacted counts of those alone', async () => {
    expect((await keyWorker.submit(`${path}/members/new`, mother)).status).toBe(303)
    expect(services.sent('family.recordMember')).toMatchObject({
      changes: null,
      said: { relation: 'mother', noContact: null, hearsNothing: false, details: { noContactWhy: null } },
    })
    const one = `${path}/members/${familyMemberId}`
    expect((await keyWorker.get(one)).body).toContain('Invented &lt;b&gt;Father')
    const change = { ...mother, contact: 'court-order', hears: 'nothing', version: '1' }
    const asked = (await keyWorker.get(one)).body
    expect(asked).toContain('Only the coordinator or the designated doctor can lift this')
    expect(asked).not.toContain('value="may-be-contacted"')
    expect(asked).not.toContain('name="wrong"')
    expect(asked).toContain('1 March 2026: must not be contacted.')
    expect((await keyWorker.submit(one, change)).status).toBe(303)
    expect(services.sent('family.recordMember')).toMatchObject({
      changes: { familyMemberId, version: 1 },
      said: { noContact: 'court-order', hearsNothing: true, details: { noContactWhy: 'left from before' } },
    })
    expect((await keyWorker.get(`${path}/members/${familyQuestionId}`)).status).toBe(404)
  })

  test('lets somebody be contacted again only with a reason', async () => {
    const one = `${path}/members/${familyMemberId}`
    expect((await coordinator.get(one)).body).toContain('value="may-be-contacted"')
    const lift = { ...mother, version: '1', allowedWhy: ' ' }
    const answer = await coordinator.submit(one, lift)
    expect(answer.body).toContain('<a href="#allowedWhy">Enter why this person may be contacted again')
    expect((await coordinator.submit(one, { ...lift, allowedWhy: 'The order ended' })).status).toBe(303)
    expect(services.sent('family.recordMember')).toMatchObject({
      said: { noContact: null },
      allowedWhy: 'The order ended',
    })
  })

  test.each([
    [{ relation: '' }, 'relation', 'Select what this person is to the child'],
    [{ name: ' ' }, 'name', 'Enter the name'],
    [{ name: 'x'.repeat(201) }, 'name', 'The name must be 200 characters or fewer'],
    [{ livingApart: '' }, 'livingApart', 'Select whether this person lives apart'],
    [{ language: 'x'.repeat(101) }, 'language', 'The language must be 100 characters or fewer'],
    [{ interpreter: '' }, 'interpreter', 'Select whether an interpreter is needed'],
    [{ safeContact: 'x'.repeat(501) }, 'safeContact', 'The safe way to reach this person must be 500'],
    [{ safeTimes: 'x'.repeat(201) }, 'safeTimes', 'The safe times must be 200 characters or fewer'],
    [{ contact: '' }, 'contact', 'Select whether this person may be contacted'],
    [
      { noContactWhy: 'x'.repeat(1001) },
      'noContactWhy',
      'Why this person must not be contacted must be 1000',
    ],
  ])('does not take a parent with %o', async (change, id, message) => {
    const answer = await keyWorker.submit(`${path}/members/new`, { ...mother, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}`)
    expect(answer.body).toContain(`id="${id}"`)
    expect(services.sent('family.recordMember')).toBeUndefined()
  })

  test('asks in its own words, and is answered or told why it will not be', async () => {
    const asked = {
      asked: 'What did he say?',
      askedBy: 'family',
      ...date('askedOn', ['2026', '3', '1']),
      channel: 'in-person',
      body: 'coroner',
    }
    expect((await keyWorker.submit(`${path}/questions/new`, asked)).status).toBe(303)
    expect(services.sent('family.ask')).toMatchObject({
      askedBy: null,
      askedOn: '2026-03-01',
      body: 'coroner',
    })
    const mistakes = await keyWorker.submit(`${path}/questions/new`, {})
    for (const text of ['Enter what the family asks', 'Select who asked', 'Enter the date it was asked']) {
      expect(mistakes.body).toContain(text)
    }
    const one = `${path}/questions/${familyQuestionId}`
    const answer = { answer: 'Two were.', body: 'trust', ...date('answeredOn', ['2026', '3', '2']) }
    expect((await keyWorker.submit(one, { ...answer, version: '0', _action: 'answer' })).status).toBe(303)
    expect(services.sent('family.answer')).toMatchObject({ familyQuestionId, version: 0, body: 'trust' })
    const early = { ...answer, ...date('answeredOn', ['2026', '2', '24']), version: '0', _action: 'answer' }
    expect((await keyWorker.submit(one, early)).body).toContain(
      'The date it was answered must be the same as or after the date it was asked',
    )
    const leave = { reason: 'cannot-be-known', why: 'No record was kept.', _action: 'leave-open' }
    expect((await keyWorker.submit(one, leave)).status).toBe(303)
    expect(services.sent('family.leaveOpen')).toMatchObject({ reason: 'cannot-be-known' })
    expect((await keyWorker.submit(one, { ...leave, why: ' ' })).body).toContain(
      'Enter why there will be no answer',
    )
    services.refuse('family.leaveOpen', 'stale')
    expect((await keyWorker.submit(one, leave)).status).toBe(409)
  })

  test('has days of the year to avoid, added and removed', async () => {
    const dates = `${path}/dates`
    const day = { 'on-day': '29', 'on-month': '2', why: 'A birthday', _action: 'add' }
    expect((await keyWorker.submit(dates, day)).status).toBe(303)
    expect(services.sent('family.avoidDate')).toMatchObject({
      avoided: { day: 29, month: 2, why: 'A birthday' },
    })
    const wrong = await keyWorker.submit(dates, { ...day, 'on-day': '30', why: '' })
    expect(wrong.body).toContain('<a href="#on-day">The date to avoid must be a real day of the year</a>')
    expect(wrong.body).toContain('Enter why to avoid it')
    expect((await keyWorker.submit(dates, { avoidedDateId, _action: 'remove' })).status).toBe(303)
    expect(services.sent('family.allowDate')).toMatchObject({ avoidedDateId })
  })

  const answer = {
    entry: 1,
    body: 'trust' as const,
    answeredOn: openFamily.family.questions[0]?.askedOn ?? openFamily.family.diedOn,
    answer: 'Two nurses were there.',
    recordedBy: openFamily.family.keyWorkers[0]?.personId ?? PersonId.parse(caseId),
    recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
  }
  const answered = (more: { withheld?: boolean; answers?: (typeof answer)[] } = {}) => ({
    ...openFamily,
    family: {
      ...openFamily.family,
      questions: openFamily.family.questions.map((one) => ({ ...one, answers: [answer], ...more })),
    },
  })
  const contactable = (opened: typeof openFamily) => ({
    ...opened,
    family: {
      ...opened.family,
      members: opened.family.members.map((one) => ({ ...one, noContact: null })),
    },
  })
  const telling = {
    member: familyMemberId,
    ...date('toldOn', ['2026', '3', '2']),
    toldHow: 'in-person',
    toldBy: 'Invented Nurse',
  }

  test('is told an answer: who must not be contacted cannot be chosen, who wishes to hear nothing is marked', async () => {
    services.answer('family.open', answered())
    const one = `${path}/questions/${familyQuestionId}`
    const barred = mainOf((await keyWorker.get(one)).body)
    expect(barred).not.toContain('Feed the answer back')
    services.answer('family.open', contactable(answered()))
    const main = mainOf((await keyWorker.get(one)).body)
    expect(main).toContain('Wishes to hear nothing of the review')
    expect(main).toContain('I know of their wish, and they have asked to hear this')
    const told = { ...telling, version: '1', _action: 'tell' }
    expect((await keyWorker.submit(one, told)).status).toBe(303)
    expect(services.sent('family.tell')).toMatchObject({
      told: { what: 'answer', familyQuestionId, version: 1 },
      toldBy: 'Invented Nurse',
      knowsWish: false,
    })
    const mistakes = await keyWorker.submit(one, { version: '1', _action: 'tell' })
    for (const text of ['Select the parent or carer', 'Enter the date', 'Select how', 'Enter who did it']) {
      expect(mistakes.body).toContain(text)
    }
    for (const code of ['must-not-be-contacted', 'wishes-to-hear-nothing', 'not-to-be-told-yet'] as const) {
      services.refuse('family.tell', code)
      expect((await keyWorker.submit(one, told)).status).toBe(409)
    }
  })

  test('is told nothing that must not be told yet: a coordinator can say so, a key worker sees that there is something', async () => {
    const one = `${path}/questions/${familyQuestionId}`
    const under = `href="/cases/${caseId}/caveats/new?question=${familyQuestionId}"`
    expect(mainOf((await coordinator.get(one)).body)).toContain(under)
    expect((await keyWorker.get(one)).body).not.toContain(under)
    services.answer('family.open', answered({ withheld: true, answers: [] }))
    const main = mainOf((await keyWorker.get(one)).body)
    expect(main).toContain('Something here must not be told to the family yet.')
    expect(main).not.toContain('Record the answer')
    const office = mainOf((await coordinator.get(one)).body)
    expect(office).toContain('Something here must not be told to the family yet.')
    expect(office).toContain('Record the answer')
  })

  test('is given the leaflet and offered support, each parent apart', async () => {
    expect((await keyWorker.get(`${path}/support`)).body).toContain('no parent or carer who may be contacted')
    services.answer('family.open', contactable(openFamily))
    const support = { ...telling, support: 'leaflet-given', knowsWish: 'yes' }
    expect((await keyWorker.submit(`${path}/support`, support)).status).toBe(303)
    expect(services.sent('family.tell')).toMatchObject({
      familyMemberId,
      told: { what: 'support', support: 'leaflet-given' },
      knowsWish: true,
    })
    const mistakes = await keyWorker.submit(`${path}/support`, { ...telling, support: '' })
    expect(mistakes.body).toContain('<a href="#support">Select what they were given or offered</a>')
  })
})

describe('who the child was, in the family’s words', () => {
  const said = {
    words: 'She loved the <sea>.',
    wish: 'for-panel',
    toldBy: 'family',
    ...date('toldOn', ['2026', '02', '25']),
    channel: 'in-person',
    version: '0',
    _action: 'record',
  }
  const stands = {
    portrait: {
      wish: 'for-panel' as const,
      toldBy: null,
      toldOn: PlainDate.parse('2026-02-25'),
      channel: 'in-person' as const,
      words: said.words,
      recordedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b05'),
      recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
    },
    version: 1,
  }
  const withPortrait = { ...openFamily, family: { ...openFamily.family, portrait: stands } }

  test('is recorded by the key worker with the wish of the family, not of a parent who must not be contacted', async () => {
    expect((await keyWorker.get(path)).body).toContain('Record it in the family’s words')
    const form = await keyWorker.get(`${path}/portrait`)
    expect(form.body).not.toContain('Invented &lt;b&gt;Father')
    const answer = await keyWorker.submit(`${path}/portrait`, said)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    expect(services.sent('family.recordPortrait')).toMatchObject({
      areaId: leeds,
      caseId,
      version: 0,
      wish: 'for-panel',
      toldBy: null,
      toldOn: '2026-02-25',
      channel: 'in-person',
      words: said.words,
    })
    const wrong = await keyWorker.submit(`${path}/portrait`, {
      ...said,
      words: '',
      wish: '',
      toldBy: familyMemberId,
    })
    expect(wrong.status).toBe(422)
    for (const field of ['words', 'wish', 'toldBy']) expect(wrong.body).toContain(`href="#${field}"`)
  })

  test('is shown with what was said of the panel, can be taken back, and is then nowhere', async () => {
    services.answer('family.open', withPortrait)
    const { body } = await coordinator.get(path)
    expect(body).toMatch(/loved the &lt;sea&gt;[\s\S]*The panel hears it first/)
    const back = { _action: 'take-back', version: '1', 'back-toldBy': 'family' }
    const missing = await coordinator.submit(`${path}/portrait`, back)
    expect(missing.status).toBe(422)
    expect(missing.body).toContain('href="#back-toldOn-day"')
    const answer = await coordinator.submit(`${path}/portrait`, {
      ...back,
      ...date('back-toldOn', ['2026', '02', '26']),
    })
    expect(answer.status).toBe(303)
    expect(services.sent('family.withdrawPortrait')).toMatchObject({
      version: 1,
      toldBy: null,
      toldOn: '2026-02-26',
    })
    const gone = { ...stands.portrait, wish: 'withdrawn' as const, channel: null, words: null }
    services.answer('family.open', {
      ...openFamily,
      family: { ...openFamily.family, portrait: { portrait: gone, version: 2 } },
    })
    const after = await coordinator.get(path)
    expect(after.body).toContain('Nobody is shown it')
    expect(after.body).not.toContain('She loved')
  })
})
