import type { TonightContacts } from '@cdop/domain'
import type { PageModel, SectionModel } from '@cdop/forms'
import { labelsOf } from '../../components/form-fields/drawing.ts'
import { type Html, html } from '../../components/html.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'
import { type PaperDrawing, paperBlocks } from './paper-blocks.ts'

export const paperTitle = 'Notification of a child’s death: form to fill in by hand'

export type PaperView = {
  readonly areaName: string
  readonly tonight: TonightContacts
  readonly questions: PageModel
}

/** The whole form without an answer, with boxes to tick and lines to write on. */
export function paperView({ areaName, tonight, questions }: PaperView): Html {
  const drawing: PaperDrawing = { labels: labelsOf(questions) }
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${areaName}</span>
<h1 class="govuk-heading-l">${paperTitle}</h1>
<p class="govuk-body">Use this form when you cannot notify online. To print it, use the print command of your browser.
Write in capital letters. Leave blank what does not apply, and tick “I do not know” where you do not know.</p>
<p class="govuk-body">When it is filled in it names a child. Hand it to the child death review team in ${areaName}, or send
it by a secure way that your organisation uses. Do not send it by ordinary email.</p>
${tonightNotice(tonight)}
${questions.sections.map((part) => section(part, drawing))}
<p class="govuk-body">Form version ${questions.version}.</p>
</div></div>`
}

function section({ title, hint, fieldsets }: SectionModel, drawing: PaperDrawing): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
${hint !== undefined && html`<p class="govuk-body">${hint}.</p>`}
${fieldsets.map(
  ({ legend, fields }) =>
    html`${legend !== undefined && html`<h3 class="govuk-heading-s">${legend}</h3>`}${paperBlocks(fields, drawing)}`,
)}`
}
