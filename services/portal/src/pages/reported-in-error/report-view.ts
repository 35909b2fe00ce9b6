import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { reportedInErrorWords } from '../../wording/case-words.ts'
import type { TypedReport } from './form.ts'

export type ReportModel = {
  readonly hidden: Html
  readonly version: number
  readonly hasCase: boolean
  readonly typed: TypedReport
  readonly errors: readonly ErrorItem[]
}

const nationalWords = { yes: 'Yes', no: 'No' } as const

/** The first step: what was wrong with the report. Nothing has happened yet. */
export function reportView({ hidden, version, hasCase, typed, errors }: ReportModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Reported in error</h1>
<p class="govuk-body">Use this if the child is alive, or if the report was about somebody else. The next page says what
will happen and asks you once more.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'What was wrong with the report?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorOf(errors, 'reason'),
  items: Object.entries(reportedInErrorWords).map(([value, text]) => ({ value, text })),
})}
${radios({
  name: 'national',
  idPrefix: 'national',
  value: typed.national,
  fieldset: {
    legend: {
      text: 'Was the National Child Mortality Database told of the death?',
      classes: 'govuk-fieldset__legend--m',
    },
  },
  hint: {
    text: hasCase ? 'By you, by a hospital or by the forms you sent there' : 'By you or by a hospital',
  },
  errorMessage: errorOf(errors, 'national'),
  items: Object.entries(nationalWords).map(([value, text]) => ({ value, text })),
})}
${button({ text: 'Continue', name: '_action', value: 'check' })}
</form>
</div></div>`
}

/** The second step: what will happen, and whether the person is sure. */
export function reportAgainView({ hidden, version, hasCase, typed, errors }: ReportModel): Html {
  const reason = Object.entries(reportedInErrorWords).find(([code]) => code === typed.reason)?.[1] ?? ''
  const told = typed.national === 'yes' ? nationalWords.yes : nationalWords.no
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Check before you recall everything</h1>
${summaryList({
  rows: [
    { key: { text: 'What was wrong' }, value: { text: reason } },
    { key: { text: 'National database told' }, value: { text: told } },
  ],
})}
${warningText({ text: 'This happens at once and cannot be taken back.' })}
<ul class="govuk-list govuk-list--bullet">
<li>the notification leaves every list, and the child is shown to nobody</li>
${
  hasCase &&
  html`<li>links to forms stop working, and each agency that was asked gets an email without a name</li>
<li>the case leaves every list, the panel’s agenda and the figures</li>`
}
${typed.national === 'yes' && html`<li>you have to withdraw the record at the national database</li>`}
<li>a trace stays for coordinators: the reference, dates, and who had opened what</li>
</ul>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
<input type="hidden" name="reason" value="${typed.reason}">
<input type="hidden" name="national" value="${typed.national}">
${checkboxes({
  name: 'sure',
  idPrefix: 'sure',
  fieldset: { legend: { text: 'Are you sure?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorOf(errors, 'sure'),
  items: [{ value: 'yes', text: 'I have checked this with the person who told us of the death' }],
})}
${button({
  text: 'Report in error and recall everything',
  name: '_action',
  value: 'report',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>
</div></div>`
}
