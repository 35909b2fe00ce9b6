import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'

/** How far a form that was returned was answered, section by section. */
export type ReturnedCompleteness = {
  readonly name: string
  readonly title: string
  readonly sections: readonly {
    readonly title: string
    readonly answered: number
    readonly notKnown: number
    readonly blank: readonly {
      readonly path: string
      readonly label: string
      /** The review rests on it. */
      readonly critical: boolean
    }[]
  }[]
}

/** A table for each form, and the questions that were left blank, those the review rests on first: what to ask the agency about. */
export function completenessView(forms: readonly ReturnedCompleteness[]): Html {
  return html`${forms.map(({ title, sections }) => {
    const blank = sections.flatMap((section) =>
      section.blank.map(({ label, critical }) => ({ text: `${section.title}: ${label}`, critical })),
    )
    const caption = `How far it was answered: ${title}`
    return html`${scrollRegion(
      caption,
      table({
        caption,
        captionClasses: 'govuk-table__caption--m',
        head: [
          { text: 'Section' },
          ...['Answered', 'Not known', 'Left blank'].map((text) => ({ text, format: 'numeric' as const })),
        ],
        firstCellIsHeader: true,
        rows: sections.map((section) => [
          { text: section.title },
          { text: section.answered, format: 'numeric' as const },
          { text: section.notKnown, format: 'numeric' as const },
          { text: section.blank.length, format: 'numeric' as const },
        ]),
      }),
    )}
${leftBlank(
  'Left blank, and the review rests on it:',
  blank.filter(({ critical }) => critical),
)}
${leftBlank(
  'Left blank:',
  blank.filter(({ critical }) => !critical),
)}`
  })}`
}

const leftBlank = (words: string, questions: readonly { readonly text: string }[]) =>
  questions.length > 0 &&
  html`<p class="govuk-body">${words}</p>
<ul class="govuk-list govuk-list--bullet">${questions.map(({ text }) => html`<li>${text}</li>`)}</ul>`
