import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { LONGEST_TERMS, type TypedRegional } from './form.ts'

const time = { hint: { text: 'By the 24-hour clock, for example 14:00' }, classes: 'govuk-input--width-5' }

/** When, where and what for: the fields of a regional meeting. */
export function planFields(typed: TypedRegional, errors: readonly ErrorItem[]): Html {
  const line = (
    name: 'theme' | 'startsAt' | 'endsAt' | 'place',
    text: string,
    more: Partial<typeof time> = {},
  ) =>
    input({
      id: name,
      name,
      label: { text },
      value: typed[name],
      errorMessage: errorOf(errors, name),
      ...more,
    })
  return html`${line('theme', 'What do the areas meet on?', {
    hint: { text: 'For example: deaths of children with epilepsy. Name or describe no child' },
  })}
${characterCount({
  id: 'terms',
  name: 'terms',
  label: { text: 'Terms of reference', classes: 'govuk-label--s' },
  hint: {
    text: 'What the meeting is for, who chairs it, and how the areas agreed to hold it. Other areas read this: name or describe no child',
  },
  maxlength: LONGEST_TERMS,
  value: typed.terms,
  errorMessage: errorOf(errors, 'terms'),
})}
${dateField({ name: 'heldOn', legend: 'When do the areas meet?', value: typed.heldOn, errors })}
${line('startsAt', 'From what time?', time)}
${line('endsAt', 'Until what time?', time)}
${line('place', 'Where?', {
  hint: { text: 'A room, an address or a link. Everybody who reads the meeting sees it' },
})}`
}
