import { setTimeout as sleep } from 'node:timers/promises'
import { ServiceName, schemaOf } from '@cdop/domain'
import { jobSchemaOf } from '@cdop/events'
import type { BenchGround } from './bench-ground.ts'

/** Milliseconds between two looks, and until it is given up. */
const PAUSE = 100
const PATIENCE = 120_000

/**
 * Waits until nothing a measurement set off is still going on: events delivered, audit sealed. What is planned for a
 * later day does not count.
 * @throws Error when that takes longer than two minutes
 */
export async function backgroundWorkDone({ admin, signal }: BenchGround): Promise<void> {
  const deadline = performance.now() + PATIENCE
  while (performance.now() < deadline) {
    signal.throwIfAborted()
    let waiting = 0
    for (const service of ServiceName.options) {
      const schema = schemaOf(service)
      const [row] = await admin.sql<{ waiting: number }[]>`
        select (select count(*) from ${admin.sql(`${schema}.audit_unsealed`)})
             + (select count(*) from ${admin.sql(`${jobSchemaOf(schema)}.jobs`)} where run_at <= now() + interval '30 seconds') as waiting`
      waiting += row?.waiting ?? 0
    }
    if (waiting === 0) return
    await sleep(PAUSE)
  }
  throw new Error('what the measurement set off is not done after two minutes')
}
