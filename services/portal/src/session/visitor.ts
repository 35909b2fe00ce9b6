import type {
  AreaId,
  InboxId,
  InformationRequestId,
  NotificationDraftId,
  PersonId,
  Purpose,
  RequestId,
  Role,
  ServiceActor,
} from '@cdop/domain'
import { areaName } from '../area/area-store.ts'
import type { PortalParts } from '../portal-parts.ts'
import { areasToLookIn, type Membership, readMembership } from '../user/membership-store.ts'
import { displayNames } from '../user/user-store.ts'
import { later } from './open-session.ts'
import { keepAlive, liveSession, type Session } from './session-store.ts'
import { tokenHash } from './token.ts'

type Nobody = { kind: 'nobody' }
/** Signed in, but several areas are open to them and none is chosen. */
type ChoosingVisitor = {
  kind: 'choosing'
  personId: PersonId
  displayName: string
  areas: readonly VisitedArea[]
}
/** Somebody at work in one area, as what they are there at this moment. */
export type PersonVisitor = {
  kind: 'person'
  personId: PersonId
  displayName: string
  area: VisitedArea
  roles: readonly Role[]
  /** On this screen others can see: names of children are not shown unasked. */
  namesHidden: boolean
  /** Every area open to them, this one too. */
  areas: readonly VisitedArea[]
}
/** The holder of a mailed link, after the mailed code. */
export type LinkVisitor = { kind: 'link'; areaId: AreaId; informationRequestId: InformationRequestId }
/** Whoever reads the mailbox of an agency, after the mailed code. */
export type InboxVisitor = { kind: 'inbox'; areaId: AreaId; inboxId: InboxId }
/** Somebody in the middle of notifying a death, without an account. */
export type DraftVisitor = { kind: 'draft'; areaId: AreaId; notificationDraftId: NotificationDraftId }
export type Visitor = Nobody | ChoosingVisitor | PersonVisitor | LinkVisitor | InboxVisitor | DraftVisitor

export type VisitedArea = { areaId: AreaId; name: string }

/** An area open to a person, and what they are there. */
export type OpenArea = VisitedArea & Membership

/** Milliseconds by which a session's end must move before it is written: a page is not a write each time. */
const WORTH_WRITING = 30_000

/** The portal itself, in one area, on a person's behalf. */
export function portalActor(
  areaId: AreaId,
  requestId: RequestId,
  onBehalfOf: PersonId | null = null,
): ServiceActor {
  return { kind: 'service', service: 'portal', areaId, onBehalfOf, requestId }
}

/** The areas a person has access to now, looked up behind each area's own wall. */
export async function openAreas(
  { database }: Pick<PortalParts, 'database'>,
  personId: PersonId,
  requestId: RequestId,
): Promise<OpenArea[]> {
  const found: OpenArea[] = []
  for (const areaId of await areasToLookIn(database.sql, personId)) {
    const open = await database.transaction(portalActor(areaId, requestId, personId), async (tx) => {
      const membership = await readMembership(tx, areaId, personId)
      const name = membership === null ? null : await areaName(tx, areaId)
      return membership === null || name === null ? null : { areaId, name, ...membership }
    })
    if (open !== null) found.push(open)
  }
  return found
}

/**
 * Who a session token is, read anew on every request: roles changed or taken away since the last one count at once.
 * @param idle milliseconds the session may now rest; null where the request does not prolong it
 */
export async function visitorOf(
  parts: PortalParts,
  token: string | null,
  { requestId, idle }: { requestId: RequestId; idle: number | null },
): Promise<Visitor> {
  if (token === null) return { kind: 'nobody' }
  const { database, clock } = parts
  const at = clock.now()
  const session = await liveSession(database.sql, tokenHash(token), at)
  if (session === null) return { kind: 'nobody' }
  const visitor = await sessionVisitor(parts, session, requestId)
  if (idle === null) return visitor
  const idleUntil = later(at, idle)
  const moved = Math.abs(Date.parse(idleUntil) - Date.parse(session.idleUntil))
  if (visitor.kind !== 'nobody' && moved > WORTH_WRITING) {
    await keepAlive(database.sql, tokenHash(token), idleUntil)
  }
  return visitor
}

/** Who a session is that was named by the hash of its token. It rests on. */
export async function visitorOfSession(
  parts: PortalParts,
  hash: Buffer,
  requestId: RequestId,
): Promise<Visitor> {
  const session = await liveSession(parts.database.sql, hash, parts.clock.now())
  return session === null ? { kind: 'nobody' } : sessionVisitor(parts, session, requestId)
}

async function sessionVisitor(parts: PortalParts, session: Session, requestId: RequestId): Promise<Visitor> {
  if (session.kind === 'link') {
    const { areaId, informationRequestId } = session
    return { kind: 'link', areaId, informationRequestId }
  }
  if (session.kind === 'inbox') {
    const { areaId, inboxId } = session
    return { kind: 'inbox', areaId, inboxId }
  }
  if (session.kind === 'draft') {
    const { areaId, notificationDraftId } = session
    return { kind: 'draft', areaId, notificationDraftId }
  }
  const { personId, areaId, namesHidden } = session
  const open = await openAreas(parts, personId, requestId)
  const areas = open.map(({ areaId: id, name }) => ({ areaId: id, name }))
  const displayName = (await displayNames(parts.database.sql, [personId])).get(personId) ?? ''
  if (areaId === null) {
    return areas.length === 0 ? { kind: 'nobody' } : { kind: 'choosing', personId, displayName, areas }
  }
  const chosen = open.find((area) => area.areaId === areaId)
  if (chosen === undefined) return { kind: 'nobody' }
  const area = { areaId, name: chosen.name }
  return { kind: 'person', personId, displayName, area, roles: chosen.roles, namesHidden, areas }
}

/** Why somebody with these roles is asking. */
export function purposeOf(roles: readonly Role[]): Purpose {
  if (roles.some((role) => role !== 'analyst' && role !== 'administrator')) return 'child-death-review'
  return roles.includes('analyst') ? 'statistics' : 'administration'
}
