import type { BlockModel, GroupModel } from '@cdop/forms'
import { button } from '../button.ts'
import { errorMessage } from '../error-message.ts'
import { hint } from '../hint.ts'
import { type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'

type DrawBlocks = (all: readonly BlockModel[], drawing: Drawing) => Html

/** Entries of the same kind, with buttons to add and remove one that work without JavaScript. */
export function group(model: GroupModel, drawing: Drawing, draw: DrawBlocks): Html {
  const { id, linkId, legend, optional, rows, mayAddAnother } = model
  const error = rows.some(({ fields }) => fields.some((field) => field.error === model.error))
    ? undefined
    : model.error
  const described = [model.hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter((part) => part !== false)
    .join(' ')
  return html`<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}">
<fieldset class="govuk-fieldset" id="${id}"${described !== '' && html` aria-describedby="${described}"`}>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${legend}${optional && ' (optional)'}</legend>
${model.hint !== undefined && hint({ id: `${id}-hint`, text: model.hint })}
${error !== undefined && errorMessage({ id: `${id}-error`, text: error })}
${rows.map(
  (row) => html`<fieldset class="govuk-fieldset cdop-row">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s cdop-row__legend">${row.legend}</legend>
${draw(row.fields, drawing)}
${rows.length > 1 && action(`remove:${linkId}:${row.index}`, `Remove ${row.legend.toLowerCase()}`)}
</fieldset>`,
)}
${mayAddAnother && action(`add:${linkId}`, addText(model))}
</fieldset></div>`
}

function action(value: string, text: string): Html {
  return button({ text, name: '_action', value, classes: 'govuk-button--secondary' })
}

/** "Add another professional": from the entries' own name, "Professional 1". */
function addText({ rows }: GroupModel): string {
  const name = rows[0]?.legend
    .replace(/ \d+$/, '')
    .toLowerCase()
    .replace(/^other /, '')
  return name === undefined ? 'Add another' : `Add another ${name}`
}
