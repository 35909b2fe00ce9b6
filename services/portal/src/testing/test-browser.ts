import type { Hono } from 'hono'
import { PORTAL_URL } from './given-portal.ts'

/** What came back, without following it. */
type Answer = {
  status: number
  headers: Headers
  body: string
  /** Where a redirect leads, in full; empty when it is none. */
  location: string
  /** The hidden fields a form of this page begins with. */
  hidden: { _csrf: string; _key: string }
}

/** A browser as far as HTTP goes: cookies per origin, forms, no script. The portal is called without a socket. */
export type TestBrowser = {
  jar: Map<string, Map<string, string>>
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  post(
    url: string,
    fields: Readonly<Record<string, string>> | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
  /** Opens a page and posts the form on it with a file, or the same one under several names. */
  upload(
    url: string,
    file: Uint8Array | string,
    fields?: Readonly<Record<string, string>>,
    name?: string | readonly string[],
  ): Promise<Answer>
  /** Follows redirects of GETs to their end. */
  follow(answer: Answer): Promise<Answer>
  /** Opens a page and posts the form on it, as a person does. */
  submit(url: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  /** From the sign-in page through the identity provider and back. */
  signIn(email: string, from?: string): Promise<Answer>
  cookie(name: string): string | undefined
  setCookie(name: string, value: string): void
}

const hiddenField = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

export function testBrowser(app: Hono): TestBrowser {
  const jar = new Map<string, Map<string, string>>()
  const cookiesOf = (origin: string) => {
    const found = jar.get(origin) ?? new Map<string, string>()
    jar.set(origin, found)
    return found
  }

  async function send(url: string, init: RequestInit & { headers: Headers }): Promise<Answer> {
    const target = new URL(url, PORTAL_URL)
    // A browser keeps to itself which part of the page it was led to.
    target.hash = ''
    const cookies = cookiesOf(target.origin)
    init.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const request = new Request(target, { ...init, redirect: 'manual' })
    const response = target.origin === PORTAL_URL ? await app.request(request) : await fetch(request)
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await response.text()
    const location = response.headers.get('location')
    return {
      status: response.status,
      headers: response.headers,
      body,
      location: location === null ? '' : new URL(location, target).href,
      hidden: { _csrf: hiddenField(body, '_csrf'), _key: hiddenField(body, '_key') },
    }
  }

  const browser: TestBrowser = {
    jar,
    get: (url, headers = {}) => send(url, { headers: new Headers(headers) }),
    post(url, fields, headers = {}) {
      const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return send(url, { method: 'POST', body, headers: new Headers({ ...type, ...headers }) })
    },
    async follow(answer) {
      let here = answer
      for (let turns = 0; here.location !== '' && turns < 10; turns += 1)
        here = await browser.get(here.location)
      return here
    },
    async submit(url, fields) {
      const { hidden } = await browser.get(url)
      return browser.post(url, { ...hidden, ...fields })
    },
    async upload(url, file, fields = {}, name = 'chosen.csv') {
      const { hidden } = await browser.get(url)
      const body = new FormData()
      for (const [name, value] of Object.entries({ ...hidden, ...fields })) body.append(name, value)
      for (const one of [name].flat()) {
        body.append('_file', new Blob([new Uint8Array(Buffer.from(file))]), one)
      }
      return send(url, { method: 'POST', body, headers: new Headers() })
    },
    async signIn(email, from = '/sign-in') {
      const page = await browser.get(from)
      const next = hiddenField(page.body, 'next')
      const leaving = await browser.post('/sign-in', { ...page.hidden, next })
      const asked = await browser.get(leaving.location)
      const chosen = await browser.post(asked.location, { person: email })
      if (chosen.status === 422)
        throw new Error(`${email} is nobody of the demonstration: sign in by address`)
      return browser.follow(chosen)
    },
    cookie: (name) => cookiesOf(PORTAL_URL).get(name),
    setCookie: (name, value) => cookiesOf(PORTAL_URL).set(name, value),
  }
  return browser
}
