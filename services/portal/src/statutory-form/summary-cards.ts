import type { SummarySection } from '@cdop/forms'
import { type Html, html } from '../components/html.ts'
import { summaryList } from '../components/summary-list.ts'

export type SummaryCardOptions = {
  /** Where a section is changed; without it nothing can be. */
  readonly change?: (section: string) => string
  /** Stands inside a section, above its answers: what is wrong with it. */
  readonly above?: (section: string) => Html | undefined
}

/** A filled form to read through, section by section, each answer with its "Change" link. */
export function summaryCards(sections: readonly SummarySection[], options: SummaryCardOptions = {}): Html {
  const { change, above } = options
  return html`${sections.map(
    ({ linkId, title, rows }) => html`<div id="${linkId}">
${above?.(linkId)}
${summaryList({
  card: {
    title: { text: title, headingLevel: 2 },
    ...(change && {
      actions: { items: [{ href: change(linkId), text: 'Change' }] },
    }),
  },
  rows: rows.map(({ label, answer, entry }) => ({
    key: { text: entry === undefined ? label : `${entry.label}: ${label}` },
    value: { text: answer },
  })),
})}</div>`,
  )}`
}
