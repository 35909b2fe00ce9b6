import type { RecommendationState } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { recommendationStateWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'

export type SimilarRows = readonly {
  readonly recommendationId: string
  readonly reference: string
  readonly state: RecommendationState
  readonly text: string
}[]

/** Recommendations of the past that are like one that is written, the nearest first. */
export function similarList(rows: SimilarRows): Html | null {
  if (rows.length === 0) return null
  return html`<h2 class="govuk-heading-m" id="similar">Similar recommendations of the past</h2>
<p class="govuk-body">Found by words that mean the same. Perhaps one of them asks for the same and is open, or was tried before.</p>
<ul class="govuk-list">${rows.map(
    ({ recommendationId, reference, state, text }) =>
      html`<li class="govuk-!-margin-bottom-3"><a class="govuk-link" href="/recommendations/${recommendationId}">${reference}</a>,
${recommendationStateWords[state].toLowerCase()}<br>${typedText(text)}</li>`,
  )}</ul>`
}
