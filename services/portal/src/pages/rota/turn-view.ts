import { OnCallPart } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { type InputOptions, input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { partWords } from '../../wording/response-words.ts'
import type { TypedTurn } from './form.ts'

type Line = 'name' | 'email' | 'phone' | 'webhook' | 'fromTime' | 'untilTime'

/** Puts somebody on call. */
export function turnView(hidden: Html, typed: TypedTurn, errors: readonly ErrorItem[]): Html {
  const line = (name: Line, label: string, more: Partial<InputOptions> = {}) => {
    const mistake = errorOf(errors, name)
    return input({
      ...more,
      id: name,
      name,
      label: { text: label },
      value: typed[name],
      autocomplete: 'off',
      spellcheck: false,
      ...(mistake && { errorMessage: mistake }),
    })
  }
  const time = { hint: { text: 'By the 24-hour clock, for example 08:00' }, classes: 'govuk-input--width-5' }
  const mistake = errorOf(errors, 'part')
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Put somebody on call</h1>
<form method="post" novalidate>${hidden}
${radios({
  name: 'part',
  idPrefix: 'part',
  value: typed.part,
  fieldset: { legend: { text: 'As what?', classes: 'govuk-fieldset__legend--s' } },
  ...(mistake && { errorMessage: mistake }),
  items: OnCallPart.options.map((value) => ({ value, text: partWords[value] })),
})}
${line('name', 'Name')}
${line('email', 'Email address', { type: 'email', hint: { text: 'Where pages are mailed to' } })}
${line('phone', 'Phone number (optional)', { type: 'tel', classes: 'govuk-input--width-20' })}
${line('webhook', 'Web address of a paging system (optional)', { hint: { text: 'It begins with https://' } })}
${dateField({ name: 'fromOn', legend: 'From which date?', value: typed.fromOn, errors })}
${line('fromTime', 'From what time?', time)}
${dateField({ name: 'untilOn', legend: 'Until which date?', value: typed.untilOn, errors })}
${line('untilTime', 'Until what time?', time)}
${button({ text: 'Put on call', preventDoubleClick: true })}
</form>
</div></div>`
}
