import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  type InboxHolder,
  type InboxId,
  type InformationRequestId,
  type RequestHolder,
  RequestId,
  type Role,
  SYSTEM_AREA,
} from '@cdop/domain'

/** The portal asking about a link nobody has opened yet. */
export function portalItself(): Actor {
  return {
    kind: 'service',
    service: 'portal',
    areaId: SYSTEM_AREA,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
}

/** The operator's command line on its own account. */
export function operatorIn(areaId: AreaId): Actor {
  return {
    kind: 'service',
    service: 'cli',
    areaId,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
}

/** Whoever opened the link of a request. */
export function linkHolder(areaId: AreaId, subject: InformationRequestId): RequestHolder {
  return {
    kind: 'link',
    opens: 'information-request',
    subject,
    areaId,
    requestId: RequestId.parse(randomUUID()),
  }
}

/** Whoever opened an inbox with its code. */
export function inboxHolder(areaId: AreaId, subject: InboxId): InboxHolder {
  return { kind: 'link', opens: 'inbox', subject, areaId, requestId: RequestId.parse(randomUUID()) }
}

/** A person of the area with these roles. */
export function personIn(areaId: AreaId, ...roles: readonly Role[]) {
  return givenPerson(roles, areaId)
}

export function newArea(): AreaId {
  return AreaId.parse(randomUUID())
}

/** A key as a form carries it. */
export function newKey(): string {
  return randomUUID()
}
