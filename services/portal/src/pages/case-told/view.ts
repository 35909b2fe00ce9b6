import type { Instant, NotNeededReason, PersonId, Told, ToldRecipient } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fieldset } from '../../components/fieldset.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { notNeededWords, toldRecipientWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedRow, TypedTold } from './form.ts'

type ToldRow = {
  readonly recipient: ToldRecipient
  readonly entries: readonly {
    readonly entry: number
    readonly told: Told
    readonly recordedBy: PersonId
    readonly recordedAt: Instant
  }[]
}

export type ToldModel = {
  readonly hidden: Html
  readonly rows: readonly ToldRow[]
  readonly mayRecord: boolean
  readonly typed: TypedTold
  readonly names: ReadonlyMap<PersonId, string>
  readonly errors: readonly ErrorItem[]
}

/** Who has been told of the death, by whom and when: one form for all who must be. */
export function toldView(model: ToldModel): Html {
  const { hidden, rows, mayRecord } = model
  const missing = rows.filter(({ entries }) => entries.length === 0)
  const heading = html`<h1 class="govuk-heading-l">Who has been told</h1>
<p class="govuk-body">${
    missing.length === 0
      ? 'Everybody who must be told of the death has been, or does not need to be.'
      : `Not yet told: ${missing.length}. Until they are, a letter or an appointment for the child may reach the family.`
  }</p>`
  if (!mayRecord) return html`${heading}${rows.map((row) => recorded(row, model))}`
  return html`${heading}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<form method="post" novalidate>${hidden}
${fieldset({
  legend: { text: 'Who told them, and when?', classes: 'govuk-fieldset__legend--m' },
  html: html`<p class="govuk-hint">Used for each one below that you select “Told, as above” for</p>${telling('all', model.typed.all, model.errors)}`,
})}
${rows.map((row) => line(row, model))}
${button({ text: 'Save', preventDoubleClick: true })}
</form>
</div></div>`
}

function recorded({ recipient, entries }: ToldRow, { names }: ToldModel): Html {
  const { title } = toldRecipientWords[recipient]
  const [newest, ...earlier] = entries
  return html`<h2 class="govuk-heading-m">${title}</h2>
<p class="govuk-body">${newest === undefined ? 'Not yet told' : said(newest.told)}</p>
${newest !== undefined && html`<p class="govuk-hint">Recorded ${recordedBy(newest, names)}</p>`}
${
  earlier.length > 0 &&
  details({
    summaryText: `Earlier entries: ${title.toLowerCase()}`,
    html: html`<ul class="govuk-list">${earlier.map(
      (entry) => html`<li>${said(entry.told)}. Recorded ${recordedBy(entry, names)}</li>`,
    )}</ul>`,
  })
}`
}

function recordedBy(
  { recordedBy: by, recordedAt }: ToldRow['entries'][number],
  names: ToldModel['names'],
): string {
  return `${writtenTime(new Date(recordedAt))} by ${names.get(by) ?? 'somebody who has left'}`
}

function said(told: Told): string {
  return told.outcome === 'told'
    ? `Told by ${told.by} on ${writtenDate(told.on)}`
    : `Not needed: ${notNeededWords[told.reason]}`
}

const nothing: TypedRow = {
  by: '',
  on: { day: '', month: '', year: '' },
  choice: '',
  reason: '',
  version: '',
}

/** One recipient: the question while nothing is recorded; afterwards what is, and the question again for a correction. */
function line(row: ToldRow, model: ToldModel): Html {
  const { recipient, entries } = row
  const { title } = toldRecipientWords[recipient]
  const newest = entries[0]
  const typed = model.typed.rows.get(recipient) ?? nothing
  const version = html`<input type="hidden" name="${recipient}-version" value="${newest?.entry ?? 0}">`
  if (newest === undefined) return html`${version}${question(recipient, title, typed, model.errors)}`
  const faulty = model.errors.some(
    ({ href }) => href === `#${recipient}` || href?.startsWith(`#${recipient}-`),
  )
  return html`${version}${recorded(row, model)}
${details({
  summaryText: `Correct: ${title.toLowerCase()}`,
  open: faulty || typed.choice !== '',
  html: question(recipient, `${title}: what is right?`, typed, model.errors),
})}`
}

function question(
  recipient: ToldRecipient,
  legend: string,
  typed: TypedRow,
  errors: readonly ErrorItem[],
): Html {
  const reasons: [NotNeededReason | '', string][] = [
    ['', 'Select a reason'],
    ['none-for-this-child', notNeededWords['none-for-this-child']],
    ['not-involved', notNeededWords['not-involved']],
    ['told-us-of-the-death', notNeededWords['told-us-of-the-death']],
    ['lived-abroad', notNeededWords['lived-abroad']],
  ]
  return radios({
    name: recipient,
    idPrefix: recipient,
    value: typed.choice,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorOf(errors, recipient),
    items: [
      { value: 'told', text: 'Told, as above' },
      {
        value: 'told-otherwise',
        text: 'Told by somebody else, or on another day',
        conditional: { html: telling(recipient, typed, errors) },
      },
      {
        value: 'not-needed',
        text: 'Not needed',
        conditional: {
          html: select({
            id: `${recipient}-reason`,
            name: `${recipient}-reason`,
            label: { text: 'Why not?' },
            errorMessage: errorOf(errors, `${recipient}-reason`),
            items: reasons.map(([value, text]) => ({ value, text, selected: value === typed.reason })),
          }),
        },
      },
    ],
  })
}

function telling(id: string, typed: Pick<TypedRow, 'by' | 'on'>, errors: readonly ErrorItem[]): Html {
  return html`${input({
    id: `${id}-by`,
    name: `${id}-by`,
    label: { text: 'Who told them', classes: 'govuk-label--s' },
    value: typed.by,
    autocomplete: 'off',
    errorMessage: errorOf(errors, `${id}-by`),
  })}
${dateField({ name: `${id}-on`, legend: 'When they were told', value: typed.on, errors })}`
}
