import { InformationRequestId, Refusal } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { html } from '../components/html.ts'
import { secureHeaders } from '../layout/secure-headers.ts'
import { type GivenPortal, givenPortal, leeds } from '../testing/given-portal.ts'
import { testBrowser } from '../testing/test-browser.ts'
import { linkPage, openPage, type PageRoute, personPage } from './page-route.ts'
import { GoTo } from './screen.ts'
import { servePages } from './serve-pages.ts'

const request = InformationRequestId.parse('0190a000-0000-7000-8000-00000000000a')
let portal: GivenPortal
let app: Hono
const failures: unknown[] = []

const screen = (title: string) => ({ title, main: html`<h1>${title}</h1>` })

/** Pages as another room's author writes them: by mailed link, calling a service, failing. */
const pages: readonly PageRoute[] = [
  openPage('/requests/:token', {
    show: ({ formFields }) => ({
      title: 'Enter',
      main: html`<h1>Enter</h1><form method="post">${formFields}</form>`,
    }),
    async post(visit) {
      await visit.startLinkSession({ areaId: leeds, informationRequestId: request })
      return new GoTo('/request')
    },
  }),
  linkPage('/request', {
    show: ({ actor, formFields }) => ({
      title: 'Answer',
      main: html`<h1>Answer</h1><p>${actor.subject}</p>${formFields}`,
    }),
    async post(visit) {
      await visit.endLinkSession()
      return new GoTo('/requests/done')
    },
  }),
  personPage('/', { permission: null, show: () => screen('Start') }),
  personPage('/calls', {
    permission: null,
    async show(visit) {
      await visit
        .call<IntakeRouter>('intake')
        .notification.list.query({ areaId: visit.areaId, page: 1, withheld: [] })
      return screen('Called')
    },
  }),
  personPage('/breaks', {
    permission: null,
    show() {
      throw new Error('Unmistakable Name was here')
    },
  }),
  personPage('/refuses', {
    permission: null,
    show() {
      throw new Refusal('panel-not-quorate')
    },
  }),
  personPage('/people', {
    permission: null,
    async show({ people }) {
      const names = (await people()).map((person) => person.displayName)
      return { title: 'People', main: html`<h1>People</h1>${names.join(', ')}` }
    },
  }),
]

beforeAll(async () => {
  portal = await givenPortal()
  const parts = {
    ...portal.parts,
    log: { note: () => {}, failure: (...told: unknown[]) => failures.push(told) },
  }
  app = new Hono()
  app.use('*', secureHeaders({ identityProvider: parts.identityProvider.url, https: false }))
  app.route('/', servePages(parts, pages))
})
afterAll(() => portal.drop())

async function coordinator() {
  const signingIn = testBrowser(portal.app)
  await signingIn.signIn('asha.linden@lds.example')
  const browser = testBrowser(app)
  browser.setCookie('__Host-session', signingIn.cookie('__Host-session') ?? '')
  return browser
}

describe('the holder of a mailed link', () => {
  test('sees the one request, and no page for people', async () => {
    const browser = testBrowser(app)
    expect((await browser.get('/request')).status).toBe(404)
    await browser.submit('/requests/of-a-mail', {})
    expect((await browser.get('/request')).body).toContain(request)
    expect((await browser.get('/')).location).toContain('/sign-in')
  })

  test('is done when the request is answered: the old cookie opens nothing', async () => {
    const browser = testBrowser(app)
    await browser.submit('/requests/of-a-mail', {})
    const token = browser.cookie('__Host-link') ?? ''
    expect((await browser.submit('/request', {})).status).toBe(303)
    browser.setCookie('__Host-link', token)
    expect((await browser.get('/request')).status).toBe(404)
  })

  test('in the browser of a person leaves that person signed in', async () => {
    const browser = await coordinator()
    await browser.submit('/requests/of-a-mail', {})
    expect((await browser.get('/request')).status).toBe(200)
    expect((await browser.get('/')).body).toContain('Asha Linden')
  })

  test('cannot pass a link’s token off as a person’s session', async () => {
    const browser = testBrowser(app)
    await browser.submit('/requests/of-a-mail', {})
    const thief = testBrowser(app)
    thief.setCookie('__Host-session', browser.cookie('__Host-link') ?? '')
    expect((await thief.get('/')).status).not.toBe(200)
    const person = await coordinator()
    thief.setCookie('__Host-link', person.cookie('__Host-session') ?? '')
    expect((await thief.get('/request')).status).toBe(404)
  })
})

describe('a page that cannot be shown', () => {
  test('because a service is away says so, with a reference', async () => {
    const answer = await (await coordinator()).get('/calls')
    expect(answer.status).toBe(503)
    expect(answer.body).toContain('The service is not available')
  })

  test('because of a fault of ours gives a reference and nothing of the fault', async () => {
    const answer = await (await coordinator()).get('/breaks')
    expect(answer.status).toBe(500)
    expect(answer.body).toContain('Something went wrong')
    expect(answer.body).not.toContain('Unmistakable')
    const [reference] = /[0-9A-F]{8}(?=<\/strong>)/.exec(answer.body) ?? []
    const [, , about] = failures.at(-1) as [string, unknown, { requestId: string }]
    expect(about.requestId.slice(0, 8).toUpperCase()).toBe(reference)
  })

  test('because a rule says no says which', async () => {
    const answer = await (await coordinator()).get('/refuses')
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('The panel is not quorate for this case')
  })
})

test('a page can name the colleagues of its own area and of no other', async () => {
  const answer = await (await coordinator()).get('/people')
  expect(answer.body).toContain('Grace Okello')
  expect(answer.body).not.toContain('Callum Thorne')
})
