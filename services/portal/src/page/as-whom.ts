import { mayDo, type Person, Refusal, type RequestId } from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { endSession } from '../session/session-store.ts'
import { tokenHash } from '../session/token.ts'
import {
  type DraftVisitor,
  type InboxVisitor,
  type LinkVisitor,
  openAreas,
  type PersonVisitor,
  purposeOf,
  visitorOf,
} from '../session/visitor.ts'
import { areaPeople } from '../user/area-people.ts'
import { placesFor } from './navigation.ts'
import { ownCalls } from './own-calls.ts'
import type { PageRoute } from './page-route.ts'
import type { DraftVisit, InArea, InboxVisit, LinkVisit, PersonVisit, Visit } from './visit.ts'

/** Who a person at work is to the services, for one request. */
export function personActor({ area, personId, roles }: PersonVisitor, requestId: RequestId): Person {
  return {
    kind: 'person',
    personId,
    roles: [...roles],
    areaIds: [area.areaId],
    purpose: purposeOf(roles),
    requestId,
  }
}

/** The visit of a person at work: what they may do, and calls signed for this one request. */
export async function asPerson(
  visit: Visit,
  visitor: PersonVisitor,
  routes: readonly PageRoute[],
): Promise<PersonVisit> {
  const { parts, requestId } = visit
  const { areaId } = visitor.area
  const actor = personActor(visitor, requestId)
  const assertion = await assertActor(parts.keyring, actor)
  return {
    ...visit,
    visitor,
    actor,
    areaId,
    own: ownCalls(parts, actor),
    places: placesFor(routes, actor),
    mayDo: (permission) => mayDo(actor, permission),
    async inEachArea(role) {
      const open = await openAreas(parts, visitor.personId, requestId)
      const held = open.filter(({ roles }) => roles.includes(role))
      return Promise.all(
        held.map(async (area) => {
          const there = { ...visitor, area, roles: [role] }
          const word = await assertActor(parts.keyring, personActor(there, requestId))
          return {
            areaId: area.areaId,
            name: area.name,
            call: (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion: word }, deadline),
          } satisfies InArea
        }),
      )
    },
    people: () => parts.database.transaction(actor, (tx) => areaPeople(tx, areaId)),
    call: (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion }, deadline),
    async renewed() {
      const now = await visitorOf(parts, visit.cookies.read('person'), { requestId, idle: null })
      if (now.kind !== 'person' || now.area.areaId !== areaId) throw new Refusal('not-found')
      const word = await assertActor(parts.keyring, personActor(now, requestId))
      return (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion: word }, deadline)
    },
  }
}

/** The visit of somebody who holds a mailed link. */
export async function asLinkHolder(visit: Visit, visitor: LinkVisitor): Promise<LinkVisit> {
  const { parts, requestId, cookies } = visit
  const { areaId, informationRequestId } = visitor
  const actor = {
    kind: 'link' as const,
    opens: 'information-request' as const,
    subject: informationRequestId,
    areaId,
    requestId,
  }
  const assertion = await assertActor(parts.keyring, actor)
  return {
    ...visit,
    visitor,
    actor,
    areaId,
    call: (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion }, deadline),
    async renewed() {
      const now = await visitorOf(parts, cookies.read('link'), { requestId, idle: null })
      if (now.kind !== 'link' || now.informationRequestId !== informationRequestId)
        throw new Refusal('not-found')
      const word = await assertActor(parts.keyring, actor)
      return (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion: word }, deadline)
    },
    async endLinkSession() {
      const token = cookies.read('link')
      if (token !== null) await endSession(parts.database.sql, tokenHash(token))
      cookies.drop('link')
    },
  }
}

/** The visit of whoever has opened the inbox of a mailbox. */
export async function asInboxHolder(visit: Visit, visitor: InboxVisitor): Promise<InboxVisit> {
  const { parts, requestId, cookies } = visit
  const { areaId, inboxId } = visitor
  const actor = { kind: 'link' as const, opens: 'inbox' as const, subject: inboxId, areaId, requestId }
  const assertion = await assertActor(parts.keyring, actor)
  return {
    ...visit,
    visitor,
    actor,
    areaId,
    call: (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion }, deadline),
    async endInboxSession() {
      for (const name of ['inbox', 'link'] as const) {
        const token = cookies.read(name)
        if (token !== null) await endSession(parts.database.sql, tokenHash(token))
        cookies.drop(name)
      }
    },
  }
}

/** The visit of somebody who notifies a death without an account. */
export async function asDraftHolder(visit: Visit, visitor: DraftVisitor): Promise<DraftVisit> {
  const { parts, requestId, cookies } = visit
  const { areaId, notificationDraftId } = visitor
  const actor = {
    kind: 'link' as const,
    opens: 'notification-draft' as const,
    subject: notificationDraftId,
    areaId,
    requestId,
  }
  const assertion = await assertActor(parts.keyring, actor)
  return {
    ...visit,
    visitor,
    actor,
    areaId,
    call: (callee, deadline) => parts.call(callee, { kind: 'assertion', assertion }, deadline),
    async endDraftSession() {
      const token = cookies.read('draft')
      if (token !== null) await endSession(parts.database.sql, tokenHash(token))
      cookies.drop('draft')
    },
  }
}
