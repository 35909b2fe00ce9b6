import type { CodebookEntry } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'

/** Entries of the codebook: what each means, one example, and other words for it. */
export function codebookEntriesView(entries: readonly CodebookEntry[]): Html {
  return summaryList({
    rows: entries.map(({ label, definition, example, synonyms }) => ({
      key: { text: label },
      value: {
        html: html`<p class="govuk-body-s govuk-!-margin-bottom-1">${definition}</p>
<p class="govuk-body-s govuk-!-margin-bottom-1">For example: ${example}.</p>
<p class="govuk-body-s govuk-!-margin-bottom-0">Other words: ${synonyms.join(', ')}.</p>`,
      },
    })),
  })
}

/** Says where the words come from. */
export const ownWords = html`<p class="govuk-body-s">These words are this product’s own. They were not checked against a published list.</p>`
