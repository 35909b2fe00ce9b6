import { mayDo, Refusal } from '@cdop/domain'
import { Hono } from 'hono'
import type { Html } from '../components/html.ts'
import { page } from '../layout/page.ts'
import type { PageVariables } from '../layout/secure-headers.ts'
import type { PortalParts } from '../portal-parts.ts'
import { asDraftHolder, asInboxHolder, asLinkHolder, asPerson } from './as-whom.ts'
import { type BegunVisit, beginVisit, type PageContext } from './begin-visit.ts'
import { csrfHolds, fromElsewhere } from './csrf.ts'
import { deadEnd, FormNotOurs, statusOf } from './dead-end.ts'
import { followRequest } from './follow-request.ts'
import { frameOf } from './frame.ts'
import type { PageRoute } from './page-route.ts'
import type { Destination } from './place.ts'
import type { PostedForm } from './posted-form.ts'
import { isUnavailable, refusalIn } from './refusal-in.ts'
import { postedForm } from './request-body.ts'
import { type Again, type Away, Elsewhere, GoTo, Problems, type Shown } from './screen.ts'
import { streamedForm } from './streamed-form.ts'
import type { PersonVisit, Visit } from './visit.ts'

/** A page whose visitor is known: what it shows and what it takes. */
type Opened = {
  places: readonly Destination[]
  show(again: Again | null): Promise<Shown>
  post: ((form: PostedForm) => Promise<GoTo | Problems | Response>) | null
}

/** All pages of the portal on one app, and the one 404 for everything else. */
export function servePages(
  parts: PortalParts,
  routes: readonly PageRoute[],
): Hono<{ Variables: PageVariables }> {
  const app = new Hono<{ Variables: PageVariables }>()
  for (const route of routes) {
    app.get(route.path, (c) => answer(parts, routes, route, c))
    app.post(route.path, (c) => answer(parts, routes, route, c))
  }
  app.all('*', (c) => answer(parts, routes, null, c))
  return app
}

async function answer(
  parts: PortalParts,
  routes: readonly PageRoute[],
  route: PageRoute | null,
  c: PageContext,
): Promise<Response> {
  const started = performance.now()
  const begun = await beginVisit(parts, c, route)
  const { visit } = begun
  const person = visit.visitor.kind === 'person' ? await asPerson(visit, visit.visitor, routes) : null
  let response: Response
  try {
    if (begun.trouble !== null) throw begun.trouble
    if (route === null) throw new Refusal('not-found')
    response = await turn(begun, route, person, c).catch(async (thrown: unknown) => {
      if (thrown instanceof Elsewhere) return shownAs(begun, c, [], new GoTo(thrown.path), 200)
      if (await followRequest(visit, thrown)) return askedAgain(visit)
      if (refusalIn(thrown)?.code === 'statement-not-signed')
        return shownAs(begun, c, [], inductionOf(visit), 200)
      const listed = refusalIn(thrown)?.code === 'pack-not-open' ? listedCaseOf(visit) : null
      if (listed !== null) return shownAs(begun, c, [], listed, 200)
      throw thrown
    })
  } catch (thrown) {
    const frame = frameOf(begun, c.get('nonce'), person?.places ?? [])
    const away = isUnavailable(thrown) ? await whatToSay(visit, route) : null
    const end = deadEnd(thrown, frame, visit.requestId, { retry: visit.url.pathname, away })
    if (end.fault) parts.log.failure('page failed', thrown, { requestId: visit.requestId })
    response = written(visit.headers, end.body, end.status)
  }
  parts.log.note('page', {
    requestId: visit.requestId,
    route: route?.path ?? 'none',
    status: response.status,
    milliseconds: Math.round(performance.now() - started),
  })
  return response
}

/** What a page itself says when a service does not answer; null where it has no words, or not even those come. */
async function whatToSay(visit: Visit, route: PageRoute | null): Promise<Away | null> {
  try {
    return (await route?.whenAway?.(visit)) ?? null
  } catch {
    return null
  }
}

/** One GET or POST of a page that exists. */
async function turn(
  begun: BegunVisit,
  route: PageRoute,
  person: PersonVisit | null,
  c: PageContext,
): Promise<Response> {
  const posting = c.req.method === 'POST'
  if (posting && fromElsewhere(c.req.header('sec-fetch-site'))) throw new FormNotOurs()
  const opened = await open(begun.visit, route, person, posting)
  if (opened instanceof GoTo) return shownAs(begun, c, [], opened, 200)
  if (!posting) return shownAs(begun, c, opened.places, await opened.show(null), 200)
  if (opened.post === null) throw new Refusal('not-found')
  const form = route.streamsFile
    ? await streamedForm(c.req.raw, { several: route.streamsFile === 'several' })
    : await postedForm(c.req.raw, route.largestFile ?? null)
  try {
    return await took(begun, opened, form, c)
  } finally {
    await form.upload?.readAway().catch(() => undefined)
  }
}

/** One form of a page that takes one. */
async function took(begun: BegunVisit, opened: Opened, form: PostedForm, c: PageContext): Promise<Response> {
  if (opened.post === null) throw new Refusal('not-found')
  if (!csrfHolds(begun.visit.parts.keys, begun.boundTo, form.text('_csrf'))) throw new FormNotOurs()
  try {
    const posted = await opened.post(form)
    if (!(posted instanceof Problems)) return shownAs(begun, c, opened.places, posted, 200)
    const again = { form, errors: posted.errors, refusal: null }
    const status = posted.errors.length === 0 ? 200 : 422
    return shownAs(begun, c, opened.places, await opened.show(again), status, again)
  } catch (thrown) {
    const refusal = refusalIn(thrown)
    if (refusal === null || refusal.kind === 'not-found' || refusal.kind === 'forbidden') throw thrown
    if (refusal.code === 'request-moved' || refusal.code === 'statement-not-signed') throw thrown
    const again = { form, errors: [{ text: refusal.says }], refusal }
    return shownAs(begun, c, opened.places, await opened.show(again), statusOf[refusal.kind], again)
  }
}

/** Where somebody is told that no notification is open in this browser. */
function closedPath(areaCode: string): string {
  return `/notify/${encodeURIComponent(areaCode)}/closed`
}

/** Who may come in, and as whom. */
async function open(
  visit: Visit,
  route: PageRoute,
  person: PersonVisit | null,
  posting: boolean,
): Promise<Opened | GoTo> {
  const { visitor } = visit
  const places = person?.places ?? []
  switch (route.for) {
    case 'anyone':
      return {
        places,
        show: async (again) => route.show(visit, again),
        post: route.post ? async (form) => route.post?.(visit, form) ?? new GoTo('/') : null,
      }
    case 'link': {
      if (visitor.kind !== 'link') throw new Refusal('not-found')
      const holder = await asLinkHolder(visit, visitor)
      return {
        places: [],
        show: async (again) => route.show(holder, again),
        post: route.post ? async (form) => route.post?.(holder, form) ?? new GoTo('/') : null,
      }
    }
    case 'inbox': {
      if (visitor.kind !== 'inbox') throw new Refusal('not-found')
      const holder = await asInboxHolder(visit, visitor)
      return {
        places: [],
        show: async (again) => route.show(holder, again),
        post: route.post ? async (form) => route.post?.(holder, form) ?? new GoTo('/') : null,
      }
    }
    case 'draft': {
      if (visitor.kind !== 'draft') return new GoTo(closedPath(visit.param('area')))
      const holder = await asDraftHolder(visit, visitor)
      return {
        places: [],
        show: async (again) => route.show(holder, again),
        post: route.post ? async (form) => route.post?.(holder, form) ?? new GoTo('/') : null,
      }
    }
    case 'person': {
      if (visitor.kind === 'choosing') return new GoTo('/areas')
      if (person === null) {
        if (posting) throw new FormNotOurs()
        return new GoTo(`/sign-in?${new URLSearchParams({ next: visit.url.pathname + visit.url.search })}`)
      }
      if (route.permission !== null && !mayDo(person.actor, route.permission)) throw new Refusal('forbidden')
      return {
        places,
        show: async (again) => route.show(person, again),
        post: route.post ? async (form) => route.post?.(person, form) ?? new GoTo('/') : null,
      }
    }
  }
}

function shownAs(
  begun: BegunVisit,
  c: PageContext,
  places: readonly Destination[],
  shown: Shown,
  status: number,
  again: Again | null = null,
): Response {
  const { headers } = begun.visit
  if (shown instanceof GoTo) {
    headers.set('Location', shown.path)
    return new Response(null, { status: 303, headers })
  }
  if (shown instanceof Response) {
    for (const [name, value] of headers) shown.headers.append(name, value)
    return shown
  }
  const frame = frameOf(begun, c.get('nonce'), places)
  return written(headers, page({ ...frame, ...shown, error: again?.errors }), status)
}

/** Where somebody of the panel reads and signs what they are asked to before they read cases, and then comes back. */
function inductionOf({ url }: Visit): GoTo {
  return new GoTo(`/panel-induction?${new URLSearchParams({ next: url.pathname })}`)
}

/** What an agenda names of a case the panel does not read, for a page behind that case; null for any other page. */
function listedCaseOf({ url }: Visit): GoTo | null {
  const path = /^(\/panel-meetings\/[^/]+\/cases\/[^/]+)\/./.exec(url.pathname)?.[1]
  return path === undefined ? null : new GoTo(path)
}

/** The same request once more, with what was posted. */
function askedAgain({ headers, url }: Visit): Response {
  headers.set('Location', url.pathname + url.search)
  return new Response(null, { status: 307, headers })
}

function written(headers: Headers, body: Html, status: number): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(String(body), { status, headers })
}
