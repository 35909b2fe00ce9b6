import { randomUUID } from 'node:crypto'
import { RequestId, SYSTEM_AREA } from '@cdop/domain'
import type { Context } from 'hono'
import { html } from '../components/html.ts'
import type { PageVariables } from '../layout/secure-headers.ts'
import type { PortalParts } from '../portal-parts.ts'
import { type CookieName, dropCookie, readCookie, setCookie } from '../session/cookie.ts'
import { IDLE, openSession } from '../session/open-session.ts'
import { newToken } from '../session/token.ts'
import { portalActor, type Visitor, visitorOf } from '../session/visitor.ts'
import { csrfToken } from './csrf.ts'
import type { PageRoute } from './page-route.ts'
import type { Cookies, Visit } from './visit.ts'

export type PageContext = Context<{ Variables: PageVariables }>

function cookiesOf(c: PageContext, headers: Headers): Cookies {
  return {
    read: (name) => readCookie(c, name),
    set: (name, token) => headers.append('Set-Cookie', setCookie(name, token)),
    drop: (name) => headers.append('Set-Cookie', dropCookie(name)),
  }
}

/** A visit, the cookie its forms are bound to, and what went wrong when it was found out who came. */
export type BegunVisit = { visit: Visit; csrf: string; boundTo: string; trouble: unknown }

/** Milliseconds a session may rest on a page; null where nobody pressed anything. */
function idleOn(page: PageRoute | null): number | null {
  if (page?.quiet === true) return null
  if (page === null || page.for === 'anyone') return IDLE.reading
  if (page.for === 'draft') return IDLE.notifying
  return page.post ? IDLE.writing : IDLE.reading
}

/** Who came, and what their request may use. */
export async function beginVisit(
  parts: PortalParts,
  c: PageContext,
  page: PageRoute | null,
): Promise<BegunVisit> {
  const requestId = RequestId.parse(randomUUID())
  const headers = new Headers()
  const cookies = cookiesOf(c, headers)
  const asked: CookieName =
    page?.for === 'link' || page?.for === 'inbox' || page?.for === 'draft' ? page.for : 'person'
  const idle = idleOn(page)
  const token = cookies.read(asked)
  let visitor: Visitor = { kind: 'nobody' }
  let trouble: unknown = null
  try {
    visitor = await visitorOf(parts, token, { requestId, idle })
  } catch (thrown) {
    trouble = thrown
  }
  const session = visitor.kind === 'nobody' ? null : token
  const boundTo = session ?? cookies.read('visit') ?? newToken()
  if (session === null && cookies.read('visit') !== boundTo) cookies.set('visit', boundTo)
  const csrf = csrfToken(parts.keys, boundTo)
  const url = new URL(c.req.url)
  const visit: Visit = {
    parts,
    visitor,
    requestId,
    url,
    cookies,
    headers,
    lastEventId: c.req.header('last-event-id') ?? '',
    formFields: html`<input type="hidden" name="_csrf" value="${csrf}">
<input type="hidden" name="_key" value="${randomUUID()}">`,
    param: (name) => c.req.param(name) ?? '',
    query: (name) => url.searchParams.get(name) ?? '',
    callAsPortal: (callee, areaId = SYSTEM_AREA) =>
      parts.call(callee, { kind: 'own', actor: portalActor(areaId, requestId) }),
    async startLinkSession(subject) {
      const opened = await parts.database.withoutActor((tx) =>
        openSession(tx, parts.clock, { kind: 'link', ...subject }, cookies.read('link')),
      )
      cookies.set('link', opened)
    },
    async startInboxSession(subject) {
      const opened = await parts.database.withoutActor((tx) =>
        openSession(tx, parts.clock, { kind: 'inbox', ...subject }, cookies.read('inbox')),
      )
      cookies.set('inbox', opened)
    },
    async startDraftSession(subject) {
      const opened = await parts.database.withoutActor((tx) =>
        openSession(tx, parts.clock, { kind: 'draft', ...subject }, cookies.read('draft')),
      )
      cookies.set('draft', opened)
    },
  }
  return { visit, csrf, boundTo, trouble }
}
