import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'

type Row = { readonly key: { readonly text: string }; readonly value: { readonly text: string } }

/** Where a postcode lies, or why that is not known. */
export type ShownPlace = {
  readonly title: string
  /** What contradicts it, for the coordinator to settle. */
  readonly disagreement: string | null
  readonly rows: readonly Row[]
  /** Instead of rows. */
  readonly unknown: string | null
}

export function placeView({ title, disagreement, rows, unknown }: ShownPlace): Html {
  return html`<h2 class="govuk-heading-m">${title}</h2>
${disagreement !== null && warningText({ text: disagreement })}
${unknown !== null && html`<p class="govuk-body">${unknown}</p>`}
${rows.length > 0 && summaryList({ rows: [...rows] })}`
}
