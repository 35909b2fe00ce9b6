import { randomBytes } from 'node:crypto'
import type { Migration } from '@cdop/database'
import type { TestDatabase } from '@cdop/database/testing'
import {
  addDays,
  CallerName,
  type Clock,
  Instant,
  londonDate,
  PlainDate,
  type ServiceName,
} from '@cdop/domain'
import { keysFrom } from '@cdop/encryption'
import { givenServiceDatabase } from '@cdop/events/testing'
import { type Destination, type Keyring, keyring, newSigningKey } from '@cdop/rpc'
import { partsOver, type ServiceParts } from './parts.ts'

/** A clock a test moves by hand. */
export type TestClock = Clock & { set(at: string): void; addDays(days: number): void }

export function testClock(start = '2026-03-02T10:00:00.000Z'): TestClock {
  let now = Instant.parse(start)
  return {
    now: () => now,
    today: () => londonDate(now),
    set(at) {
      now = Instant.parse(at)
    },
    addDays(days) {
      const date = addDays(PlainDate.parse(now.slice(0, 10)), days)
      now = Instant.parse(`${date}${now.slice(10)}`)
    },
  }
}

/** One keyring for every caller, all trusting each other, as a deployment has. */
export async function testKeyrings(): Promise<Readonly<Record<CallerName, Keyring>>> {
  const pairs = await Promise.all(
    CallerName.options.map(async (caller) => ({ caller, ...(await newSigningKey()) })),
  )
  const trusted = Object.fromEntries(pairs.map((pair) => [pair.caller, pair.publicKey]))
  const rings = await Promise.all(
    pairs.map(async (pair) => [pair.caller, await keyring(pair.caller, pair.privateKey, trusted)] as const),
  )
  const byCaller = new Map(rings)
  const ringOf = (caller: CallerName): Keyring => {
    const ring = byCaller.get(caller)
    if (ring === undefined) throw new Error('no such caller')
    return ring
  }
  return {
    portal: ringOf('portal'),
    reporting: ringOf('reporting'),
    'factor-analysis': ringOf('factor-analysis'),
    'case-review': ringOf('case-review'),
    intake: ringOf('intake'),
    cli: ringOf('cli'),
  }
}

const NOWHERE = 'http://127.0.0.1:9'

export type GivenService = {
  parts: ServiceParts
  clock: TestClock
  rings: Readonly<Record<CallerName, Keyring>>
  test: TestDatabase
  drop(): Promise<void>
}

/** The parts of one service over a database of its own, for a test file. `fetch` answers for the services it calls. */
export async function givenService(
  service: ServiceName,
  migrations: readonly Migration[],
  options: {
    rings?: Readonly<Record<CallerName, Keyring>>
    clock?: TestClock
    fetch?: Destination['fetch']
    urls?: Partial<Record<ServiceName, string>>
  } = {},
): Promise<GivenService> {
  const test = await givenServiceDatabase(service, migrations)
  const rings = options.rings ?? (await testKeyrings())
  const clock = options.clock ?? testClock()
  const parts = partsOver({
    service,
    database: test.database,
    keys: keysFrom(randomBytes(32)),
    ring: rings[service],
    clock,
    deployment: 'demonstration',
    urls: {
      portal: NOWHERE,
      reporting: NOWHERE,
      'factor-analysis': NOWHERE,
      'case-review': NOWHERE,
      intake: NOWHERE,
      ...options.urls,
    },
    ...(options.fetch && { fetch: options.fetch }),
  })
  return { parts, clock, rings, test, drop: () => test.drop() }
}
