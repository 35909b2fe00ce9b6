import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { begun, child, informationRequestId, reference } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const link = `/requests/${'a'.repeat(22)}`
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('link.requestCode', undefined)
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', begun)
  services.answer('identity.read', [child])
  browser = testBrowser(portal.app)
})

const withoutTokens = (body: string) => body.replaceAll(/(value|nonce)="[^"]*"|\/requests\/[^"]*/g, '')

describe('opening a mailed link', () => {
  test('says what is asked and under which law, and nothing of any case', async () => {
    const { status, body } = await browser.get(link)
    expect(status).toBe(200)
    expect(body).toContain('section 16N of the Children Act 2004')
    expect(body).toContain('Send me a code')
    expect(body).not.toContain(reference)
    expect(services.calls).toEqual([])
  })

  test('shows the same page for a link that leads nowhere, and for one that cannot be a link', async () => {
    const right = withoutTokens((await browser.get(link)).body)
    for (const wrong of ['b'.repeat(22), 'short', '%3Cscript%3E', '..%2F..%2Fcases']) {
      const answer = await browser.get(`/requests/${wrong}`)
      expect(answer.status).toBe(200)
      expect(withoutTokens(answer.body)).toBe(right)
    }
  })

  test('mails a code and goes on to the page where it is entered, whatever the link', async () => {
    const answer = await browser.submit(link, {})
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(`${link}/code`)
    expect(services.calls).toMatchObject([
      { procedure: 'link.requestCode', input: { token: 'a'.repeat(22) }, actor: { kind: 'service' } },
    ])
    const wrong = await browser.submit('/requests/short', {})
    expect(wrong.status).toBe(303)
    expect(services.calls).toHaveLength(1)
  })
})

describe('the mailed code', () => {
  test('opens the form it is for; spaces and dashes do no harm', async () => {
    const answer = await browser.submit(`${link}/code`, { code: ' 123-456 ' })
    expect(answer.status).toBe(303)
    expect(services.sent('link.enter')).toEqual({ token: 'a'.repeat(22), code: '123456' })
    const form = await browser.follow(answer)
    expect(form.body).toContain(reference)
    expect(form.body).toContain('Elowen Winterbourne')
  })

  test.each([
    ['', 'Enter the 6-digit code'],
    ['12345', 'The code must be 6 digits'],
    ['12345a', 'The code must be 6 digits'],
    ['1'.repeat(500), 'The code must be 6 digits'],
  ])('typed as %j comes back with the message', async (code, message) => {
    const { status, body } = await browser.submit(`${link}/code`, { code })
    expect(status).toBe(422)
    expect(body).toContain('<title>Error: ')
    expect(body).toContain(`<a href="#code">${message}</a>`)
    expect(services.sent('link.enter')).toBeUndefined()
  })

  test.each([
    ['code-wrong', 'The code is not right'],
    ['code-expired', 'The code has expired'],
    ['code-tries-used', 'The code was entered wrongly too often'],
    ['link-dead', 'This link no longer works'],
  ] as const)('that is refused as %s says so beside the field', async (code, sentence) => {
    services.refuse('link.enter', code)
    const { status, body } = await browser.submit(`${link}/code`, { code: '123456' })
    expect(status).toBe(422)
    expect(body.split(sentence).length - 1).toBe(2)
    expect(browser.cookie('__Host-link')).toBeUndefined()
  })

  test('for something that cannot be a link is answered as for a dead one', async () => {
    const { body } = await browser.submit('/requests/short/code', { code: '123456' })
    expect(body).toContain('This link no longer works')
  })
})
