import { z } from 'zod'
import {
  AreaId,
  InboxId,
  InformationRequestId,
  NotificationDraftId,
  NotifyingOrganisationId,
  PersonId,
  RequestId,
} from '../id/id.ts'
import { OrganisationDoor } from '../notification/organisation-door.ts'
import { Refusal } from '../refusal/refusal.ts'
import { CallerName } from '../service/service.ts'
import { Purpose } from './purpose.ts'
import { Role } from './role.ts'

const ofLink = { kind: z.literal('link'), areaId: AreaId, requestId: RequestId }

/**
 * Who is asking. A person acts in the areas where the roles were granted; somebody without an account acts on the one
 * subject their link opens (a request mailed to an agency, the inbox of its mailbox, a notification begun on the public page) and on nothing
 * else; an organisation's system notifies one area through the door its token is for; a service acts in exactly one
 * area, for an event or a job.
 */
export const Actor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    personId: PersonId,
    roles: z.array(Role).min(1),
    areaIds: z.array(AreaId).min(1),
    purpose: Purpose,
    requestId: RequestId,
  }),
  z.discriminatedUnion('opens', [
    z.strictObject({ ...ofLink, opens: z.literal('information-request'), subject: InformationRequestId }),
    z.strictObject({ ...ofLink, opens: z.literal('inbox'), subject: InboxId }),
    z.strictObject({ ...ofLink, opens: z.literal('notification-draft'), subject: NotificationDraftId }),
  ]),
  z.strictObject({
    kind: z.literal('organisation'),
    organisationId: NotifyingOrganisationId,
    door: OrganisationDoor,
    areaId: AreaId,
    requestId: RequestId,
  }),
  z.strictObject({
    kind: z.literal('service'),
    service: CallerName,
    areaId: AreaId,
    onBehalfOf: PersonId.nullable(),
    requestId: RequestId,
  }),
])
export type Actor = z.infer<typeof Actor>
export type Person = Extract<Actor, { kind: 'person' }>
export type LinkHolder = Extract<Actor, { kind: 'link' }>
/** The reporter of an agency that was asked. */
export type RequestHolder = Extract<LinkHolder, { opens: 'information-request' }>
/** Whoever reads the mailbox of an agency that was asked. */
export type InboxHolder = Extract<LinkHolder, { opens: 'inbox' }>
/** Somebody who notifies a death without an account. */
export type DraftHolder = Extract<LinkHolder, { opens: 'notification-draft' }>
export type Organisation = Extract<Actor, { kind: 'organisation' }>
export type ServiceActor = Extract<Actor, { kind: 'service' }>

export function areasOf(actor: Actor): readonly AreaId[] {
  return actor.kind === 'person' ? actor.areaIds : [actor.areaId]
}

/** @throws Refusal `not-found` when the actor has nothing to do with the area: it might as well not exist */
export function requireArea(actor: Actor, areaId: AreaId): void {
  if (!areasOf(actor).includes(areaId)) throw new Refusal('not-found')
}

/** The one subject the transaction of a link holder or an organisation may see; null for everybody else. */
export function subjectOf(actor: Actor): string | null {
  switch (actor.kind) {
    case 'link':
      return actor.subject
    case 'organisation':
      return actor.organisationId
    case 'person':
    case 'service':
      return null
  }
}

/** A stable name for the actor in idempotency keys and audit entries: never a person's name. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.personId}`
    case 'link':
      return `link:${actor.subject}`
    case 'organisation':
      return `organisation:${actor.organisationId}`
    case 'service':
      return `service:${actor.service}`
  }
}
