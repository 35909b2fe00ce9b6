import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'

/** How far a form is that an agency fills in now: its sections by name, and none of their answers. */
export type ShownFilling = {
  readonly name: string
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly state: keyof typeof stateWords }[]
}

const stateWords = {
  completed: 'Completed',
  'in-progress': 'In progress',
  'not-started': 'Not started',
  'not-started-or-not-asked': 'Not started, or not asked',
}

/** What the agency has said of each section; what it answered stays its own until it sends it. */
export function fillingView(forms: readonly ShownFilling[]): Html {
  return html`${forms.map(
    ({ title, sections }) => html`<h2 class="govuk-heading-m">How far the agency is: ${title}</h2>
<p class="govuk-body">You see the answers once the agency sends them.</p>
${summaryList({
  rows: sections.map((section) => ({
    key: { text: section.title },
    value: { text: stateWords[section.state] },
  })),
})}`,
  )}`
}
