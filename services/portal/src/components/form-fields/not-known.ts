import type { FieldModel } from '@cdop/forms'
import { checkboxes } from '../checkboxes.ts'
import { type Html, html } from '../html.ts'

type NotKnown = NonNullable<FieldModel['notKnown']>

/** "I do not know", under a field that takes no such answer itself; read out together with its question. */
export function notKnown(question: string, { id, name, value, text, checked }: NotKnown): Html {
  return checkboxes({
    idPrefix: id,
    name,
    classes: 'govuk-checkboxes--small',
    formGroup: { classes: 'cdop-not-known' },
    items: [
      { id, value, checked, html: html`${text}<span class="govuk-visually-hidden">: ${question}</span>` },
    ],
  })
}
