import { ReleaseId } from '@cdop/domain'
import type { ReportingRouter } from '@cdop/reporting/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { askScreen, type Missed, requestsScreen } from './ask-view.ts'
import { readWish } from './form.ts'
import { publishedReleases } from './published.ts'
import { TableCode } from './question.ts'

/** What the address says was missed, and where else it is; nothing of it is believed that no release names. */
async function missedIn(visit: PersonVisit): Promise<Missed> {
  const releases = await publishedReleases(visit)
  const release = releases.find(({ releaseId }) => releaseId === visit.query('release')) ?? null
  const tableId = TableCode.safeParse(visit.query('table')).data ?? null
  const named = (one: (typeof releases)[number]) =>
    one.tables.find((table) => table.tableId === tableId) ?? null
  const elsewhere = releases.filter((one) => one !== release && named(one)?.outcome === 'published')
  const title = releases.flatMap((one) => named(one)?.title ?? [])[0] ?? null
  return { release, tableId, title, inRelease: release && named(release), elsewhere }
}

/** Asks for a table that no release holds. An analyst reads it. */
export const askTablePage = personPage('/explorer/ask', {
  permission: 'table-request:record',
  async show(visit, again) {
    const missed = await missedIn(visit)
    return askScreen({
      hidden: visit.formFields,
      missed,
      typed: {
        measure: again?.form.text('measure') ?? missed.title ?? '',
        breakdown: again?.form.text('breakdown') ?? '',
        reason: again?.form.text('reason') ?? '',
      },
      errors: again?.errors ?? [],
      recorded: visit.query('recorded') === 'yes',
    })
  },
  async post(visit, form) {
    const typed = {
      measure: form.text('measure'),
      breakdown: form.text('breakdown'),
      reason: form.text('reason'),
    }
    const read = readWish(typed)
    if (!read.ok) return new Problems(read.errors)
    await visit.call<ReportingRouter>('reporting').tableRequest.record.mutate({
      areaId: visit.areaId,
      releaseId: ReleaseId.safeParse(visit.query('release')).data ?? null,
      tableId: TableCode.safeParse(visit.query('table')).data ?? null,
      wish: read.value,
      key: form.key,
    })
    return new GoTo('/explorer/ask?recorded=yes')
  },
})

/** What people of the area asked for and no release held. */
export const tableRequestsPage = personPage('/explorer/asked', {
  permission: 'table-request:read',
  async show(visit) {
    const { areaId } = visit
    const { requests } = await visit.call<ReportingRouter>('reporting').tableRequest.list.query({ areaId })
    return requestsScreen(requests, await visit.people())
  },
})
