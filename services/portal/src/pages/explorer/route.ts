import { Refusal } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { askTablePage, tableRequestsPage } from './ask-route.ts'
import { chooseScreen } from './choose-view.ts'
import { statisticsFilePage } from './file-route.ts'
import { pooledWith, publishedReleases } from './published.ts'
import { askedTable, askPath, figureAsked, partAsked, TableCode } from './question.ts'
import { explorerScreen } from './view.ts'

/**
 * Published figures, one table at a time. Everything on the page is from one published release; what that release does not
 * hold leads to the page where it can be asked for, never to something smaller.
 */
const explorerPage = personPage('/explorer', {
  permission: 'statistics:read',
  place: { text: 'Explorer', says: 'Look at published figures, as charts and tables.' },
  async show(visit) {
    const { areaId, parts, query } = visit
    const asked = askedTable(visit)
    const releases = await publishedReleases(visit)
    if (asked === null) return chooseScreen(releases, visit.mayDo('table-request:read'))
    const release = releases.find(
      ({ releaseId }) => releaseId === (query('release') || releases[0]?.releaseId),
    )
    if (release === undefined) throw new Refusal('not-found')
    const { releaseId } = release
    const { tableId, breakdown, row } = asked
    const known = TableCode.safeParse(tableId)
    const missing = new GoTo(askPath(releaseId, known.data))
    if (!release.tables.some((table) => table.tableId === tableId)) return missing
    const { answer } = await visit
      .call<ReportingRouter>('reporting')
      .statistics.table.query({ areaId, releaseId, tableId })
    const part = answer && partAsked(asked, answer)
    const figure = part && figureAsked(asked, part)
    if (answer === null || part === null || figure === null) return missing
    return explorerScreen({
      releases,
      answer,
      part,
      figure,
      asked: { breakdown, row },
      pooled: pooledWith(release, tableId),
      publicUrl: parts.publicUrl,
    })
  },
})

export const explorerPages = [explorerPage, askTablePage, tableRequestsPage, statisticsFilePage]
