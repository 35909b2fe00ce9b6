import { type Html, html } from '../../components/html.ts'
import { pageHeaderActions } from '../../components/page-header-actions.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { PAGE_ROWS, pageLinks } from '../../paging/page-links.ts'
import type { AreaPerson } from '../../user/area-people.ts'
import { type ImportState, importStateTag } from './state-words.ts'

export type ImportsModel = Readonly<{
  rows: readonly Readonly<{
    importId: string
    state: ImportState
    beganBy: string
    beganAt: string
    rowsTotal: number | null
    faults: number
  }>[]
  total: number
  page: number
  people: readonly AreaPerson[]
}>

/** Uploads and what became of them. A file's own name is never kept. */
export function importsScreen({ rows, total, page, people }: ImportsModel): Screen {
  return {
    title: 'Imports',
    section: 'Notifications',
    backLink: '/notifications',
    main: html`${pageHeaderActions({
      heading: { text: 'Imports', classes: 'govuk-heading-l' },
      items: [{ text: 'Import a file', href: '/imports/new' }],
    })}
<p class="govuk-body">Take notifications over from another system as a file. A file is imported whole or not at all.</p>
${rows.length === 0 ? nothing(page) : list(rows, people)}
${pageLinks({ page, total, list: 'imports' }, (to) => `/imports?page=${to}`)}`,
  }
}

function nothing(page: number): Html {
  const words =
    page > 1 ? 'There are no imports on this page.' : 'No file has been uploaded in this area yet.'
  return html`<p class="govuk-body">${words}</p>`
}

function list(rows: ImportsModel['rows'], people: readonly AreaPerson[]): Html {
  return scrollRegion(
    'Imports',
    table({
      caption: `Imports, newest first, ${PAGE_ROWS} a page`,
      captionClasses: 'govuk-visually-hidden',
      head: [
        { text: 'Uploaded' },
        { text: 'By' },
        { text: 'Rows', format: 'numeric' },
        { text: 'Errors', format: 'numeric' },
        { text: 'State' },
      ],
      rows: rows.map(({ importId, state, beganBy, beganAt, rowsTotal, faults }) => {
        const began = writtenTime(new Date(beganAt))
        return [
          { html: html`<a class="govuk-link" href="/imports/${importId}">${began}</a>` },
          {
            text: people.find(({ personId }) => personId === beganBy)?.displayName ?? 'Somebody who has left',
          },
          { text: rowsTotal?.toLocaleString('en-GB') ?? 'Not known', format: 'numeric' as const },
          { text: faults.toLocaleString('en-GB'), format: 'numeric' as const },
          { html: tag(importStateTag[state]) },
        ]
      }),
    }),
  )
}
