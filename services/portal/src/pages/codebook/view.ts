import { type CodebookEntry, type FactorCodebook, FactorDomain } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { codebookEntriesView, ownWords } from './entries-view.ts'

export const codebookTitle = 'Codebook of factors'
export const LONGEST_WORDS = 100

/** The four domains as the analysis form calls them. */
const domainNames: Record<FactorDomain, string> = {
  intrinsic: 'Factors intrinsic to the child',
  social: 'Factors in the social environment including family and parenting capacity',
  physical: 'Factors in the physical environment',
  service: 'Factors in service provision',
}

export type CodebookView = {
  readonly book: FactorCodebook
  readonly editions: number
  readonly words: string
  readonly found: readonly CodebookEntry[]
  readonly hidden: Html
}

/** Every factor of the edition in force, or those that were searched for, by domain. */
export function codebookView({ book, editions, words, found, hidden }: CodebookView): Html {
  const asked = words !== ''
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${codebookTitle}</h1>
<p class="govuk-body">What each factor of the analysis form means. In force since ${writtenDate(book.from)}; ${
    editions === 1 ? 'it is the first edition' : `one of ${editions} editions`
  }. A factor says what happened or was there, never who was to blame.</p>
${ownWords}
<form method="post" novalidate>
${hidden}
${input({
  id: 'words',
  name: 'words',
  value: words,
  label: { text: 'Find a factor' },
  hint: { text: 'A word or two, such as “sleep” or “antibiotics”. Do not enter anything about a child' },
  classes: 'govuk-input--width-20',
})}
${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>
${asked && html`<p class="govuk-body" role="status">${found.length === 1 ? '1 factor found' : `${found.length} factors found`}. <a class="govuk-link" href="/codebook">Show all</a></p>`}
${FactorDomain.options.map((domain) => {
  const entries = found.filter((one) => one.domain === domain)
  return (
    entries.length > 0 &&
    html`<h2 class="govuk-heading-m" id="${domain}">${domainNames[domain]}</h2>${codebookEntriesView(entries)}`
  )
})}
</div></div>`
}
