import { EveryMonths, PanelMeetingKind } from '@cdop/domain'
import type { ReportingYear } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { everyWords, type TypedMeetings, weekdayWords, weekWords } from './add-form.ts'

export const addTitle = 'Add meetings of one kind'

export type AddModel = {
  readonly hidden: Html
  readonly year: ReportingYear
  readonly version: number
  readonly typed: TypedMeetings
  readonly errors: readonly ErrorItem[]
}

const clock = { hint: { text: 'By the 24-hour clock, for example 14:00' }, classes: 'govuk-input--width-5' }

/** What kind of panel meets, how often or on which dates, when and where. */
export function addView({ hidden, year, version, typed, errors }: AddModel): Html {
  const line = (name: 'startsAt' | 'endsAt' | 'place', text: string, more: Partial<typeof clock> = {}) =>
    input({
      ...{ id: name, name, label: { text }, value: typed[name], errorMessage: errorOf(errors, name) },
      ...more,
    })
  const choice = (name: 'every' | 'week' | 'weekday', text: string, items: [string, string][]) =>
    select({
      ...{ id: name, name, label: { text }, value: typed[name], errorMessage: errorOf(errors, name) },
      items: items.map(([value, words]) => ({ value, text: words })),
    })
  const rule = html`${choice(
    'every',
    'How often?',
    EveryMonths.options.map(({ value }) => [String(value), everyWords[value]]),
  )}
${choice(
  'week',
  'Which week of the month?',
  weekWords.map(([value, words]) => [String(value), words]),
)}
${choice(
  'weekday',
  'Which day?',
  weekdayWords.map((words, at) => [String(at + 1), words]),
)}`
  const dates = textarea({
    id: 'dates',
    name: 'dates',
    label: { text: 'Dates' },
    hint: { text: 'One on each line, for example 27 3 2026' },
    value: typed.dates,
    errorMessage: errorOf(errors, 'dates'),
  })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${addTitle}</h1>
<p class="govuk-body">${year.label}. You see every date before anything is arranged, and can change each.</p>
<form method="post" novalidate>${hidden}<input type="hidden" name="version" value="${String(version)}">
${radios({
  name: 'kind',
  idPrefix: 'kind',
  value: typed.kind,
  fieldset: { legend: { text: 'What kind of panel is it?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'kind'),
  items: PanelMeetingKind.options.map((value) => ({ value, text: panelMeetingKindWords[value] })),
})}
${radios({
  name: 'by',
  idPrefix: 'by',
  value: typed.by,
  fieldset: { legend: { text: 'On which days?', classes: 'govuk-fieldset__legend--s' } },
  hint: {
    text: 'A bank holiday, or a day with a panel meeting, is moved by a week or two where a rule says the days',
  },
  errorMessage: errorOf(errors, 'by'),
  items: [
    { value: 'rule', text: 'By a rule', conditional: { html: rule } },
    { value: 'dates', text: 'On dates I put in', conditional: { html: dates } },
  ],
})}
${line('startsAt', 'From what time?', clock)}
${line('endsAt', 'Until what time?', clock)}
${line('place', 'Where? (optional)', {
  hint: { text: 'A room, an address or a link. Name no child: invitations carry it by email.' },
})}
${button({ text: 'Add to the plan', preventDoubleClick: true })}
</form>
</div></div>`
}
