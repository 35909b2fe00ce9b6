import { type Instant, type NotifyClock, type PlainDate, TakenBackReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type DateParts, dateField } from '../../typed-form/typed-date.ts'
import { takenBackWords } from '../../wording/national-words.ts'
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
    /** Null where what was recorded before was taken back. */
    readonly toldOn: PlainDate | null
    readonly takenBack: TakenBackReason | null
    readonly recordedAt: Instant
    readonly receipt: string | null
  }[]
  readonly mayRecord: boolean
  /** It was recorded by hand, and that holds. */
  readonly toldByHand: boolean
  /** What this product sent of the case; null where there is none, or it is not for whoever looks. */
  readonly submissions: SubmissionsModel | null
  readonly typed: DateParts
  readonly errors: readonly ErrorItem[]
}

/** On which day the National Child Mortality Database was told of a death: what is recorded, and the form for it. */
export function nationalDatabaseView(model: NationalDatabaseModel): Html {
  const { clock, now, diedOn, toldOn, entries, mayRecord } = model
  const [newest, ...rest] = entries
  const shown = newest !== undefined && newest.takenBack !== null ? entries : rest
  const earlier = shown.filter(({ receipt }) => receipt === null)
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
    ...earlier.map(({ toldOn, takenBack, recordedAt }) => ({
      key: { text: takenBack === null ? 'Recorded before' : 'Taken back' },
      value: {
        text: `${said({ toldOn, takenBack })}, recorded ${writtenTime(new Date(recordedAt))}`,
      },
    })),
  ],
})}
${model.submissions !== null && submissionsView(model.submissions)}
${mayRecord && record(model, newest?.entry ?? 0)}
${mayRecord && model.toldByHand && takeBack(model, newest?.entry ?? 0)}
</div></div>`
}

const said = ({
  toldOn,
  takenBack,
}: {
  toldOn: PlainDate | null
  takenBack: TakenBackReason | null
}): string => {
  if (toldOn !== null) return writtenDate(toldOn)
  return takenBack === null ? '' : takenBackWords[takenBack]
}

function takeBack({ hidden, errors }: NationalDatabaseModel, version: number): Html {
  return html`<h2 class="govuk-heading-m">Recorded by mistake</h2>
<p class="govuk-body">What was recorded stays to be seen. The death then counts as not told, and can be sent from here.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${radios({
  name: 'because',
  idPrefix: 'because',
  fieldset: { legend: { text: 'Why does it not hold?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'because'),
  items: TakenBackReason.options.map((value) => ({ value, text: takenBackWords[value] })),
})}
${button({
  text: 'Take it back',
  name: '_action',
  value: 'take-back',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>`
}

function record({ hidden, typed, errors, toldByHand }: NationalDatabaseModel, version: number): Html {
  return html`<h2 class="govuk-heading-m">Told another way</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${dateField({ name: 'toldOn', legend: 'Date NCMD was told', value: typed, errors })}
${button({ text: toldByHand ? 'Save correction' : 'Record', preventDoubleClick: true })}
</form>`
}
