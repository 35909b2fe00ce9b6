import type { BlockModel, FieldModel, GroupModel } from '@cdop/forms'
import { whenAsked } from '../../components/form-fields/blocks.ts'
import type { Drawing } from '../../components/form-fields/drawing.ts'
import { type Html, html } from '../../components/html.ts'

export type PaperDrawing = Pick<Drawing, 'labels'>

/** Questions in their order, each with room for its answer. */
export function paperBlocks(blocks: readonly BlockModel[], drawing: PaperDrawing): Html {
  return html`${blocks.map((block) => {
    if (block.kind === 'note') return html`<p class="govuk-body">${block.text}</p>`
    return block.kind === 'group' ? group(block, drawing) : question(block, drawing)
  })}`
}

function group({ legend, hint, rows }: GroupModel, drawing: PaperDrawing): Html {
  return html`<h3 class="govuk-heading-s">${legend}</h3>
${hint !== undefined && html`<p class="govuk-hint">${hint}</p>`}
${rows.map(
  (row) => html`<div class="cdop-row"><p class="govuk-body-s">${row.legend}</p>
${paperBlocks(row.fields, drawing)}</div>`,
)}`
}

function question(field: FieldModel, drawing: PaperDrawing): Html {
  const when = whenAsked(field, drawing.labels)
  const hint = field.kind === 'date' ? undefined : field.hint
  return html`<div class="cdop-paper">
<p class="govuk-body govuk-!-font-weight-bold">${field.label}</p>
${when !== null && html`<p class="govuk-hint">${when}</p>`}
${hint !== undefined && html`<p class="govuk-hint">${hint}</p>`}
${room(field)}
${field.notKnown !== undefined && tick(field.notKnown.text)}
</div>`
}

/** Room to write in: boxes to tick, three fields of a date, lines as many as the answer needs. */
function room(field: FieldModel): Html {
  switch (field.kind) {
    case 'radios':
    case 'checkboxes':
    case 'select':
      return html`<div class="cdop-paper__choices">${field.options.map(({ text }) => tick(text))}</div>`
    case 'date':
      return html`<p class="govuk-body">${field.parts.map(
        ({ label, part }) =>
          html`${label} <span class="cdop-paper__box cdop-paper__box--${part === 'year' ? 'year' : 'part'}"></span> `,
      )}</p>`
    case 'time':
    case 'integer':
      return html`<p class="govuk-body"><span class="cdop-paper__box cdop-paper__box--year"></span></p>`
    case 'textarea':
      return html`<div class="cdop-paper__lines cdop-paper__lines--many"></div>`
    case 'text':
    case 'nhs-number':
      return html`<div class="cdop-paper__lines"></div>`
  }
}

function tick(text: string): Html {
  return html`<p class="govuk-body cdop-paper__tick"><span class="cdop-paper__box"></span> ${text}</p>`
}
