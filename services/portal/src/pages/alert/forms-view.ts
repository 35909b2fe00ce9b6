import { AlertBody, AlertOutcome } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { alertBodyWords, alertOutcomeWords, alertSideWords, usualBodies } from '../../wording/alert-words.ts'
import type { AlertModel } from './alert-model.ts'

/** For whoever telephoned somebody who has not said that they know. */
export function telephoneForm({ hidden, alert, typed, errors }: AlertModel): Html {
  return html`<form method="post" novalidate>${hidden}
${radios({
  name: 'side',
  idPrefix: 'side',
  value: typed.side,
  classes: 'govuk-radios--small',
  fieldset: {
    legend: {
      text: 'Record whom you told by telephone: for whom do they speak?',
      classes: 'govuk-fieldset__legend--s',
    },
  },
  errorMessage: errorOf(errors, 'side'),
  items: alert.waiting.map((value) => ({ value, text: alertSideWords[value] })),
})}
${input({
  id: 'name',
  name: 'name',
  value: typed.name,
  autocomplete: 'off',
  label: { text: 'Their name', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'name'),
})}
${button({ text: 'Record that they know of it', name: '_action', value: 'telephoned', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}

/** Which of the bodies not yet told was told: those that are usual for the kind come first. */
export function bodyForm({ hidden, alert, bodies, typed, errors }: AlertModel): Html | null {
  const told = new Set(bodies.map(({ body }) => body))
  const usual = usualBodies[alert.kind]
  const others = AlertBody.options.filter((body) => !usual.includes(body))
  const open = [...usual, ...others].filter((body) => !told.has(body))
  if (open.length === 0) return null
  return html`<form method="post" novalidate>${hidden}
${radios({
  name: 'body',
  idPrefix: 'body',
  value: typed.body,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Record that a body was told', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'body'),
  items: open.map((value) => ({ value, text: alertBodyWords[value] })),
})}
${dateField({ name: 'toldOn', legend: 'When were they told?', value: typed.toldOn, errors })}
${button({ text: 'Record that they were told', name: '_action', value: 'told', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}

/** For the second person, once everybody knows of it. */
export function closingForm({ hidden, typed, errors }: AlertModel): Html {
  return html`<h2 class="govuk-heading-m">Close the alert</h2>
<form method="post" novalidate>${hidden}
${radios({
  name: 'outcome',
  idPrefix: 'outcome',
  value: typed.outcome,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What came of it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'outcome'),
  items: AlertOutcome.options.map((value) => ({ value, text: alertOutcomeWords[value] })),
})}
${characterCount({
  id: 'words',
  name: 'words',
  maxlength: 2_000,
  rows: 4,
  value: typed.words,
  label: { text: 'In words', classes: 'govuk-label--s' },
  hint: { text: 'Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'words'),
})}
${button({ text: 'Close the alert', name: '_action', value: 'close', preventDoubleClick: true })}
</form>`
}
