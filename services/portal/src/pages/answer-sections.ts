import type { SummarySection } from '@cdop/forms'
import { type Html, html } from '../components/html.ts'
import { summaryList } from '../components/summary-list.ts'
import { typedText } from '../wording/typed-text.ts'

type Row = SummarySection['rows'][number]

/**
 * The answers of a form in words, section by section. Entries of a repeating group stand under their own heading.
 * @param wordsOf replaces an answer that the form itself keeps as a code, by its question
 * @param beside what stands with an answer, and `besideSection` with the title of a section
 * @param anchored each answer can be linked to, as `#answer-` and its question; at most one such form on a page
 */
export function answerSections(
  sections: readonly SummarySection[],
  wordsOf: (row: Row) => string = ({ answer }) => answer,
  {
    anchored = false,
    beside = () => null,
    besideSection = () => null,
  }: {
    anchored?: boolean
    beside?: (row: Row) => Html | null
    besideSection?: (section: SummarySection) => Html | null
  } = {},
): Html {
  return html`${sections.map(
    (section) => html`<h2 class="govuk-heading-m">${section.title}</h2>${besideSection(section)}
${runs(section.rows).map(
  ({ entry, rows: own }) => html`${entry !== undefined && html`<h3 class="govuk-heading-s">${entry}</h3>`}
${summaryList({
  rows: own.map((row) => ({
    key: { text: row.label },
    value: { html: html`${anchored ? anchor(row, wordsOf(row)) : typedText(wordsOf(row))}${beside(row)}` },
  })),
})}`,
)}`,
  )}`
}

function anchor({ linkId, entry }: Row, words: string): Html {
  const text = typedText(words)
  return entry === undefined ? html`<span id="answer-${linkId}">${text}</span>` : text
}

type Run = { entry: string | undefined; rows: Row[] }

/** Rows that follow each other and belong to the same entry. */
function runs(rows: readonly Row[]): Run[] {
  const found: Run[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (last !== undefined && last.entry === row.entry?.label) last.rows.push(row)
    else found.push({ entry: row.entry?.label, rows: [row] })
  }
  return found
}
