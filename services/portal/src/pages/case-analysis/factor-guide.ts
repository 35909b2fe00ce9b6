import { codebookEntries, type FactorDomain, factorCodebook, type PlainDate } from '@cdop/domain'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { codebookEntriesView, ownWords } from '../codebook/entries-view.ts'

/** What each factor of a domain means, closed until somebody opens it; null for a day that has no codebook. */
export function factorGuide(domain: FactorDomain, on: PlainDate): Html | null {
  const book = factorCodebook(on)
  if (book === null) return null
  return details({
    summaryText: 'What each factor of this domain means',
    html: html`${ownWords}
${codebookEntriesView(codebookEntries(book).filter((one) => one.domain === domain))}
<p class="govuk-body-s"><a class="govuk-link" href="/codebook">Find a factor in the whole codebook</a></p>`,
  })
}
