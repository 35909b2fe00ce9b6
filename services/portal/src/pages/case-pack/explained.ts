import { explainAbbreviations } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'

/** Which abbreviations a page has explained so far. */
export type Met = Set<string>

/** A text with its abbreviations explained in place, in words where one is met for the first time. */
export function explained(text: string, met: Met): Html {
  return html`${explainAbbreviations(text, met).map((piece) => {
    if (piece.kind === 'text') return piece.text
    const { short, long } = piece.entry
    return html`<abbr title="${long}">${short}</abbr>${piece.first && ` (${long})`}`
  })}`
}
