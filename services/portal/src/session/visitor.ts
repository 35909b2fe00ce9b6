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
import { guestMembership } from '../guest-seat/guest-membership.ts'
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

export type VisitedArea = {
  areaId: AreaId
  name: string
  /** They have a seat at a meeting there, and are nothing else to it. */
  guest: boolean
}

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

/**
 * The areas a person has access to now, looked up behind each area's own wall. In each they are what they were granted there,
 * or else a guest of its meetings: what they are in one area they are not in another.
 */
export async function openAreas(
  { database, clock }: Pick<PortalParts, 'database' | 'clock'>,
  personId: PersonId,
  requestId: RequestId,
): Promise<OpenArea[]> {
  const found: OpenArea[] = []
  const itselfIn = (areaId: AreaId) => portalActor(areaId, requestId, personId)
  for (const areaId of await areasToLookIn(database.sql, personId)) {
    const { own, name } = await database.transaction(itselfIn(areaId), async (tx) => ({
      own: await readMembership(tx, areaId, personId),
      name: await areaName(tx, areaId),
    }))
    if (name === null) continue
    const asked = { areaId, personId, today: clock.today() }
    const membership = own ?? (await guestMembership(database, asked, itselfIn))
    if (membership !== null) found.push({ areaId, name, guest: own === null, ...membership })
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
  const areas = open.map(({ areaId: id, name, guest }) => ({ areaId: id, name, guest }))
  const displayName = (await displayNames(parts.database.sql, [personId])).get(personId) ?? ''
  if (areaId === null) {
    return areas.length === 0 ? { kind: 'nobody' } : { kind: 'choosing', personId, displayName, areas }
  }
  const chosen = open.find((area) => area.areaId === areaId)
  if (chosen === undefined) return { kind: 'nobody' }
  const area = { areaId, name: chosen.name, guest: chosen.guest }
  return { kind: 'person', personId, displayName, area, roles: chosen.roles, namesHidden, areas }
}

/** Why somebody with these roles is asking. */
export function purposeOf(roles: readonly Role[]): Purpose {
  const ofFigures = (role: Role) => role === 'analyst' || role === 'publisher'
  if (roles.some((role) => !ofFigures(role) && role !== 'administrator')) return 'child-death-review'
  return roles.some(ofFigures) ? 'statistics' : 'administration'
}
