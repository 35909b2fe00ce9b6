import { randomUUID } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import { leavingName, mediaTypeOf, type Person, RequestId } from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { type Context, Hono } from 'hono'
import { personActor } from '../page/as-whom.ts'
import { refusalIn } from '../page/refusal-in.ts'
import type { PortalParts } from '../portal-parts.ts'
import { visitorOfSession } from '../session/visitor.ts'
import { takeTicket } from './ticket-store.ts'

/** Milliseconds one chunk may take. */
const DEADLINE = 15_000

/** What every answer of this origin says: it is a file, or nothing, and never a page that could do anything. */
const headers = {
  'Content-Security-Policy':
    "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const

/**
 * The origin documents are opened from, on a port of its own: a one-use ticket opens one document as a file. It knows no
 * cookie; whatever is wrong is the one 404.
 */
export function documentsApp(parts: PortalParts): Hono {
  const app = new Hono()
  app.use('*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    if (parts.documentsUrl.startsWith('https:')) {
      c.res.headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    }
  })
  app.get('/:ticket{[\\w-]{43}}', (c) =>
    // Whoever only asks whether a file is there uses up no ticket, and has opened nothing.
    c.req.method === 'GET' ? answer(parts, c, c.req.param('ticket')) : c.notFound(),
  )
  app.notFound((c) => c.text('Page not found', 404))
  app.onError((_thrown, c) => c.text('Something went wrong', 500))
  return app
}

async function answer(parts: PortalParts, c: Context, token: string): Promise<Response> {
  const requestId = RequestId.parse(randomUUID())
  let status = 200
  try {
    const response = await fileFor(parts, token, requestId)
    status = response?.status ?? 404
    return response ?? c.text('Page not found', 404)
  } catch (thrown) {
    const refused = refusalIn(thrown) !== null
    status = refused ? 404 : 503
    if (!refused) parts.log.failure('document failed', thrown, { requestId })
    return refused
      ? c.text('Page not found', 404)
      : c.text('The document cannot be opened now. Go back and try again in a few minutes.', 503)
  } finally {
    parts.log.note('document', { requestId, status })
  }
}

/** The document a ticket opens, for whoever the session is now; null where there is none. */
async function fileFor(parts: PortalParts, token: string, requestId: RequestId): Promise<Response | null> {
  const ticket = await takeTicket(parts.database.sql, token, parts.clock.now())
  if (ticket === null) return null
  const { areaId, caseId, documentId } = ticket
  const reader = async (): Promise<Person | null> => {
    const visitor = await visitorOfSession(parts, ticket.sessionHash, requestId)
    if (visitor.kind !== 'person' || visitor.area.areaId !== areaId) return null
    return personActor(visitor, requestId)
  }
  const actor = await reader()
  if (actor === null) return null
  const asked = { areaId, caseId, documentId }
  const { opening, chunks, ...opened } = await (await documentsOf(parts, actor)).open.mutate(asked)
  const content = chunksOf(chunks, async (at) => {
    // Asked and signed anew for each: a slow line outlasts a session, a role and the word of a minute.
    const now = await reader()
    if (now === null) throw new Error('whoever opened the document has gone')
    const { bytes } = await (await documentsOf(parts, now)).read.query({ ...asked, at, opening })
    return new Uint8Array(Buffer.from(bytes, 'base64'))
  })
  return new Response(content, {
    headers: {
      'Content-Type': mediaTypeOf[opened.kind],
      'Content-Length': String(opened.bytes),
      'Content-Disposition': `attachment; filename="${leavingName(opened.reference, opened.number, opened.kind)}"`,
    },
  })
}

async function documentsOf({ call, keyring }: PortalParts, actor: Person) {
  const assertion = await assertActor(keyring, actor)
  return call<CaseReviewRouter>('case-review', { kind: 'assertion', assertion }, DEADLINE).document
}

/** Chunks one after the other, each fetched when the one before has left. */
function chunksOf(count: number, chunkAt: (at: number) => Promise<Uint8Array>): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at === count) return controller.close()
        controller.enqueue(await chunkAt(at))
        at += 1
      },
    },
    { highWaterMark: 0 },
  )
}
