import { Instant } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { begun, child, informationRequestId } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(async () => {
  services.forget()
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', begun)
  services.answer('reportingForm.nothingKnown', { returnedAt: Instant.parse('2026-03-02T10:00:00.000Z') })
  services.answer('reportingForm.passOn', undefined)
  services.answer('identity.read', [child])
  browser = testBrowser(portal.app)
  await browser.submit(`/requests/${'a'.repeat(22)}/code`, { code: '123456' })
})

describe('an agency that knew nothing of the child', () => {
  test('says so without a form, and the receipt names it', async () => {
    expect((await browser.get('/return')).body).toContain('href="/return/nothing-known"')
    const typed = { name: 'Morgan Tye', role: 'Records manager' }
    const answer = await browser.submit('/return/nothing-known', typed)
    expect(answer.location).toContain('/return/receipt')
    expect(services.sent('reportingForm.nothingKnown')).toMatchObject(typed)
    services.answer('reportingForm.begin', { ...begun, returned: true, nothingKnown: true, pass: null })
    const { body } = await browser.follow(answer)
    expect(body).toContain('We have your answer that nothing is known')
    expect(body).not.toContain('Elowen')
    expect((await browser.get('/return/nothing-known')).location).toContain('/return/receipt')
    expect((await browser.get('/return/pass-on')).location).toContain('/return/receipt')
  })

  test('must say who it is, and is told when answers would be lost', async () => {
    const { status, body } = await browser.submit('/return/nothing-known', {
      name: ' ',
      role: 'x'.repeat(121),
    })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#name">Enter your name</a>')
    expect(body).toContain('<a href="#role">Your role must be 120 characters or fewer</a>')
    expect(services.sent('reportingForm.nothingKnown')).toBeUndefined()
    expect(body).not.toContain('answered part of the form')
    services.answer('reportingForm.begin', {
      ...begun,
      version: 1,
      answers: { 'reporter-name': 'Robin Ellis' },
    })
    expect((await browser.get('/return/nothing-known')).body).toContain('answered part of the form')
  })

  test('a second click leads to the receipt of the first', async () => {
    services.refuse('reportingForm.nothingKnown', 'request-answered')
    const late = await browser.submit('/return/nothing-known', { name: 'Morgan Tye', role: 'Manager' })
    expect(late.location).toContain('/return/receipt')
  })
})

describe('a reporter who is not the right one', () => {
  const typed = { name: 'Jules Arden', email: 'jules.arden@hospital.example' }

  test('passes the form on, and can open it no more', async () => {
    expect((await browser.get('/return')).body).toContain('href="/return/pass-on"')
    const answer = await browser.submit('/return/pass-on', typed)
    expect(services.sent('reportingForm.passOn')).toMatchObject(typed)
    expect((await browser.follow(answer)).body).toContain('You have passed the form on')
    expect((await browser.get('/return')).status).toBe(404)
  })

  test.each([
    [{ name: '', email: typed.email }, '#name', 'Enter the name of your colleague'],
    [{ name: typed.name, email: '' }, '#email', 'Enter the email address of your colleague'],
  ])('must say to whom', async (wrong, href, message) => {
    const { status, body } = await browser.submit('/return/pass-on', wrong)
    expect(status).toBe(422)
    expect(body).toContain(`<a href="${href}">${message}</a>`)
    expect(services.sent('reportingForm.passOn')).toBeUndefined()
  })

  test('cannot pass it out of the organisation, and stays where they were', async () => {
    services.refuse('reportingForm.passOn', 'other-mail-domain')
    const { status, body } = await browser.submit('/return/pass-on', typed)
    expect(status).toBe(422)
    expect(body).toContain('<a href="#email">The email address must be of your own organisation')
    expect((await browser.get('/return')).status).toBe(200)
  })
})
