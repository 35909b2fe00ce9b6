import type { Instant, NotifyClock, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { nationalWords } from '../../wording/notify-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type SubmissionsModel, submissionsView } from './submissions-view.ts'

export const nationalDatabaseTitle = 'When was NCMD told of the death?'

export type NationalDatabaseModel = {
  readonly hidden: Html
  readonly clock: NotifyClock | null
  readonly now: Instant
  readonly diedOn: PlainDate
  /** The day it was told first from here, or on which somebody else told it. */
  readonly toldOn: PlainDate | null
  readonly entries: readonly {
    readonly entry: number
    readonly toldOn: PlainDate
    readonly recordedAt: Instant
    readonly receipt: string | null
  }[]
  readonly mayRecord: boolean
  /** What this product sent of the case; null where there is none, or it is not for whoever looks. */
  readonly submissions: SubmissionsModel | null
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

/** On which day the National Child Mortality Database was told of a death: what is recorded, and the form for it. */
export function nationalDatabaseView(model: NationalDatabaseModel): Html {
  const { clock, now, diedOn, toldOn, entries, mayRecord } = model
  const [newest, ...rest] = entries
  const earlier = rest.filter(({ receipt }) => receipt === null)
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
            value: { text: nationalWords(clock, toldOn, now) },
          },
        ]),
    ...earlier.map(({ toldOn, recordedAt }) => ({
      key: { text: 'Recorded before' },
      value: { text: `${writtenDate(toldOn)}, recorded ${writtenTime(new Date(recordedAt))}` },
    })),
  ],
})}
${model.submissions !== null && submissionsView(model.submissions)}
${mayRecord && record(model, newest?.entry ?? 0)}
</div></div>`
}

function record({ hidden, typed, errors }: NationalDatabaseModel, version: number): Html {
  return html`<h2 class="govuk-heading-m">Told another way</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${dateField({ name: 'toldOn', legend: 'Date NCMD was told', value: typed, errors })}
${button({ text: version === 0 ? 'Record' : 'Save correction', preventDoubleClick: true })}
</form>`
}
