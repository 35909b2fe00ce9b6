import { type AreaId, AuthorityCode, addDays, type NotificationId } from '@cdop/domain'
import { systemClock } from '@cdop/runtime'
import { type Casework, caseworkOf } from '../casework/casework.ts'
import { eventually } from '../casework/eventually.ts'
import { inParallel } from '../replay/in-parallel.ts'
import { type PlannedDeath, plannedDeaths } from '../replay/planned-death.ts'
import type { BenchGround } from './bench-ground.ts'

/** Calls under way at once while a measurement is prepared. */
const WIDTH = 16

/** Invented children of an area, dying through the last year but one month; each has a number of its own. */
export function inventedDeaths(
  ground: BenchGround,
  areaId: AreaId,
  count: number,
  nhsNumbersFrom: number,
): readonly PlannedDeath[] {
  const code = AuthorityCode.parse(ground.staffOf(areaId).area.authorities[0]?.code)
  const from = addDays(systemClock().today(), -400)
  return plannedDeaths({ count, expected: Math.floor(count / 2), from, authorities: [code], nhsNumbersFrom })
}

/** Submits notifications and, when told so, accepts them, through the services' own procedures. */
export async function notifyAll(
  ground: BenchGround,
  areaId: AreaId,
  deaths: readonly PlannedDeath[],
  then: (casework: Casework, name: string, id: NotificationId) => Promise<unknown> = async () => undefined,
): Promise<readonly NotificationId[]> {
  const casework = caseworkOf(ground.client, ground.staffOf(areaId), 'bench')
  return inParallel(deaths, WIDTH, async ({ notification, receivedOn }, index) => {
    ground.signal.throwIfAborted()
    const name = `bench-${index}`
    // Until intake has heard of the area.
    const id = await eventually(['not-found'], () => casework.notify(name, notification, receivedOn))
    await then(casework, name, id)
    return id
  })
}
