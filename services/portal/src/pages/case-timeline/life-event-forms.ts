import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenMoment } from './entry-words.ts'
import { MOST_REASON, MOST_WORDS, type TypedLifeEvent } from './form.ts'
import type { ReadTimeline } from './view.ts'

/** Somebody or something that can have said what is written down. */
export type LifeEventSource = { readonly code: string; readonly text: string }

/** Writes down something in the life of the child. */
export function newLifeEventView(
  hidden: Html,
  { typed, sources }: { typed: TypedLifeEvent; sources: readonly LifeEventSource[] },
  errors: readonly ErrorItem[],
): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Add something from the child’s life</h1>
<form method="post" novalidate>${hidden}
${dateField({
  name: 'on',
  legend: 'When was it?',
  hint: 'Leave out the day, or the day and the month, if they are not known. For example, 3 2024',
  value: typed.on,
  errors,
})}
${characterCount({
  id: 'what',
  name: 'what',
  maxlength: MOST_WORDS,
  label: { text: 'What happened?', classes: 'govuk-label--s' },
  value: typed.what,
  errorMessage: errorOf(errors, 'what'),
})}
${radios({
  name: 'source',
  idPrefix: 'source',
  value: typed.source,
  fieldset: { legend: { text: 'Who or what says so?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'If it is taken out of the case later, this entry is no longer shown' },
  errorMessage: errorOf(errors, 'source'),
  items: [
    ...sources.map(({ code, text }) => ({ value: code, text })),
    { value: 'office', text: 'The panel’s office knows it' },
  ],
})}
${button({ text: 'Add to the timeline', preventDoubleClick: true })}
</form>
</div></div>`
}

export type WrittenEntry = Extract<ReadTimeline['entries'][number], { is: 'written' }>

/** Takes an entry out that does not stand. */
export function takeOutView(
  hidden: Html,
  { entry, because }: { entry: WrittenEntry; because: string },
  errors: readonly ErrorItem[],
): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Take this out of the timeline</h1>
<p class="govuk-body"><strong>${writtenMoment(entry.at)}</strong></p>
<p class="govuk-body">${typedText(entry.what)}</p>
<form method="post" novalidate>${hidden}
${characterCount({
  id: 'because',
  name: 'because',
  maxlength: MOST_REASON,
  rows: 3,
  label: { text: 'Why does it not stand?', classes: 'govuk-label--s' },
  hint: { text: 'It is kept with this reason, and shown no more' },
  value: because,
  errorMessage: errorOf(errors, 'because'),
})}
${button({ text: 'Take it out', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
</div></div>`
}
