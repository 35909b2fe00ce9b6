import { randomUUID } from 'node:crypto'
import type { CaseReviewRouter } from '@cdop/case-review/api'
import { createApp, noDocuments } from '@cdop/case-review/app'
import { type Actor, RequestId } from '@cdop/domain'
import { demonstrationAreas } from '../seed/demonstration-areas.ts'
import { againstBare } from './against-bare.ts'
import { backgroundWorkDone } from './background-work.ts'
import { bareTransaction, provenRows } from './bare-transaction.ts'
import type { BenchGround } from './bench-ground.ts'
import type { BenchResult } from './bench-result.ts'
import { browserSession } from './browser-session.ts'
import { inventedDeaths, notifyAll } from './invented-notifications.ts'
import { recordedStatements } from './recorded-statements.ts'

const CASES = 600
/** The first warms up and is not counted. */
const ROUNDS = 5
const PER_ROUND = 60
const WIDTHS = [1, 8] as const

const area = demonstrationAreas.LDS
/** The number after those of the other benchmarks' children. */
const NHS_NUMBERS_FROM = 500_000
const COORDINATOR = 'asha.linden@lds.example'

/** The coordinator's worklist as the browser gets it, against the statements of case-review for that page sent bare. */
export async function worklistPage(ground: BenchGround): Promise<readonly BenchResult[]> {
  const { areaId } = area
  const coordinator = ground.staffOf(areaId).holding('coordinator')
  ground.report(`worklist-page: making ${CASES} cases …`)
  await notifyAll(
    ground,
    areaId,
    inventedDeaths(ground, areaId, CASES, NHS_NUMBERS_FROM),
    (casework, name, id) => casework.accept(name, id),
  )
  await backgroundWorkDone(ground)

  const nowhere = { send: () => Promise.reject(new Error('a worklist mails nobody')) }
  const { portalUrl } = ground.stack
  const recorded = await recordedStatements(
    ground,
    'case-review',
    (parts) =>
      createApp({
        ...parts,
        mail: nowhere,
        portalPublicUrl: portalUrl,
        nationalDatabaseOf: () => null,
        nationalYearEndDays: null,
        ...noDocuments,
      }),
    async (client) => {
      const request = await client.onBehalfOf(coordinator)
      const view = { areaId, view: 'all', page: 1, sort: 'most-overdue' } as const
      const { total } = await request.to<CaseReviewRouter>('case-review').case.list.query(view)
      if (total !== CASES) throw new Error(`the worklist holds ${total} cases instead of ${CASES}`)
    },
  )
  const actor: Actor = { ...coordinator, requestId: RequestId.parse(randomUUID()) }
  const kept = [areaId, ...(actor.kind === 'person' ? [actor.personId] : [])]
  const bare = bareTransaction(recorded, actor, kept)
  const url = await ground.databaseUrlOf('case-review')
  const rows = await provenRows(url, recorded, (database) => bare.send(database))

  const browser = await browserSession(portalUrl, COORDINATOR)
  const page = await browser.open('/cases')
  if (!page.includes(`All cases (${CASES})`)) throw new Error('the page does not show the cases')

  const results: BenchResult[] = []
  for (const width of WIDTHS) {
    results.push(
      await againstBare(ground, {
        name: width === 1 ? 'worklist-page' : `worklist-page-at-${width}`,
        what: `p50 of the worklist of ${CASES} cases in a browser, ${width === 1 ? 'one after another' : `${width} at once`}; ceiling: its ${recorded.length} statements sent bare`,
        width,
        rounds: ROUNDS,
        perRound: PER_ROUND,
        more: { cases: CASES },
        work: () => browser.open('/cases'),
        databaseUrl: url,
        bare,
        rows,
      }),
    )
  }
  return results
}
