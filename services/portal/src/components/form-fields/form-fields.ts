import type { PageModel, SectionModel } from '@cdop/forms'
import { fieldset } from '../fieldset.ts'
import { type Html, html } from '../html.ts'
import { blocks } from './blocks.ts'
import { type Drawing, labelsOf } from './drawing.ts'

export type FormFieldsOptions = {
  /** The only question of the page is its heading: its label or legend becomes the h1. */
  readonly asHeading?: boolean
}

/**
 * The fields of a statutory form, or of one section of it: goes inside a `<form>`, before the page's own button.
 *
 * Without JavaScript every field stands open and says which answer calls for it; the server leaves out what
 * was not asked. "Add another" and "Remove" are buttons named `_action` (`add:<group>`, `remove:<group>:<row>`).
 */
export function formFields(model: Pick<PageModel, 'sections'>, options: FormFieldsOptions = {}): Html {
  const drawing: Drawing = { labels: labelsOf(model), asHeading: options.asHeading ?? false }
  const titled = model.sections.length > 1
  return html`${hasGroups(model) && firstButton}${model.sections.map((part) => section(part, titled, drawing))}`
}

/** Pressing Enter presses a form's first button. That must be "continue", never "remove". */
const firstButton = html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Continue</button>`

function hasGroups(model: Pick<PageModel, 'sections'>): boolean {
  return model.sections.some(({ fieldsets }) =>
    fieldsets.some(({ fields }) => fields.some(({ kind }) => kind === 'group')),
  )
}

function section({ title, hint, fieldsets }: SectionModel, titled: boolean, drawing: Drawing): Html {
  return html`${titled && html`<h2 class="govuk-heading-m">${title}</h2>`}
${hint !== undefined && html`<p class="govuk-body">${hint}</p>`}
${fieldsets.map(({ legend, fields }) => {
  const content = blocks(fields, drawing)
  if (legend === undefined) return content
  return fieldset({ legend: { text: legend, classes: 'govuk-fieldset__legend--m' }, html: content })
})}`
}
