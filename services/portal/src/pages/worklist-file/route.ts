import type { CaseExportId } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { namedPeople } from '../case-people/part-people.ts'
import { type CaseFilter, filterIn, filterQuery, filterWords } from '../cases/case-views.ts'
import { fileLines } from './file-lines.ts'
import { readReason } from './form.ts'
import { namesView } from './view.ts'

/** The file as it goes out: its first piece is there before it begins, every further one when the one before has left. */
async function csvOf(
  visit: PersonVisit,
  filter: CaseFilter,
  caseExportId: CaseExportId | null,
): Promise<Response> {
  const begun = await caseReview(visit).worklistFile.begin.query({ areaId: visit.areaId, filter })
  const lines = fileLines(visit, begun, caseExportId)
  const encoder = new TextEncoder()
  let first: IteratorResult<string> | null = await lines.next()
  const pieces = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = first ?? (await lines.next())
        first = null
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        await lines.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  const today = visit.parts.clock.today()
  const fileName = `cases-${begun.shown.view}-${caseExportId === null ? '' : 'with-names-'}${today}.csv`
  return new Response(pieces, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
    },
  })
}

/** A worklist as a file, all its cases in their order: what the screen shows, and no child's name. */
const worklistFilePage = personPage('/worklist.csv', {
  permission: 'case:list',
  show: (visit) =>
    csvOf(
      visit,
      filterIn((part) => visit.query(part)),
      null,
    ),
})

/** The same with the names, for a reason: posted, never at an address. */
const worklistNamesPage = personPage('/worklist-with-names', {
  permission: 'case:export-identifiable',
  async show(visit, again) {
    const { nameOf } = await namedPeople(visit)
    const form = again?.form
    const filter = filterIn((part) => form?.text(part) ?? visit.query(part))
    return {
      title: 'Download this list with names',
      section: 'Cases',
      backLink: `/cases?${filterQuery(filter)}`,
      main: namesView({
        hidden: visit.formFields,
        filter,
        says: filterWords(filter, nameOf),
        typed: { reason: form?.text('reason') ?? '', why: form?.text('why') ?? '' },
        errors: again?.errors ?? [],
      }),
    }
  },
  async post(visit, form) {
    const read = readReason(form)
    if (!read.ok) return new Problems(read.errors)
    const filter = filterIn((part) => form.text(part))
    const { areaId } = visit
    const { caseExportId } = await caseReview(visit).worklistFile.beginWithNames.mutate({
      areaId,
      key: form.key,
      filter,
      ...read.value,
    })
    return csvOf(visit, filter, caseExportId)
  },
})

export const worklistFilePages: readonly PageRoute[] = [worklistFilePage, worklistNamesPage]
