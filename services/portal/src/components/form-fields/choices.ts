import { type FieldModel, NOT_KNOWN } from '@cdop/forms'
import { checkboxes } from '../checkboxes.ts'
import type { Html } from '../html.ts'
import { radios } from '../radios.ts'
import { notes, type Reveals, words } from './question-words.ts'

type Choices = Extract<FieldModel, { kind: 'radios' | 'checkboxes' | 'select' }>

/** Radios or checkboxes; "I do not know" stands apart and, among checkboxes, clears the others. */
export function choices(model: Choices, asHeading: boolean, reveals: Reveals): Html {
  const shared = {
    idPrefix: model.id,
    name: model.name,
    fieldset: { legend: words(model, asHeading, 'govuk-fieldset__legend') },
    ...notes(model),
  }
  const items = model.options.flatMap(({ value, text, id, checked }) => {
    const content = reveals.get(value)
    const choice = { value, text, id, checked, ...(content ? { conditional: { html: content } } : {}) }
    return value === NOT_KNOWN ? [{ divider: 'or' }, choice] : [choice]
  })
  if (model.kind !== 'checkboxes') return radios({ ...shared, items })
  return checkboxes({
    ...shared,
    items: items.map((item) =>
      'value' in item && item.value === NOT_KNOWN ? { ...item, behaviour: 'exclusive' as const } : item,
    ),
  })
}
