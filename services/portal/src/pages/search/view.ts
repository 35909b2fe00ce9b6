import type { AgeBand, CaseState, NotificationState, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { notificationStateWords } from '../notifications/view.ts'

export const searchTitle = 'Search'
export const resultsTitle = 'Search results'

export type SearchModel = {
  readonly hidden: Html
  readonly typed: string
  readonly errors: readonly ErrorItem[]
}

/** Where to type what is looked for. */
export function searchView({ hidden, typed, errors }: SearchModel): Html {
  const wrong = errorOf(errors, 'typed')
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${searchTitle}</h1>
<form method="post" action="/search" novalidate>${hidden}
${input({
  id: 'typed',
  name: 'typed',
  label: { text: 'Child’s name, NHS number or case reference', classes: 'govuk-label--s' },
  hint: { text: 'Names that sound alike are found too. Each child you see is recorded' },
  value: typed,
  autocomplete: 'off',
  spellcheck: false,
  ...(wrong && { errorMessage: wrong }),
})}
${button({ text: 'Search' })}
</form></div></div>`
}

type FoundChild = {
  readonly notificationId: string
  readonly href: string
  readonly name: string
  readonly what: string
  readonly diedOn: PlainDate
  readonly ageBand: AgeBand | null
}

export type ResultsModel = { readonly children: readonly FoundChild[]; readonly mayCompare: boolean }

/** The children found whom this person may see, the likeliest first. */
export function resultsView({ children, mayCompare }: ResultsModel): Html {
  const again = html`<p class="govuk-body"><a class="govuk-link" href="/search">Search again</a></p>`
  if (children.length === 0) {
    return html`<h1 class="govuk-heading-l">${resultsTitle}</h1>
<p class="govuk-body">No child was found. Check the spelling, or try the family name alone, or the NHS number.</p>
<p class="govuk-body">If nobody has notified this death yet, <a class="govuk-link" href="/notifications/new">record a notification</a>.</p>
${again}`
  }
  return html`<h1 class="govuk-heading-l">${resultsTitle}</h1>
${scrollRegion(
  'Children found',
  table({
    caption: `${children.length === 1 ? '1 child' : `${children.length} children`} found, the likeliest first`,
    captionClasses: 'govuk-table__caption--s',
    head: ['Child', 'Died', 'Age', 'Where it stands'].map((text) => ({ text })),
    rows: children.map(({ notificationId, href, name, what, diedOn, ageBand }) => [
      { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
      { text: writtenDate(diedOn) },
      { text: ageBand === null ? 'Not under 18' : ageBandWords[ageBand] },
      { html: html`${what}${mayCompare && compareLink(notificationId, name)}` },
    ]),
  }),
)}
${again}`
}

/** Leads to a comparison of this record with another one. */
function compareLink(notificationId: string, name: string): Html {
  return html`<br><a class="govuk-link" href="/notifications/${notificationId}/compare">Compare<span class="govuk-visually-hidden"> ${name}</span> with another record</a>`
}

export const caseStands = (reference: string, state: CaseState) =>
  `Case ${reference}: ${caseStateWords[state]}`
export const notificationStands = (state: NotificationState) =>
  `Notification: ${notificationStateWords[state]}`
