import type { LiveItemState } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { beside, lineLost, liveStateWords, roomWords, stateTag } from './words.ts'

export const liveTitle = 'Live panel'

export type ShownItem = {
  readonly item: string
  readonly title: string
  readonly optional: boolean
  readonly state: LiveItemState
  readonly lapsed: boolean
  readonly disagreed: number
}

export type ShownRoom = {
  readonly state: keyof typeof roomWords
  readonly current: string | null
  readonly token: string
}

type LiveModel = {
  readonly base: string
  readonly panel: ShownRoom & {
    readonly here: number
    readonly items: readonly (ShownItem & { readonly rows: SummarySection['rows'] })[]
  }
  readonly mayLead: boolean
}

/** The answer of an item, question by question. */
export function answerOf(rows: SummarySection['rows']): Html {
  return summaryList({
    rows: rows.map(({ label, answer, entry }) => ({
      key: { text: entry === undefined ? label : `${entry.label}: ${label}` },
      value: { text: answer },
    })),
  })
}

/** All items and how each stands. */
export function itemsTable(items: readonly ShownItem[], href?: (item: string) => string): Html {
  return scrollRegion(
    'Items',
    table({
      caption: 'Items',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Item' }, { text: 'Decision' }, { text: 'Disagreement' }],
      rows: items.map((item) => [
        href === undefined
          ? { text: item.title }
          : { html: html`<a class="govuk-link" href="${href(item.item)}">${item.title}</a>` },
        { html: stateTag(item.state) },
        { text: beside(item) },
      ]),
    }),
  )
}

/** What the panel is at, as a member follows it on a screen of their own. */
export function liveView({ base, panel, mayLead }: LiveModel): Html {
  const { state, token, here, items, current } = panel
  const now = items.find(({ item }) => item === current)
  return html`<h1 class="govuk-heading-l">${liveTitle}</h1>
<div data-module="cdop-live" data-token="${token}" data-changes="${base}/changes" data-again="${base}/again" data-page="${base}">
<p class="govuk-body" role="status">${
    now === undefined ? roomWords[state] : `${now.title}: ${liveStateWords[now.state].toLowerCase()}`
  }</p>
<p class="govuk-body"><span data-live-here>${here} here</span></p>
${lineLost}
${
  now !== undefined &&
  html`<section class="cdop-live__now"><h2 class="govuk-heading-m">${now.title}</h2>
<p class="govuk-body">${stateTag(now.state)} ${beside(now)}</p>
${answerOf(now.rows)}</section>`
}
${itemsTable(items)}
</div>
<p class="govuk-body"><a class="govuk-link" href="${base}/screen">Show this to a room</a></p>
${mayLead && html`<p class="govuk-body"><a class="govuk-link" href="${base}/lead">Lead the live panel</a></p>`}`
}
