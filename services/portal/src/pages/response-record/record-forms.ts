import { ResponseMeetingKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { responseMeetingWords } from '../../wording/response-record-words.ts'
import {
  LACKING_LENGTH,
  type RecordStep,
  type TypedAction,
  type TypedBegin,
  type TypedCheck,
  WHAT_LENGTH,
} from './form.ts'

type Asked = { readonly hidden: Html; readonly errors: readonly ErrorItem[] }

/** Takes the lead of a response. */
export function takeLeadForm(hidden: Html, leadId: string | null): Html {
  return html`<form method="post" novalidate>${hidden}<input type="hidden" name="from" value="${leadId ?? ''}">
<p class="govuk-body">The lead of a response sees its record and keeps it. If you take the lead, the lead before you no
longer sees the record. That you took it is written down.</p>
${button({ text: 'Take the lead', name: '_action', value: 'take-lead', preventDoubleClick: true })}
</form>`
}

/** What can be recorded of a meeting or visit, in the order it happens. */
const stepWords: Readonly<Record<RecordStep, string>> = {
  arrange: 'When and where it is to be',
  held: 'That it took place, who was there and the notes',
  'not-held': 'That it does not take place, and why',
}

/** Asks which meeting or visit is to be recorded, and what of it. Its form is the next page. */
export function beginForm({ hidden, errors }: Asked, typed: TypedBegin): Html {
  return html`<h2 class="govuk-heading-m">Arrange or record a meeting or visit</h2>
<form method="post" novalidate>${hidden}
${radios({
  name: 'kind',
  idPrefix: 'kind',
  value: typed.kind,
  fieldset: { legend: { text: 'Which one?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'kind'),
  items: ResponseMeetingKind.options.map((value) => ({ value, text: responseMeetingWords[value] })),
})}
${radios({
  name: 'step',
  idPrefix: 'step',
  value: typed.step,
  fieldset: { legend: { text: 'What do you want to record?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'step'),
  items: Object.entries(stepWords).map(([value, text]) => ({ value, text })),
})}
${button({ text: 'Continue', name: '_action', value: 'begin', preventDoubleClick: true })}
</form>`
}

/** Records that an action was done today. Its number in the list tells it from the others. */
export function finishForm(hidden: Html, responseActionId: string, number: number): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="responseAction" value="${responseActionId}">
${button({
  text: `Record action ${number} as done today`,
  name: '_action',
  value: 'finish',
  classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
  preventDoubleClick: true,
})}
</form>`
}

/** Writes down what is to be done, by whom and by when. */
export function actionForm({ hidden, errors }: Asked, typed: TypedAction): Html {
  return html`<form method="post" novalidate>${hidden}
${characterCount({
  id: 'what',
  name: 'what',
  label: { text: 'What is to be done?', classes: 'govuk-label--s' },
  value: typed.what,
  rows: 3,
  maxlength: WHAT_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'what'),
})}
${input({
  id: 'owner',
  name: 'owner',
  label: { text: 'Who does it?', classes: 'govuk-label--s' },
  hint: { text: 'A name and an agency' },
  value: typed.owner,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'owner'),
})}
${dateField({ name: 'dueOn', legend: 'By when?', value: typed.dueOn, errors })}
${button({ text: 'Add the action', name: '_action', value: 'add-action', preventDoubleClick: true })}
</form>`
}

/** The designated doctor's word on the record. `suffix` tells its fields from those of another on the page. */
export function checkForm(
  { hidden, errors }: Asked,
  typed: TypedCheck,
  { responseId, checked, suffix = '' }: { responseId: string; checked: number; suffix?: string },
): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="checked" value="${checked}"><input type="hidden" name="response" value="${responseId}">
<input type="hidden" name="suffix" value="${suffix}">
${radios({
  name: 'adequate',
  idPrefix: `adequate${suffix}`,
  value: typed.adequate,
  fieldset: {
    legend: { text: 'Is the record of this response adequate?', classes: 'govuk-fieldset__legend--s' },
  },
  errorMessage: errorOf(errors, `adequate${suffix}`),
  items: [
    { value: 'yes', text: 'Yes' },
    {
      value: 'no',
      text: 'No',
      conditional: {
        html: characterCount({
          id: `lacking${suffix}`,
          name: 'lacking',
          label: { text: 'What was lacking?' },
          value: typed.lacking,
          rows: 3,
          maxlength: LACKING_LENGTH,
          threshold: 75,
          errorMessage: errorOf(errors, `lacking${suffix}`),
        }),
      },
    },
  ],
})}
${button({ text: 'Record this', name: '_action', value: 'check', preventDoubleClick: true })}
</form>`
}

/** Records a final discussion as the review meeting of its case. `suffix` tells its fields from another's. */
export function reviewMeetingForm(
  { hidden, errors }: Asked,
  responseMeetingId: string,
  suffix: string,
): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="responseMeeting" value="${responseMeetingId}"><input type="hidden" name="suffix" value="${suffix}">
<p class="govuk-body">It can be recorded as the child death review meeting of this case, once: with who was there and the
notes.</p>
${radios({
  name: 'last',
  idPrefix: `last${suffix}`,
  classes: 'govuk-radios--inline',
  fieldset: {
    legend: { text: 'Was it the last review meeting of the case?', classes: 'govuk-fieldset__legend--s' },
  },
  errorMessage: errorOf(errors, `last${suffix}`),
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No, another is expected' },
  ],
})}
${button({
  text: 'Record it as a review meeting',
  name: '_action',
  value: 'review-meeting',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
})}
</form>`
}
