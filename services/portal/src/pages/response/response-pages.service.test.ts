import { CaseId, PlainDate } from '@cdop/domain'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../../layout/testing/browser.ts'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { axeFindings, openedPage } from '../../testing/opened-pages.ts'
import {
  begunResponse,
  candidates,
  identified,
  noAlerts,
  responseId,
  responseServices,
  rota,
  turnId,
  waitingResponse,
} from '../../testing/response-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = responseServices()
let portal: GivenPortal
let lead: TestBrowser
let coordinator: TestBrowser
let chromium: Browser
const conflicted = CaseId.parse('0190a100-0000-7000-8000-0000000000c1')
const path = `/responses/${responseId}`
/** Pixels a page is wider than the screen, as the browser says it. */
const WIDER_THAN_SCREEN = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  lead = testBrowser(portal.app)
  coordinator = testBrowser(portal.app)
  await lead.signIn('priya.dale@lds.example')
  await coordinator.signIn('asha.linden@lds.example')
  chromium = await openBrowser()
})
afterAll(async () => {
  await chromium.close()
  await portal.drop()
})
beforeEach(() => {
  services.forget()
  services.answer('case.withheld', [])
  services.answer('response.read', waitingResponse)
  services.answer('response.candidates', candidates)
  services.answer('response.acknowledge', { responseId })
  services.answer('response.decide', { responseId, state: 'started' })
})

describe('the page a paged lead opens on a phone', () => {
  test('says what was notified without saying who, and that it waits for an answer', async () => {
    const { status, body } = await lead.get(path)
    const main = mainOf(body)
    expect(status).toBe(200)
    expect(body).toContain(
      '<title>Joint agency response – Joint agency responses – Child death reviews</title>',
    )
    expect(main).toMatch(
      /To decide[\s\S]*Sudden, with no apparent cause[\s\S]*1 March 2026[\s\S]*1 to 4 years/,
    )
    expect(main).toContain('On-call lead, Priya Dale: 2 March 2026 at 9:55am')
    expect(main).not.toContain('Quillfeather')
    expect(services.calls.map(({ procedure }) => procedure)).toEqual(['case.withheld', 'response.read'])
  })

  test('asks for it with what is withheld; while that is not known it is there all the same, and what is not says why', async () => {
    services.answer('case.withheld', [conflicted])
    await lead.get(path)
    expect(services.sent('response.read')).toMatchObject({ withheld: [conflicted] })
    services.refuse('response.read', 'not-found')
    expect((await lead.get(path)).status).toBe(404)
    services.breakDown('case.withheld')
    services.answer('response.read', waitingResponse)
    expect((await lead.get(path)).status).toBe(200)
    expect(services.sent('response.read')).toMatchObject({ withheld: null })
    services.refuse('response.read', 'not-found')
    expect((await lead.get(path)).status).toBe(503)
    services.answer('response.list', { rows: [], total: 0 })
    services.answer('response.alerts', noAlerts)
    expect((await lead.get('/responses')).body).toContain('cannot be shown at the moment')
  })

  test('takes one press to say that it was seen, and one form for the decision', async () => {
    const seen = await lead.submit(path, { _action: 'acknowledge' })
    expect(seen.location).toMatch(new RegExp(`${path}$`))
    expect(services.sent('response.acknowledge')).toMatchObject({ areaId: leeds, responseId })
    const decided = await lead.submit(path, {
      _action: 'decide',
      version: '1',
      decision: 'start',
      when: 'now',
    })
    expect(decided.status).toBe(303)
    expect(services.sent('response.decide')).toMatchObject({
      areaId: leeds,
      responseId,
      version: 1,
      what: { decision: 'start' },
      decidedAt: null,
    })
  })

  test('keeps when it was decided apart from now', async () => {
    await lead.submit(path, {
      version: '1',
      decision: 'not-start',
      reason: 'expected-death',
      when: 'earlier',
      'decidedOn-day': '2',
      'decidedOn-month': '3',
      'decidedOn-year': '2026',
      decidedTime: '2:10',
    })
    expect(services.sent('response.decide')).toMatchObject({
      what: { decision: 'not-start', reason: 'expected-death' },
      decidedAt: '2026-03-02T02:10:00.000Z',
    })
  })

  const earlier = {
    decision: 'start',
    when: 'earlier',
    'decidedOn-day': '2',
    'decidedOn-month': '3',
    'decidedOn-year': '2026',
  }
  test.each([
    [{}, 'Select what was decided', 'decision'],
    [{}, 'Select when this was decided', 'when'],
    [{ decision: 'not-start', when: 'now' }, 'Select why no response is started', 'reason'],
    [{ decision: 'start', when: 'earlier' }, 'Enter the date this was decided', 'decidedOn-day'],
    [earlier, 'Enter the time this was decided', 'decidedTime'],
    [{ ...earlier, decidedTime: '25:00' }, 'must be a time by the 24-hour clock', 'decidedTime'],
    [{ ...earlier, decidedTime: '23:59' }, 'The time this was decided must be in the past', 'decidedTime'],
  ])('%j says "%s" beside the field', async (fields, message, id) => {
    const answer = await lead.submit(path, { version: '1', ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<title>Error: ')
    expect(answer.body).toContain(`href="#${id}"`)
    expect(answer.body).toContain(`id="${id}"`)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test('says which field is wrong when it was decided before the day of the death', async () => {
    services.refuse('response.decide', 'dates-out-of-order', ['decidedAt'])
    const answer = await lead.submit(path, { version: '1', ...earlier, decidedTime: '01:00' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('The time this was decided must be on or after the day of the death')
  })

  test('somebody slower is told that it was decided, and sees what they had chosen', async () => {
    services.refuse('response.decide', 'stale')
    const answer = await lead.submit(path, { version: '1', decision: 'start', when: 'now' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Somebody else changed this')
    expect(answer.body).toMatch(/value="start" checked/)
  })

  test('shows who the child is only when asked, on the page and never in the address', async () => {
    services.answer('response.identify', identified)
    const shown = await lead.submit(path, { _action: 'identify' })
    expect([shown.status, shown.location]).toEqual([200, ''])
    expect(mainOf(shown.body)).toContain('Quillfeather')
    expect(/<title>.*<\/title>/.exec(shown.body)?.[0]).not.toContain('Quillfeather')
    services.answer('response.identify', { sections: [], begun: null })
    expect((await lead.submit(path, { _action: 'identify' })).body).toContain('Ask the coordinator')
  })

  test.each(['unanswered', 'not-sent', 'nobody-on-call', 'nobody-to-page'] as const)(
    'is loud when the paging is %s',
    async (paging) => {
      services.answer('response.read', { ...waitingResponse, paging })
      expect(mainOf((await coordinator.get(path)).body)).toMatch(/govuk-warning-text[\s\S]*[Pp]hone/)
    },
  )

  test('fits 320 pixels, by axe too, with nothing, with errors and with a long list of pages', async () => {
    const longer = { name: 'A name that is as long as names may be '.repeat(3), rung: 'deputy' as const }
    const [first] = waitingResponse.pages
    if (first === undefined) throw new Error('somebody was paged')
    services.answer('response.read', {
      ...waitingResponse,
      pages: [first, { ...first, ...longer }, { ...first, ...longer, rung: 'fallback' }],
    })
    const page = await openedPage(chromium, portal.app, lead, { width: 320 })
    await page.goto(`http://localhost:3000${path}`)
    expect(await axeFindings(page)).toEqual([])
    const wide = () => page.evaluate(WIDER_THAN_SCREEN)
    expect(await wide()).toBeLessThanOrEqual(0)
    const small = await page
      .locator('main button')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).length)
    expect(small).toBe(0)
    await page.getByRole('button', { name: 'Record the decision' }).click()
    expect(await axeFindings(page)).toEqual([])
    expect(await wide()).toBeLessThanOrEqual(0)
  })

  test('without JavaScript it is the same page with the same few fields', async () => {
    const page = await openedPage(chromium, portal.app, lead, { width: 320, javaScriptEnabled: false })
    await page.goto(`http://localhost:3000${path}`)
    await page.getByLabel('Do not start one').check()
    await page.getByLabel('A natural cause is known').check()
    await page.getByRole('button', { name: 'Record the decision' }).click()
    expect(services.sent('response.decide')).toMatchObject({
      what: { decision: 'not-start', reason: 'natural-cause-known' },
      decidedAt: null,
    })
  })
})

describe('who may do what', () => {
  test('a coordinator sees the response and follows it, and decides nothing', async () => {
    const main = mainOf((await coordinator.get(path)).body)
    expect(main).not.toContain('Record the decision')
    expect(main).not.toContain('I have seen this')
    const answer = await coordinator.submit(path, { version: '1', decision: 'start', when: 'now' })
    expect(answer.status).toBe(403)
  })

  test.each(['helen.marsh', 'tom.harrow', 'owen.pryce', 'nadia.birch'])('is not for %s', async (name) => {
    const other = testBrowser(portal.app)
    await other.signIn(`${name}@lds.example`)
    for (const address of [path, '/responses', '/responses/new', '/rota', '/rota/new']) {
      expect((await other.get(address)).status, address).toBe(403)
    }
    expect(services.calls).toEqual([])
  })

  test('what is no response is not found', async () => {
    services.refuse('response.read', 'not-found')
    expect((await lead.get('/responses/nothing')).status).toBe(404)
    expect((await lead.get(path)).status).toBe(404)
  })
})

describe('a response that began before a death', () => {
  beforeEach(() => {
    services.answer('response.read', begunResponse)
    services.answer('response.begin', { responseId })
  })
  const typed = {
    child: 'Peregrine Thistlewood',
    whereNow: 'Intensive care',
    circumstances: 'Not known',
    when: 'now',
  }

  test('is begun with a name, a place and what happened', async () => {
    const begun = await lead.submit('/responses/new', typed)
    expect(begun.location).toMatch(new RegExp(`${path}$`))
    expect(services.sent('response.begin')).toMatchObject({
      areaId: leeds,
      content: { ...{ child: typed.child, whereNow: typed.whereNow }, dateOfBirth: null },
      decidedAt: null,
    })
  })

  test.each([
    [{ child: '' }, 'Enter the child’s name, or what the hospital calls the child'],
    [{ child: 'x'.repeat(201) }, 'The child’s name must be 200 characters or fewer'],
    [{ whereNow: ' ' }, 'Enter where the child is now'],
    [{ whereNow: 'x'.repeat(201) }, 'Where the child is must be 200 characters or fewer'],
    [{ circumstances: '' }, 'Enter what happened'],
    [{ circumstances: 'x'.repeat(2_001) }, 'What happened must be 2000 characters or fewer'],
    [{ 'dateOfBirth-day': '31' }, 'The date of birth must include a month and year'],
    [
      { 'dateOfBirth-day': '3', 'dateOfBirth-month': '3', 'dateOfBirth-year': '2026' },
      'The date of birth must be today or in the past',
    ],
  ])('%j is refused with "%s"', async (fields, message) => {
    const answer = await lead.submit('/responses/new', { ...typed, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test('is put together with the notification once the child has died', async () => {
    services.answer('response.joinNotification', { responseId })
    const answer = await coordinator.submit(path, { _action: 'join', version: '1' })
    expect(answer.body.split('Select the notification of this child').length).toBeGreaterThanOrEqual(3)
    const [first] = candidates
    await coordinator.submit(path, {
      _action: 'join',
      version: '1',
      notification: first?.notificationId ?? '',
    })
    expect(services.sent('response.joinNotification')).toMatchObject({
      notificationId: first?.notificationId,
      version: 1,
    })
  })

  test('is closed when the child lived, and then says when what it holds is destroyed', async () => {
    services.answer('response.recordChildLived', { responseId, destroyOn: PlainDate.parse('2026-09-02') })
    expect((await lead.submit(path, { _action: 'lived', version: '1' })).status).toBe(303)
    services.answer('response.read', {
      ...begunResponse,
      state: 'child-lived',
      livedOn: PlainDate.parse('2026-03-02'),
      destroyOn: PlainDate.parse('2026-09-02'),
    })
    const main = mainOf((await lead.get(path)).body)
    expect(main).toContain('Closed: the child lived')
    expect(main).toContain('Is destroyed on 2 September 2026')
    expect(main).not.toContain('Put the two together')
  })
})

describe('the list and the rota', () => {
  const { pages: _, decisions: __, leadId: ___, ...listed } = waitingResponse
  test('say loudly that nobody is on call or nobody has answered', async () => {
    services.answer('response.list', { rows: [{ ...listed, paging: 'nobody-on-call' }], total: 1 })
    services.answer('response.alerts', { unanswered: 1, nobodyOnCall: ['lead', 'deputy'] })
    const main = mainOf((await coordinator.get('/responses')).body)
    expect(main).toContain('Act now')
    expect(main).toContain('1 death has paged somebody and nobody has answered')
    expect(main).toContain('Nobody is on call as lead or deputy now')
    expect(main).toContain(`href="${path}"`)
  })

  test('say what an empty list means', async () => {
    services.answer('response.list', { rows: [], total: 0 })
    services.answer('response.alerts', noAlerts)
    const main = mainOf((await lead.get('/responses')).body)
    expect(main).toContain('Nothing waits for a decision')
    expect(main).not.toContain('Act now')
  })

  test('the rota shows who is on call now, and the missing deputy', async () => {
    services.answer('rota.read', rota)
    const main = mainOf((await coordinator.get('/rota')).body)
    expect(main).toMatch(/Lead[\s\S]*Priya Dale[\s\S]*Now, since 1 March 2026 at 5:00pm/)
    expect(main).toContain('Nobody is on call as deputy now')
    expect(main).toContain('If nobody is on call, nobody is paged')
    services.answer('rota.read', { ...rota, webhookSecret: null })
    expect(mainOf((await lead.get('/rota')).body)).not.toContain('Put somebody on call')
  })

  const turn = {
    part: 'deputy',
    name: 'Jo Fenwick',
    email: 'jo@on-call.example',
    'fromOn-day': '2',
    'fromOn-month': '7',
    'fromOn-year': '2026',
    fromTime: '17:00',
    'untilOn-day': '3',
    'untilOn-month': '7',
    'untilOn-year': '2026',
    untilTime: '0800',
  }
  test('the coordinator puts somebody on call by the clock on the wall', async () => {
    services.answer('rota.add', { turnId })
    expect((await coordinator.submit('/rota/new', turn)).location).toMatch(/\/rota$/)
    expect(services.sent('rota.add')).toMatchObject({
      part: 'deputy',
      phone: null,
      webhook: null,
      from: '2026-07-02T16:00:00.000Z',
      until: '2026-07-03T07:00:00.000Z',
    })
  })

  test.each([
    [{ part: '' }, 'Select lead or deputy'],
    [{ name: '' }, 'Enter the person’s name'],
    [{ name: 'x'.repeat(121) }, 'The person’s name must be 120 characters or fewer'],
    [{ email: '' }, 'Enter an email address'],
    [{ email: 'jo' }, 'Enter an email address in the correct format, like name@example.com'],
    [{ email: `${'x'.repeat(250)}@x.example` }, 'mail address'],
    [{ phone: 'ask the ward' }, 'Enter a phone number, like 01632 960 001'],
    [{ webhook: 'ftp://x.example' }, 'Enter a web address that begins with https://'],
    [{ fromTime: '' }, 'Enter the time the turn begins'],
    [{ untilTime: 'late' }, 'The time the turn ends must be a time by the 24-hour clock'],
    [{ 'fromOn-day': '' }, 'The date the turn begins must include a day'],
    [{ 'untilOn-day': '32' }, 'The date the turn ends must be a real date'],
    [{ 'untilOn-day': '1' }, 'The turn must end after it begins'],
  ])('a turn with %j is refused with "%s"', async (fields, message) => {
    const answer = await coordinator.submit('/rota/new', { ...turn, ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test('what only the rota can know comes back beside its field, or above', async () => {
    services.refuse('rota.add', 'dates-out-of-order')
    const late = await coordinator.submit('/rota/new', turn)
    expect(late.body.split('The turn must end in the future').length).toBeGreaterThanOrEqual(3)
    services.refuse('rota.add', 'turns-overlap')
    const taken = await coordinator.submit('/rota/new', turn)
    expect(taken.status).toBe(409)
    expect(taken.body).toContain('Somebody else is already on call')
  })

  test('names the area contact, and takes somebody off the rota', async () => {
    services.answer('rota.read', rota)
    services.answer('rota.setFallback', { areaId: leeds })
    services.answer('rota.end', { turnId })
    const empty = await coordinator.submit('/rota', { _action: 'contact', name: '', email: '' })
    expect(empty.body.split('Enter the person’s name').length).toBeGreaterThanOrEqual(3)
    await coordinator.submit('/rota', { _action: 'contact', name: 'Edmund Frost', email: 'e@lds.example' })
    expect(services.sent('rota.setFallback')).toMatchObject({ name: 'Edmund Frost', email: 'e@lds.example' })
    await coordinator.submit('/rota', { _action: 'end', turnId })
    expect(services.sent('rota.end')).toMatchObject({ turnId })
    services.answer('rota.read', { ...rota, webhookSecret: null })
    expect((await lead.submit('/rota', { _action: 'contact', name: 'X', email: 'x@x.example' })).status).toBe(
      403,
    )
  })

  test.each(['/responses', '/rota', '/rota/new', '/responses/new'])(
    '%s keeps the page rules at 320 pixels',
    async (address) => {
      services.answer('response.list', { rows: [listed], total: 60 })
      services.answer('response.alerts', { unanswered: 2, nobodyOnCall: ['deputy'] })
      services.answer('rota.read', rota)
      const page = await openedPage(chromium, portal.app, coordinator, { width: 320 })
      await page.goto(`http://localhost:3000${address}`)
      expect(await axeFindings(page)).toEqual([])
      expect(await page.evaluate(WIDER_THAN_SCREEN)).toBeLessThanOrEqual(0)
    },
  )
})
