import type { AreaId, CaseId } from '@cdop/domain'
import { againstBare } from './against-bare.ts'
import { bareTransaction, provenRows } from './bare-transaction.ts'
import type { BenchGround } from './bench-ground.ts'
import type { BenchResult } from './bench-result.ts'
import type { BrowserSession } from './browser-session.ts'
import { asking, type CaseReview, caseworkPace, idOf, recordedAs } from './recorded-casework.ts'

const VIEWS = [
  'all',
  'mine',
  'unassigned',
  'to-move',
  'waiting',
  'unconfirmed-holds',
  'gathering',
  'awaiting-agencies',
  'overdue',
  'not-told',
  'ready-for-panel',
  'listed',
  'reviewed',
  'closed',
] as const

/** Whose pages are opened, and what lies in their area. */
export type Visited = {
  readonly ground: BenchGround
  readonly browser: BrowserSession
  readonly areaId: AreaId
  /** Cases in the area. */
  readonly inArea: number
  /** One that was really opened. */
  readonly caseId: CaseId
}

/** What a page is measured by: its address, and what of case-review it asks. */
type Page = {
  readonly name: string
  readonly what: string
  readonly path: string
  /** Ids that stand in its statements besides those of the area and the coordinator. */
  readonly ids?: readonly string[]
  readonly useCase: (caseReview: CaseReview) => Promise<unknown>
}

/** A page in the browser of a coordinator, against the statements of case-review for it sent bare. */
async function measuredPage(
  { ground, browser, areaId }: Visited,
  { name, what, path, ids = [], useCase }: Page,
): Promise<BenchResult> {
  const coordinator = ground.staffOf(areaId).holding('coordinator')
  const databaseUrl = await ground.databaseUrlOf('case-review')
  const recorded = await recordedAs(ground, coordinator, useCase)
  const bare = bareTransaction(recorded, asking(coordinator), [areaId, idOf(coordinator), ...ids])
  return againstBare(ground, {
    name,
    what: `p50 of ${what} in a browser; ceiling: the ${recorded.length} statements of case-review for it sent bare`,
    ...caseworkPace,
    work: () => browser.open(path),
    databaseUrl,
    bare,
    rows: await provenRows(databaseUrl, recorded, (database) => bare.send(database)),
  })
}

async function worklists(visited: Visited): Promise<readonly BenchResult[]> {
  const { areaId, inArea } = visited
  const orders = [
    ...VIEWS.map((view) => ({ name: `worklist-${view}`, view, sort: 'most-overdue' as const })),
    { name: 'worklist-by-gain', view: 'awaiting-agencies' as const, sort: 'most-gain' as const },
  ]
  const results: BenchResult[] = []
  for (const { name, view, sort } of orders) {
    results.push(
      await measuredPage(visited, {
        name,
        what: `the first page of the worklist "${view}", ${sort} first, ${inArea} cases in the area,`,
        path: `/cases?view=${view}&sort=${sort}`,
        useCase: (caseReview) => caseReview.case.list.query({ areaId, view, sort, page: 1 }),
      }),
    )
  }
  return results
}

const responseTimes = (visited: Visited): Promise<BenchResult> =>
  measuredPage(visited, {
    name: 'response-times',
    what: `how long agencies take, ${visited.inArea} cases in the area,`,
    path: '/response-times',
    useCase: (caseReview) => caseReview.responseTime.read.query({ areaId: visited.areaId }),
  })

function overview(visited: Visited): Promise<BenchResult> {
  const { areaId, caseId } = visited
  return measuredPage(visited, {
    name: 'case-overview',
    what: 'the overview of a case, name and all,',
    path: `/cases/${caseId}`,
    ids: [caseId],
    useCase: (caseReview) => caseReview.case.open.query({ areaId, caseId, fieldClasses: ['identity'] }),
  })
}

/** Every worklist, in both orders where it has two, how long agencies take, and a case. */
export async function caseworkPages(visited: Visited): Promise<readonly BenchResult[]> {
  return [...(await worklists(visited)), await responseTimes(visited), await overview(visited)]
}
