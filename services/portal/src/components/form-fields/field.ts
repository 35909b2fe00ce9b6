import type { FieldModel } from '@cdop/forms'
import { characterCount } from '../character-count.ts'
import { dateInput } from '../date-input.ts'
import type { Html } from '../html.ts'
import { html } from '../html.ts'
import { input } from '../input.ts'
import { select } from '../select.ts'
import { textarea } from '../textarea.ts'
import { choices } from './choices.ts'
import type { Drawing } from './drawing.ts'
import { inputFormat } from './input-format.ts'
import { notKnown } from './not-known.ts'
import { notes, type Reveals, words } from './question-words.ts'

type ValueField = Extract<
  FieldModel,
  { value: string; kind: 'text' | 'textarea' | 'time' | 'integer' | 'nhs-number' }
>
type DateField = Extract<FieldModel, { kind: 'date' }>
type ChoiceField = Extract<FieldModel, { kind: 'radios' | 'checkboxes' | 'select' }>

/** One question: its label, help, error, present value, and "I do not know" where the form offers it. */
export function field(model: FieldModel, { asHeading }: Drawing, reveals: Reveals): Html {
  const control = controlOf(model, asHeading, reveals)
  return model.notKnown === undefined ? control : html`${control}${notKnown(model.label, model.notKnown)}`
}

function controlOf(model: FieldModel, asHeading: boolean, reveals: Reveals): Html {
  switch (model.kind) {
    case 'radios':
    case 'checkboxes':
      return choices(model, asHeading, reveals)
    case 'select':
      return longChoice(model, asHeading)
    case 'date':
      return date(model, asHeading)
    case 'textarea':
      return longText(model, asHeading)
    case 'text':
    case 'time':
    case 'integer':
    case 'nhs-number':
      return line(model, asHeading)
  }
}

function line(model: ValueField, asHeading: boolean): Html {
  const { help, ...shape } = inputFormat(model.kind === 'text' ? model.format : model.kind)
  return input({
    id: model.id,
    name: model.name,
    label: words(model, asHeading, 'govuk-label'),
    ...notes(model, model.hint ?? help),
    value: model.value,
    // A browser on a shared desk must not offer one family's particulars to the next.
    autocomplete: 'off',
    spellcheck: false,
    ...shape,
  })
}

function longText(model: ValueField, asHeading: boolean): Html {
  const shared = {
    id: model.id,
    name: model.name,
    label: words(model, asHeading, 'govuk-label'),
    ...notes(model),
    value: model.value,
  }
  if (model.maxLength === undefined) return textarea({ ...shared, autocomplete: 'off' })
  return characterCount({ ...shared, maxlength: model.maxLength, threshold: 75 })
}

function date(model: DateField, asHeading: boolean): Html {
  return dateInput({
    id: model.id,
    fieldset: { legend: words(model, asHeading, 'govuk-fieldset__legend') },
    ...notes(model, model.hint ?? 'For example, 27 3 2026'),
    items: model.parts.map(({ part, id, name, label, value, wrong }) => ({
      id,
      name,
      label,
      value,
      classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      autocomplete: 'off',
      ...(wrong ? { error: true } : {}),
    })),
  })
}

function longChoice(model: ChoiceField, asHeading: boolean): Html {
  return select({
    id: model.id,
    name: model.name,
    label: words(model, asHeading, 'govuk-label'),
    ...notes(model),
    items: [
      { value: '', text: 'Select an answer', selected: model.value === '' },
      ...model.options.map(({ value, text }) => ({ value, text, selected: value === model.value })),
    ],
  })
}
