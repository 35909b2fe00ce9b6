import type { Instant, NotifyClock, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { nationalWords } from '../../wording/notify-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const nationalDatabaseTitle = 'When was NCMD told of the death?'

export type NationalDatabaseModel = {
  readonly hidden: Html
  readonly clock: NotifyClock | null
  readonly now: Instant
  readonly diedOn: PlainDate
  readonly entries: readonly {
    readonly entry: number
    readonly toldOn: PlainDate
    readonly recordedAt: Instant
  }[]
  readonly mayRecord: boolean
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

/** On which day the National Child Mortality Database was told of a death: what is recorded, and the form for it. */
export function nationalDatabaseView(model: NationalDatabaseModel): Html {
  const { clock, now, diedOn, entries, mayRecord } = model
  const [newest, ...earlier] = entries
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${nationalDatabaseTitle}</h1>
<p class="govuk-body">The National Child Mortality Database (NCMD) is told of every death, within the hours your area has set.</p>
${summaryList({
  rows: [
    { key: { text: 'Date of death' }, value: { text: writtenDate(diedOn) } },
    ...(clock === null
      ? []
      : [
          {
            key: { text: 'National database' },
            value: { text: nationalWords(clock, newest?.toldOn ?? null, now) },
          },
        ]),
    ...earlier.map(({ toldOn, recordedAt }) => ({
      key: { text: 'Recorded before' },
      value: { text: `${writtenDate(toldOn)}, recorded ${writtenTime(new Date(recordedAt))}` },
    })),
  ],
})}
${mayRecord && record(model, newest?.entry ?? 0)}
</div></div>`
}

function record({ hidden, typed, errors }: NationalDatabaseModel, version: number): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${dateField({ name: 'toldOn', legend: 'Date NCMD was told', value: typed, errors })}
${button({ text: version === 0 ? 'Record' : 'Save correction', preventDoubleClick: true })}
</form>`
}
