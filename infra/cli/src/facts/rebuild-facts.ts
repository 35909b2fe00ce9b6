import { randomUUID } from 'node:crypto'
import type { AreaId } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { replayStreams } from '../events/replay-streams.ts'
import type { OperatorClient } from '../stack/operator-client.ts'

/** Whose streams facts are made of. */
const publishersOfFacts = ['intake', 'case-review', 'factor-analysis'] as const

/** Milliseconds between two looks, and without a change of the facts before no more are waited for. */
const PAUSE = 250
const PATIENCE = 8_000

/** What the facts of an area come to. */
type FactsHash = { deaths: number; reviews: number; hash: string }

/** What a rebuild of one area came to: the same facts as before, or not. */
export type Rebuilt = { before: FactsHash; after: FactsHash; same: boolean }

/**
 * Forgets the facts of an area and has intake, case-review and factor-analysis tell everything again, from the first event. Returns
 * once the facts are what they were, or no more come. While it runs, figures of the area are short; releases are not.
 */
export async function rebuildFacts(client: OperatorClient, areaId: AreaId): Promise<Rebuilt> {
  const service = () => client.onOwnAccount(areaId)
  const hash = () => service().to<ReportingRouter>('reporting').fact.hash.query({ areaId })
  const before = await hash()
  await service().to<ReportingRouter>('reporting').fact.rebuild.mutate({ areaId, key: randomUUID() })
  for (const publisher of publishersOfFacts) await replayStreams(client, areaId, publisher, 'reporting')

  let after = await hash()
  for (let quiet = 0; after.hash !== before.hash && quiet < PATIENCE; quiet += PAUSE) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    const now = await hash()
    if (now.hash !== after.hash) quiet = 0
    after = now
  }
  return { before, after, same: after.hash === before.hash }
}
