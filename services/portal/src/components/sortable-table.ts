import { type Html, html } from './html.ts'
import { scrollRegion, type TableOptions, table } from './table.ts'

type SortDirection = 'ascending' | 'descending'

/** A column that can sort the list: `href` asks the server for the list in the other order. */
type SortableColumn = {
  readonly text: string
  readonly format?: 'numeric'
  readonly sorted?: SortDirection
  readonly href?: string
}

type SortableTableOptions = {
  readonly caption: string
  readonly captionClasses?: string
  readonly columns: readonly SortableColumn[]
  readonly rows: TableOptions['rows']
}

const arrows = { ascending: '▲', descending: '▼' } satisfies Record<SortDirection, string>

/**
 * A list whose order the server decides, so that sorting works on all of it and without JavaScript.
 *
 * The order in use is said in `aria-sort` and shown by an arrow, never by colour.
 */
export function sortableTable({ caption, captionClasses, columns, rows }: SortableTableOptions): Html {
  return scrollRegion(
    caption,
    table({
      caption,
      captionClasses: captionClasses ?? 'govuk-table__caption--m',
      head: columns.map(({ text, format, sorted, href }) => ({
        format,
        ...(href === undefined ? { text } : { html: sortLink(text, href, sorted) }),
        ...(href === undefined ? {} : { attributes: { 'aria-sort': sorted ?? 'none' } }),
      })),
      rows,
    }),
  )
}

function sortLink(text: string, href: string, sorted: SortDirection | undefined): Html {
  return html`<a class="govuk-link govuk-link--no-visited-state cdop-sort" href="${href}">${text}${
    sorted && html` <span aria-hidden="true">${arrows[sorted]}</span>`
  }</a>`
}

/** A short list that is wholly on the page: sorts in the browser, stays as it is without JavaScript. */
export function browserSortedTable(options: Omit<TableOptions, 'attributes'> & { caption: string }): Html {
  return scrollRegion(
    options.caption,
    table({ ...options, attributes: { 'data-module': 'moj-sortable-table' } }),
  )
}
