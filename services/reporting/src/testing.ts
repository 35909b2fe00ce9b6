import { randomBytes, randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  CaseId,
  caseReference,
  EventEnvelope,
  eventPayloads,
  Instant,
  type ReleaseId,
  RequestId,
  type Role,
  type ServiceActor,
  type ServiceName,
} from '@cdop/domain'
import { type GivenService, givenService } from '@cdop/service/testing'
import type { z } from 'zod'
import { router } from './api.ts'
import { migrations } from './app.ts'
import { callerOf } from './rpc.ts'

const Accepted = eventPayloads['notification.accepted.v1']
const Agreed = eventPayloads['analysis.agreed.v1']

/** Reporting over a database of its own, at 1 June 2025 unless the test says otherwise. */
export async function givenReporting(
  options: Parameters<typeof givenService>[2] = {},
): Promise<GivenService> {
  const given = await givenService('reporting', migrations, options)
  if (options.clock === undefined) given.clock.set('2025-06-01T10:00:00.000Z')
  return given
}

/** The procedures as a person with these roles in the area uses them. */
export function asPerson(given: GivenService, areaId: AreaId, roles: readonly Role[] = ['analyst']) {
  return callOn(given, givenPerson(roles, areaId), 'portal')
}

/** Signs a release as somebody else than who built it. */
export async function signedBySomebody(given: GivenService, areaId: AreaId, releaseId: ReleaseId) {
  const publisher = asPerson(given, areaId, ['publisher'])
  const { hash } = await publisher.release.read({ areaId, releaseId })
  await publisher.release.sign({ areaId, releaseId, hash, key: randomUUID() })
}

/** The procedures as the operator's command line uses them. */
export function asOperator(given: GivenService, areaId: AreaId) {
  return callOn(given, { ...serviceActor('intake', areaId), service: 'cli' }, 'cli')
}

function callOn(given: GivenService, actor: Actor, caller: 'portal' | 'cli' | ServiceName) {
  return callerOf(router)({ actor, caller, assertion: null, parts: given.parts })
}

/** A publisher as it delivers. */
export function serviceActor(service: ServiceName, areaId: AreaId): ServiceActor {
  return { kind: 'service', service, areaId, onBehalfOf: null, requestId: RequestId.parse(randomUUID()) }
}

/** Brings reporting these events through its own procedure, fifty at a time. */
export async function hear(
  given: GivenService,
  publisher: ServiceName,
  events: readonly EventEnvelope[],
): Promise<void> {
  for (let from = 0; from < events.length; from += 50) {
    const batch = events.slice(from, from + 50)
    const [first] = batch
    if (first === undefined) return
    const caller = callOn(given, serviceActor(publisher, first.areaId), publisher)
    await caller.event.receive({ publisher, events: batch })
  }
}

export function newArea(): AreaId {
  return AreaId.parse(randomUUID())
}

export function newCase(): CaseId {
  return CaseId.parse(randomUUID())
}

/** What intake says of an accepted notification. */
export function accepted(
  caseId: CaseId,
  changes: Partial<z.input<typeof Accepted>> = {},
): z.output<typeof Accepted> {
  return Accepted.parse({
    caseId,
    caseReference: caseReference('HW', 2024, randomBytes(6)),
    notificationId: randomUUID(),
    receivedOn: '2024-01-10',
    diedOn: '2024-01-09',
    ageBand: '0-27d',
    sex: 'female',
    ethnicCategory: 'A',
    placeOfDeath: 'neonatal-unit',
    expectedness: 'unexpected',
    localAuthority: 'E06000019',
    jarTriggers: [],
    formVersion: '2026-04-01',
    completeness: { 'child-sex': 'answered' },
    ...changes,
  })
}

/** What factor-analysis says of an agreed analysis. */
export function agreed(
  caseId: CaseId,
  changes: Partial<z.input<typeof Agreed>> = {},
): z.output<typeof Agreed> {
  return Agreed.parse({
    caseId,
    panelMeetingId: randomUUID(),
    reviewedOn: '2024-02-20',
    analysisVersion: 2,
    categories: [8],
    primaryCategory: 8,
    modifiability: 'no-modifiable-factors',
    factors: [],
    ...changes,
  })
}

/** An event as it travels. */
export function envelope(
  areaId: AreaId,
  event: Readonly<{
    type: EventEnvelope['type']
    subject: string
    payload: unknown
    version?: number
    recordedAt?: string
  }>,
): EventEnvelope {
  return EventEnvelope.parse({
    id: randomUUID(),
    areaId,
    version: 1,
    requestId: randomUUID(),
    ...event,
    recordedAt: Instant.parse(event.recordedAt ?? '2024-02-21T09:00:00.000Z'),
  })
}
