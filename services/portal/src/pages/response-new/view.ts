import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { whenFields } from '../response/decided-when.ts'
import { CIRCUMSTANCES_LENGTH, type TypedBeginning } from './form.ts'

export function beginResponseView(hidden: Html, typed: TypedBeginning, errors: readonly ErrorItem[]): Html {
  const line = (name: 'child' | 'whereNow', label: string, hint: string) => {
    const mistake = errorOf(errors, name)
    return input({
      id: name,
      name,
      label: { text: label },
      hint: { text: hint },
      value: typed[name],
      autocomplete: 'off',
      spellcheck: false,
      ...(mistake && { errorMessage: mistake }),
    })
  }
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Begin a response before a death</h1>
<p class="govuk-body">For a child brought in near death who is expected to die. This is no notification: notify the
death once the child has died. If the child lives, close the record, and what you write here is destroyed.</p>
<form method="post" novalidate>${hidden}
${line('child', 'Child’s name', 'Or what the hospital calls the child')}
${dateField({
  name: 'dateOfBirth',
  legend: 'Date of birth (optional)',
  hint: 'For example, 27 3 2016',
  value: typed.dateOfBirth,
  errors,
})}
${line('whereNow', 'Where is the child now?', 'Hospital and ward')}
${characterCount({
  id: 'circumstances',
  name: 'circumstances',
  label: { text: 'What happened?' },
  hint: { text: 'What is known now. A few sentences are enough' },
  value: typed.circumstances,
  maxlength: CIRCUMSTANCES_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'circumstances'),
})}
${whenFields(typed, errors)}
${button({ text: 'Begin the response', preventDoubleClick: true })}
</form>
</div></div>`
}
