import { blankSelfAssessment, InboxId, OrganisationId, PlainDate, RecommendationId } from '@cdop/domain'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mainOf } from '../../testing/given-coordinator.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { begun, child, informationRequestId, reference } from '../../testing/panel-answers.ts'
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const link = `/inbox-link/${'a'.repeat(22)}`
const inboxId = InboxId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c01')
const row = {
  informationRequestId,
  reference,
  organisationName: 'Leeds <Hospital>',
  state: 'sent' as const,
  sentOn: PlainDate.parse('2026-02-24'),
  dueOn: PlainDate.parse('2026-03-17'),
  promisedOn: null,
  answeredAt: null,
}
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('inbox.requestCode', undefined)
  services.answer('inbox.enter', { areaId: leeds, inboxId })
  services.answer('inbox.list', { areaName: 'Leeds', rows: [row] })
  services.answer('selfAssessment.asked', { forms: [] })
  services.answer('inbox.open', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', begun)
  services.answer('identity.read', [child])
  browser = testBrowser(portal.app)
})
const entered = () => browser.submit(`${link}/code`, { code: '123 456' })

describe('the link of an inbox', () => {
  test('discloses nothing, is the same wherever it leads, and mails a code when asked', async () => {
    const plain = (body: string) => body.replaceAll(/(value|nonce)="[^"]*"|\/inbox-link\/[^"]*/g, '')
    const right = await browser.get(link)
    expect(right.body).toContain('section 16N of the Children Act 2004')
    expect(right.body).not.toContain(reference)
    for (const wrong of ['b'.repeat(22), 'short', '%3Cscript%3E']) {
      expect(plain((await browser.get(`/inbox-link/${wrong}`)).body)).toBe(plain(right.body))
    }
    expect(services.calls).toEqual([])
    expect((await browser.submit(link, {})).location).toContain(`${link}/code`)
    expect(services.sent('inbox.requestCode')).toEqual({ token: 'a'.repeat(22) })
    expect((await browser.get(`${link}/code`)).body).toContain('Enter the 6-digit code')
    expect((await browser.get('/inbox')).status).toBe(404)
  })

  test.each([
    ['', 'Enter the 6-digit code'],
    ['12345', 'The code must be 6 digits'],
  ])('does not open with %j', async (code, message) => {
    const answer = await browser.submit(`${link}/code`, { code })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#code">${message}</a>`)
  })

  test.each(['code-wrong', 'code-expired', 'code-tries-used', 'link-dead'] as const)(
    'does not open after %s',
    async (code) => {
      services.refuse('inbox.enter', code)
      expect((await entered()).status).toBe(422)
      expect(browser.cookie('__Host-inbox')).toBeUndefined()
    },
  )
})

describe('an inbox', () => {
  test('shows what is asked by references, dates and states, and nothing of a child', async () => {
    const main = mainOf((await browser.follow(await entered())).body)
    expect(main).toContain('Child Death Overview Panel for Leeds. 1 of 1 still to be answered.')
    expect(main).toContain(reference)
    expect(main).toContain('Leeds &lt;Hospital&gt;')
    expect(main).toContain('17 March 2026')
    expect(main).not.toContain(child.familyName)
    const answered = { ...row, state: 'nothing-known' as const }
    services.answer('inbox.list', { areaName: 'Leeds', rows: [answered] })
    expect(mainOf((await browser.get('/inbox')).body)).toContain('Answered: nothing known')
    const partly = { ...row, promisedOn: PlainDate.parse('2026-03-20') }
    services.answer('inbox.list', { areaName: 'Leeds', rows: [partly] })
    expect(mainOf((await browser.get('/inbox')).body)).toContain('Part sent, rest promised for 20 March 2026')
    services.answer('inbox.list', { areaName: 'Leeds', rows: [] })
    expect(mainOf((await browser.get('/inbox')).body)).toContain('Nothing is asked of this mailbox now.')
  })

  test('opens a request without another code, and leads back once it is returned', async () => {
    await entered()
    const opened = await browser.submit('/inbox', { request: informationRequestId })
    expect(opened.status).toBe(303)
    expect(services.sent('inbox.open')).toEqual({ informationRequestId })
    expect((await browser.follow(opened)).body).toContain(child.familyName)
    services.answer('reportingForm.begin', { ...begun, returned: true })
    expect((await browser.get('/return/receipt')).body).toContain('href="/inbox"')
    expect((await browser.submit('/inbox', { request: 'nonsense' })).status).toBe(400)
    services.refuse('inbox.open', 'not-found')
    expect((await browser.submit('/inbox', { request: informationRequestId })).status).toBe(404)
  })

  test('is left with the form that was opened from it', async () => {
    await entered()
    await browser.submit('/inbox', { request: informationRequestId })
    expect((await browser.get('/inbox/leave')).body).toContain('Leave your requests')
    expect((await browser.submit('/inbox/leave', {})).location).toContain('/return/left')
    expect((await browser.get('/inbox')).status).toBe(404)
    expect((await browser.get('/return')).status).toBe(404)
  })
})

describe('the self-assessment of an organisation', () => {
  const year = ReportingYearCode.parse('2025-26')
  const organisationId = OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c02')
  const recommendationId = RecommendationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c03')
  const at = `/inbox/self-assessment/2025-26/${organisationId}`
  const form: PanelAnswers['selfAssessment.openOwn'] = {
    name: 'Invented Trust',
    organisation: { kind: 'hospital', organisationId },
    asked: [{ recommendationId, reference: 'R-2026-001', text: 'Assess sleep & say so.' }],
    version: 1,
    edit: 2,
    answers: blankSelfAssessment([recommendationId]),
    byOrganisation: true,
    reason: null,
    submittedOn: null,
    submitted: [],
  }
  const drawn = { version: '1', edit: '2' }
  const asked = {
    year,
    organisationId,
    name: 'Invented Trust',
    dueOn: PlainDate.parse('2026-06-30'),
    recommendations: 1,
    submitted: false,
  }
  beforeEach(async () => {
    services.answer('inbox.list', { areaName: 'Leeds', rows: [] })
    services.answer('selfAssessment.asked', { forms: [asked] })
    services.answer('selfAssessment.openOwn', form)
    services.answer('selfAssessment.answer', { version: 1, edit: 3 })
  })

  test('stands in the inbox of its mailbox, and is not there for anybody else', async () => {
    expect((await browser.get(at)).status).toBe(404)
    const main = mainOf((await browser.follow(await entered())).body)
    expect(main).toContain(at)
    expect(main).toContain('Invented Trust: ')
    expect(main).toContain('1 recommendation: ')
    expect(main).not.toContain('Nothing is asked of this mailbox now.')
    services.answer('selfAssessment.asked', { forms: [{ ...asked, submitted: true }] })
    expect(mainOf((await browser.get('/inbox')).body)).toContain('1 recommendation: answered')
    services.refuse('selfAssessment.openOwn', 'not-found')
    expect((await browser.get(at)).status).toBe(404)
    expect((await browser.get('/inbox/self-assessment/never/never')).status).toBe(404)
  })

  test('is saved as far as it is, sent whole, and then read; nothing leads to pages of the panel', async () => {
    await entered()
    const shown = mainOf((await browser.get(at)).body)
    expect(shown).toContain('Assess sleep &amp; say so.')
    expect(shown).not.toContain('/recommendations/')
    expect((await browser.submit(at, { ...drawn, _action: 'save' })).location).toContain(at)
    expect(services.sent('selfAssessment.answer')).toMatchObject({
      ...{ year, organisationId, version: 1, edit: 2, submit: false },
    })
    const lacking = await browser.submit(at, { ...drawn, answeredBy: 'Matron', _action: 'submit' })
    expect(lacking.status).toBe(422)
    expect(lacking.body).toContain('Select how far it is done')
    expect(lacking.body).toContain('Matron')
    const whole = {
      ...drawn,
      answeredBy: 'Head of safeguarding',
      'standing-0': 'fully',
      'evidence-0': 'An audit.',
      ...Object.fromEntries(
        form.answers.practice.flatMap(({ question }) => [
          [`practice-${question}`, 'fully'],
          [`words-${question}`, 'In the induction.'],
        ]),
      ),
    }
    const sent = await browser.submit(at, { ...whole, _action: 'submit' })
    expect(sent.location).toMatch(/\/inbox$/)
    expect(services.sent('selfAssessment.answer')).toMatchObject({ submit: true })
    const submittedOn = PlainDate.parse('2026-03-01')
    services.answer('selfAssessment.openOwn', { ...form, submittedOn })
    const read = mainOf((await browser.get(at)).body)
    expect(read).toContain('Submitted on 1 March 2026')
    expect(read).not.toContain('<form')
  })
})
