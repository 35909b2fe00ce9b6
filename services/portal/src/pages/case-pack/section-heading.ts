import { type Html, html } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'

type SectionHeading = {
  readonly id: string
  readonly text: string
  /** The sections that are new to whoever reads. */
  readonly fresh: ReadonlySet<string>
  readonly level?: 2 | 3
}

/** The heading of a part of the pack: a place to come back to, marked where it is new to the reader. */
export function sectionHeading({ id, text, fresh, level = 2 }: SectionHeading): Html {
  const said = html`${text}${fresh.has(id) && html` ${tag({ text: 'New or changed', classes: 'govuk-tag--blue' })}`}`
  return level === 2
    ? html`<h2 class="govuk-heading-m" id="${id}" data-place>${said}</h2>`
    : html`<h3 class="govuk-heading-s" id="${id}" data-place>${said}</h3>`
}
