import type { FieldModel } from '@cdop/forms'
import type { Html } from '../html.ts'

/** What each answer of a choice reveals, by its value. */
export type Reveals = ReadonlyMap<string | undefined, Html>

/** The words of the question, with "(optional)" where it may be left out; as the page's h1 when it is alone. */
export function words(
  model: FieldModel,
  asHeading: boolean,
  block: 'govuk-label' | 'govuk-fieldset__legend',
) {
  return {
    text: model.optional ? `${model.label} (optional)` : model.label,
    classes: `${block}--${asHeading ? 'l' : 's'}`,
    isPageHeading: asHeading,
  }
}

/** Help and error, in the shape every component takes. */
export function notes(model: FieldModel, help: string | undefined = model.hint) {
  return {
    hint: help === undefined ? undefined : { text: help },
    errorMessage: model.error === undefined ? undefined : { text: model.error },
  }
}
