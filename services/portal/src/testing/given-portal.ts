import { randomUUID } from 'node:crypto'
import { Area, AreaId, type PersonId, RequestId, type ServiceActor } from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { type GivenService, givenService, testKeyrings } from '@cdop/service/testing'
import type { Hono } from 'hono'
import { router } from '../api.ts'
import { createApp, demonstrationPeople, migrations } from '../app.ts'
import { portalRooms } from '../live/portal-rooms.ts'
import type { PortalParts } from '../portal-parts.ts'
import { callerOf } from '../rpc.ts'
import { openIdProvider } from '../sign-in/identity-provider.ts'
import { startLocalIdentityProvider } from '../sign-in/local-identity-provider.ts'
import { type BelowRouters, servicesBelow } from './services-below.ts'

export const PORTAL_URL = 'http://localhost:3000'
export const DOCUMENTS_URL = 'http://localhost:3002'

export const leeds = AreaId.parse('0190a000-0000-7000-8000-000000000001')
export const wakefield = AreaId.parse('0190a000-0000-7000-8000-000000000002')
const areaIds: Readonly<Record<string, AreaId>> = { LDS: leeds, WYB: wakefield }

/** A portal over a database of its own, with a real identity provider on loopback. */
export type GivenPortal = GivenService & {
  parts: PortalParts
  app: Hono
  /** Every demonstration person's id, by address. */
  people: ReadonlyMap<string, PersonId>
}

/** The operator's command line, in one area. */
export function operator(areaId: AreaId): ServiceActor {
  return {
    kind: 'service',
    service: 'cli',
    areaId,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
}

export function givenArea(areaId: AreaId, code: string, name: string): Area {
  const held = { from: '2019-09-29', until: null }
  return Area.parse({
    areaId,
    code,
    name,
    authorities: [{ code: 'E08000035', name, ...held }],
    partners: [{ name: `${name} City Council`, ...held }],
    controllers: [{ name: `${name} City Council`, ...held }],
  })
}

export function ownCallsAs(parts: PortalParts, actor: ServiceActor) {
  return callerOf(router)({ actor, caller: 'cli', assertion: null, parts })
}

/** Two areas, everybody who can sign in to a demonstration, nobody else, and the services the pages call. */
export async function givenPortal(
  below: BelowRouters = {},
  options: { issuer?: string; publicUrl?: string } = {},
): Promise<GivenPortal> {
  const publicUrl = options.publicUrl ?? PORTAL_URL
  const provider = await startLocalIdentityProvider({
    deployment: 'demonstration',
    port: 0,
    issuer: null,
    clientId: 'cdop-portal',
    clientSecret: 'of-this-test-alone',
    portalUrl: publicUrl,
    people: demonstrationPeople,
  })
  const rings = await testKeyrings()
  const given = await givenService('portal', migrations, { rings, ...servicesBelow(rings, below) })
  const log = { note: () => {}, failure: () => {} }
  const parts: PortalParts = {
    ...given.parts,
    publicUrl,
    documentsUrl: DOCUMENTS_URL,
    identityProvider: openIdProvider({
      issuer: options.issuer ?? provider.issuer,
      clientId: 'cdop-portal',
      clientSecret: 'of-this-test-alone',
      callback: `${publicUrl}/sign-in/callback`,
    }),
    mail: keptMail(),
    log,
    live: portalRooms(given.parts, log, { decideEvery: 150 }),
  }
  const people = await invited(parts)
  return {
    ...given,
    parts,
    app: createApp(parts),
    people,
    async drop() {
      parts.live.rooms.stop()
      await provider.stop()
      await given.drop()
    },
  }
}

async function invited(parts: PortalParts): Promise<ReadonlyMap<string, PersonId>> {
  for (const [areaId, code, name] of [
    [leeds, 'LDS', 'Leeds'] as const,
    [wakefield, 'WYB', 'Wakefield'] as const,
  ]) {
    const area = givenArea(areaId, code, name)
    await ownCallsAs(parts, operator(areaId)).area.define({ area, key: `area-${code}` })
  }
  const people = new Map<string, PersonId>()
  for (const { email, displayName, roles, agency, areaCode } of demonstrationPeople) {
    const areaId = areaIds[areaCode] ?? leeds
    const { personId } = await ownCallsAs(parts, operator(areaId)).user.invite({
      areaId,
      email,
      displayName,
      roles: [...roles],
      ...(agency !== undefined && { agency }),
      key: `person-${email}`,
    })
    people.set(email, personId)
  }
  return people
}
