import { z } from 'zod'
import { AreaId, InformationRequestId, NotifyingOrganisationId, PersonId, RequestId } from '../id/id.ts'
import { OrganisationDoor } from '../notification/organisation-door.ts'
import { Refusal } from '../refusal/refusal.ts'
import { CallerName } from '../service/service.ts'
import { Purpose } from './purpose.ts'
import { Role } from './role.ts'

/**
 * Who is asking. A person acts in the areas where the roles were granted; the holder of a mailed link acts on one
 * request and nothing else; an organisation's system notifies one area through the door its token is for; a service
 * acts in exactly one area, for an event or a job.
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
  z.strictObject({
    kind: z.literal('link'),
    subject: InformationRequestId,
    areaId: AreaId,
    requestId: RequestId,
  }),
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
export type Organisation = Extract<Actor, { kind: 'organisation' }>
export type ServiceActor = Extract<Actor, { kind: 'service' }>

export function areasOf(actor: Actor): readonly AreaId[] {
  return actor.kind === 'person' ? actor.areaIds : [actor.areaId]
}

/** @throws Refusal `not-found` when the actor has nothing to do with the area: it might as well not exist */
export function requireArea(actor: Actor, areaId: AreaId): void {
  if (!areasOf(actor).includes(areaId)) throw new Refusal('not-found')
}

/** The one subject a link holder's or an organisation's transaction may see; null for everybody else. */
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
