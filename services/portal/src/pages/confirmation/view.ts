import type { ConfirmedBy, Instant, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fieldset } from '../../components/fieldset.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { confirmedByWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Confirmed, TypedConfirmation } from './form.ts'

type Word = { readonly by: ConfirmedBy; readonly on: PlainDate; readonly time: string | null }
type Named = { readonly name: string; readonly organisation: string }

export type RecordedEntry = {
  readonly entry: number
  readonly death: Word
  readonly identity: Word
  readonly names: Readonly<Record<Confirmed, Named>> | null
  readonly recordedAt: Instant
}

export type ConfirmationModel = {
  readonly hidden: Html
  readonly entries: readonly RecordedEntry[]
  readonly caseId: string | null
  readonly caseReference: string | null
  readonly mayRecord: boolean
  readonly typed: TypedConfirmation
  readonly errors: readonly ErrorItem[]
}

/** Who confirmed the death and who the child is: what is recorded, and the form that records or corrects it. */
export function confirmationView(model: ConfirmationModel): Html {
  const { entries, caseId, caseReference, mayRecord } = model
  const [newest, ...earlier] = entries
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Who confirmed the death and who the child is</h1>
${
  newest === undefined
    ? html`<p class="govuk-body">No request, letter or submission leaves before this is recorded. Ask the person
yourself, so that no family hears of the death of a child who lives.</p>`
    : recorded(newest)
}
${
  newest !== undefined &&
  caseId !== null &&
  html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}">Go to case ${caseReference}</a></p>`
}
${
  earlier.length > 0 &&
  details({
    summaryText: 'Earlier entries',
    html: html`${earlier.map(recorded)}`,
  })
}
${mayRecord && record(model, newest !== undefined)}
</div></div>`
}

function recorded({ death, identity, names, recordedAt }: RecordedEntry): Html {
  const row = (key: string, word: Word, named: Named | undefined) => ({
    key: { text: key },
    value: {
      text: `${said(word, named)}, on ${writtenDate(word.on)}${word.time === null ? '' : ` at ${word.time}`}`,
    },
  })
  return summaryList({
    rows: [
      row('Death confirmed by', death, names?.death),
      row('Child’s identity confirmed by', identity, names?.identity),
      { key: { text: 'Recorded' }, value: { text: writtenTime(new Date(recordedAt)) } },
    ],
  })
}

function said({ by }: Word, named: Named | undefined): string {
  const who = confirmedByWords[by]
  return named === undefined ? who : `${named.name}, ${named.organisation} (${who.toLowerCase()})`
}

function record({ hidden, entries, typed, errors }: ConfirmationModel, again: boolean): Html {
  const form = html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${entries[0]?.entry ?? 0}">
${word('death', 'Who confirmed the death?', typed, errors)}
${radios({
  name: 'same',
  idPrefix: 'same',
  value: typed.same,
  fieldset: {
    legend: {
      text: 'Did the same person confirm who the child is, at the same time?',
      classes: 'govuk-fieldset__legend--m',
    },
  },
  errorMessage: errorOf(errors, 'same'),
  items: [
    { value: 'yes', text: 'Yes, the same person at the same time' },
    {
      value: 'no',
      text: 'No, somebody else or at another time',
      conditional: { html: word('identity', 'Who confirmed who the child is?', typed, errors) },
    },
  ],
})}
${button({ text: again ? 'Save correction' : 'Record', preventDoubleClick: true })}
</form>`
  if (!again) return form
  return html`<h2 class="govuk-heading-m">Correct this</h2>
${insetText({ text: 'The entry above is kept. The newest one counts.' })}
${form}`
}

function word(of: Confirmed, legend: string, typed: TypedConfirmation, errors: readonly ErrorItem[]): Html {
  const { by, name, organisation, on, time } = typed[of]
  const field = (id: string, label: string, value: string) =>
    input({
      id,
      name: id,
      label: { text: label },
      value,
      autocomplete: 'off',
      errorMessage: errorOf(errors, id),
    })
  return fieldset({
    legend: { text: legend, classes: 'govuk-fieldset__legend--m' },
    html: html`${select({
      id: `${of}By`,
      name: `${of}By`,
      label: { text: 'Profession' },
      errorMessage: errorOf(errors, `${of}By`),
      items: [
        { value: '', text: 'Select a profession', selected: by === '' },
        ...Object.entries(confirmedByWords).map(([value, text]) => ({ value, text, selected: value === by })),
      ],
    })}
${field(`${of}Name`, 'Name', name)}
${field(`${of}Organisation`, 'Organisation', organisation)}
${dateField({ name: `${of}On`, legend: 'Date it was confirmed', value: on, errors })}
${input({
  id: `${of}Time`,
  name: `${of}Time`,
  label: { text: 'Time it was confirmed (optional)' },
  hint: { text: 'For example, 9:30am' },
  value: time,
  autocomplete: 'off',
  classes: 'govuk-input--width-5',
  errorMessage: errorOf(errors, `${of}Time`),
})}`,
  })
}
