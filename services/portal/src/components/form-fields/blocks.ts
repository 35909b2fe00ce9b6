import type { BlockModel, FieldModel } from '@cdop/forms'
import { type Html, html } from '../html.ts'
import type { Drawing } from './drawing.ts'
import { field } from './field.ts'
import { group } from './group.ts'
import type { Reveals } from './question-words.ts'

/** Fields in their order; one that a radio or checkbox beside it reveals is drawn under that answer. */
export function blocks(all: readonly BlockModel[], drawing: Drawing): Html {
  const nested = new Set(all.filter((block) => revealer(block, all) !== undefined))
  return html`${all.filter((block) => !nested.has(block)).map((block) => draw(block, all, drawing))}`
}

function draw(block: BlockModel, all: readonly BlockModel[], drawing: Drawing): Html {
  if (block.kind === 'note') return dependent(block, html`<p class="govuk-body">${block.text}</p>`, drawing)
  if (block.kind === 'group') return dependent(block, group(block, drawing, blocks), drawing)
  return dependent(block, field(block, drawing, revealedIn(block, all, drawing)), drawing)
}

/** The question beside it whose answer reveals a block, if it is one that can hold it. */
function revealer(block: BlockModel, all: readonly BlockModel[]): FieldModel | undefined {
  const { revealedBy } = block
  if (revealedBy === undefined) return undefined
  const before = all.slice(0, all.indexOf(block))
  return before.find(
    (other): other is FieldModel =>
      (other.kind === 'radios' || other.kind === 'checkboxes') &&
      other.name === revealedBy.name &&
      other.options.some(({ value }) => value === revealedBy.value),
  )
}

function revealedIn(parent: FieldModel, all: readonly BlockModel[], drawing: Drawing): Reveals {
  const children = all.filter((block) => revealer(block, all) === parent)
  const values = new Set(children.map(({ revealedBy }) => revealedBy?.value))
  return new Map(
    [...values].map((value) => {
      const ofValue = children.filter(({ revealedBy }) => revealedBy?.value === value)
      return [value, html`${ofValue.map((child) => revealed(child, all, drawing))}`]
    }),
  )
}

/** Drawn under its answer, so it need not say which one. */
function revealed(block: BlockModel, all: readonly BlockModel[], drawing: Drawing): Html {
  if (block.kind === 'note') return html`<p class="govuk-body">${block.text}</p>`
  if (block.kind === 'group') return group(block, drawing, blocks)
  return field(block, drawing, revealedIn(block, all, drawing))
}

/** When a block is to be answered, in words; null when it always is. */
export function whenAsked(
  { revealedBy, visible, when }: BlockModel,
  labels: Drawing['labels'],
): string | null {
  if (revealedBy === undefined && visible) return null
  const question = revealedBy && labels.get(revealedBy.name)
  const answer = question?.options.get(revealedBy?.value ?? '')
  if (question && answer) return `Only if you answered “${answer}” to “${question.label}”`
  return when ?? 'Only if your other answers call for it'
}

/** Says in words when a block is to be answered, where its place on the page does not say it. */
function dependent(block: BlockModel, content: Html, { labels }: Drawing): Html {
  const when = whenAsked(block, labels)
  if (when === null) return content
  return html`<div class="cdop-depends"><p class="govuk-body-s">${when}</p>${content}</div>`
}
