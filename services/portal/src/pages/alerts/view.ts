import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { alertKindWords, alertOutcomeWords, alertSideWords } from '../../wording/alert-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenCount } from '../../wording/written-count.ts'
import type { ListedAlerts } from './services.ts'

export const alertsTitle = 'Urgent alerts'

type Row = ListedAlerts['rows'][number]

export type AlertsModel = { readonly rows: readonly Row[]; readonly mayRaise: boolean }

/** Dangers to other children: what not everybody knows of comes first. */
export function alertsView({ rows, mayRaise }: AlertsModel): Html {
  return html`<h1 class="govuk-heading-l">${alertsTitle}</h1>
<p class="govuk-body">Products, medicines and possible clusters that may endanger other children. What not everybody knows of comes first.</p>
${mayRaise && button({ text: 'Raise an urgent alert', href: '/alerts/new' })}
${
  rows.length === 0
    ? html`<p class="govuk-body">No urgent alert has been raised.</p>`
    : scrollRegion(
        alertsTitle,
        table({
          caption: writtenCount(rows.length, 'alert'),
          captionClasses: 'govuk-table__caption--m',
          head: ['Alert', 'About', 'Raised', 'Status'].map((text) => ({ text })),
          rows: rows.map((row) => [
            {
              html: html`<a class="govuk-link" href="/alerts/${row.alertId}">${row.reference}</a><br>${typedText(row.words.what)}`,
            },
            { text: alertKindWords[row.kind] },
            { text: writtenTime(new Date(row.raisedAt)) },
            { html: standing(row) },
          ]),
        }),
      )
}`
}

/** How far an alert is, in a sentence. */
export function standing({ waiting, overdue, acknowledgeBy, closed }: Row): Html {
  if (closed !== null) return html`Closed: ${alertOutcomeWords[closed.outcome].split(':')[0]?.toLowerCase()}`
  if (waiting.length === 0) return html`Open: everybody knows of it`
  const by = writtenTime(new Date(acknowledgeBy))
  return html`<strong>Not acknowledged by ${waiting.map((side) => lower(alertSideWords[side])).join(' and ')}</strong><br>${
    overdue ? `It was to be by ${by}` : `To be by ${by}`
  }`
}

const lower = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`
