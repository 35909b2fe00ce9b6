import { randomUUID } from 'node:crypto'
import { type Actor, AreaId, CallerName, PersonId, Refusal, RequestId, type ServiceName } from '@cdop/domain'
import type { Hono } from 'hono'
import { z } from 'zod'
import { type Keyring, keyring, newSigningKey } from './keyring.ts'
import { procedures } from './procedure.ts'
import { type CallReport, rpcDoor } from './serve-rpc.ts'
import { assertActor, assertersIn } from './token.ts'

/** One keyring for every caller; `strangers` name themselves with keys nobody trusts. */
export async function givenRings(): Promise<{ ringOf(caller: CallerName): Keyring; stranger: Keyring }> {
  const pairs = await Promise.all(
    CallerName.options.map(async (caller) => ({ caller, ...(await newSigningKey()) })),
  )
  const trusted = Object.fromEntries(pairs.map((pair) => [pair.caller, pair.publicKey]))
  const rings = new Map<CallerName, Keyring>()
  for (const pair of pairs) rings.set(pair.caller, await keyring(pair.caller, pair.privateKey, trusted))
  const { privateKey } = await newSigningKey()
  return {
    ringOf(caller) {
      const ring = rings.get(caller)
      if (ring === undefined) throw new Error('no such caller')
      return ring
    },
    stranger: await keyring('portal', privateKey, trusted),
  }
}

export const secret = 'Aurelia 9990000018'
const { router, requires } = procedures<object>()
const Nested = z.strictObject({ surname: z.string().max(50), born: z.iso.date().optional() })

/** Procedures that end in every way a procedure can. */
export const endings = router({
  case: router({
    open: requires('case:read')
      .input(z.strictObject({ caseId: z.string() }))
      .output(z.strictObject({ personId: z.string().nullable(), caller: z.string() }))
      .query(({ ctx }) => ({
        personId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
        caller: ctx.caller,
      })),
    hidden: requires('case:read')
      .input(z.strictObject({ caseId: z.string() }))
      .output(z.void())
      .query(() => {
        throw new Refusal('not-found')
      }),
    wrong: requires('case:read')
      .input(z.void())
      .output(z.void())
      .mutation(() => {
        throw new Refusal('dates-out-of-order', ['diedOn', 'bornOn'])
      }),
    breaks: requires('case:read')
      .input(z.void())
      .output(z.void())
      .mutation(() => {
        throw new TypeError(`cannot read ${secret}`)
      }),
    leaks: requires('case:read')
      .input(z.void())
      .output(z.strictObject({ ok: z.boolean() }))
      .mutation(() => ({ ok: true, surname: secret })),
    write: requires('case:read')
      .input(z.strictObject({ child: Nested, list: z.array(z.number()) }))
      .output(z.void())
      .mutation(() => undefined),
  }),
  event: router({
    receive: requires('event:deliver')
      .input(z.strictObject({ publisher: z.string() }))
      .output(z.void())
      .mutation(() => undefined),
  }),
})
export type Endings = typeof endings

export const coordinator: Extract<Actor, { kind: 'person' }> = {
  kind: 'person',
  personId: PersonId.parse(randomUUID()),
  roles: ['coordinator'],
  areaIds: [AreaId.parse(randomUUID())],
  purpose: 'child-death-review',
  requestId: RequestId.parse(randomUUID()),
}

export const serviceActor = (service: CallerName): Extract<Actor, { kind: 'service' }> => ({
  kind: 'service',
  service,
  areaId: AreaId.parse(randomUUID()),
  onBehalfOf: null,
  requestId: RequestId.parse(randomUUID()),
})

export type GivenDoor = {
  ringOf(caller: CallerName): Keyring
  stranger: Keyring
  door: Hono
  calls: CallReport[]
  assertion: string
}

/** The door of a service on a live database, and everybody's keys. */
export async function givenDoor(service: ServiceName = 'case-review'): Promise<GivenDoor> {
  const { ringOf, stranger } = await givenRings()
  const calls: CallReport[] = []
  const door = rpcDoor({
    service,
    router: endings,
    keyring: ringOf(service),
    asserters: assertersIn('live'),
    parts: {},
    report: (call) => calls.push(call),
  })
  return { ringOf, stranger, door, calls, assertion: await assertActor(ringOf('portal'), coordinator) }
}
