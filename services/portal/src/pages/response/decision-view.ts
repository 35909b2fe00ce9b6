import { NoResponseReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { noResponseWords } from '../../wording/response-words.ts'
import { whenFields } from './decided-when.ts'
import type { TypedDecision } from './form.ts'

type Deciding = { hidden: Html; version: number; typed: TypedDecision; errors: readonly ErrorItem[] }

/** The decision: two choices, a reason for the second, and when it was made. */
export function decisionForm({ hidden, version, typed, errors }: Deciding): Html {
  const mistake = errorOf(errors, 'decision')
  const reasonMistake = errorOf(errors, 'reason')
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
<h2 class="govuk-heading-m">Record the decision</h2>
${radios({
  name: 'decision',
  idPrefix: 'decision',
  value: typed.decision,
  fieldset: { legend: { text: 'What was decided?', classes: 'govuk-fieldset__legend--s' } },
  ...(mistake && { errorMessage: mistake }),
  items: [
    { value: 'start', text: 'Start a joint agency response' },
    {
      value: 'not-start',
      text: 'Do not start one',
      conditional: {
        html: radios({
          name: 'reason',
          idPrefix: 'reason',
          value: typed.reason,
          fieldset: { legend: { text: 'Why not?', classes: 'govuk-fieldset__legend--s' } },
          ...(reasonMistake && { errorMessage: reasonMistake }),
          items: NoResponseReason.options.map((value) => ({ value, text: noResponseWords[value] })),
        }),
      },
    },
  ],
})}
${whenFields(typed, errors)}
${button({ text: 'Record the decision', name: '_action', value: 'decide', preventDoubleClick: true })}
</form>`
}
