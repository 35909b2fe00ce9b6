import { type Html, html } from '../../components/html.ts'
import { recordedWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { ReadRecommendation } from '../recommendations/services.ts'

type Entry = ReadRecommendation['entries'][number]

/** Everything that was recorded, the newest first. `of` says of an entry which action it was of, where that is not plain. */
export function history(
  entries: readonly Entry[],
  nameOf: (personId: string) => string,
  of: (entry: Entry) => string | null = () => null,
): Html {
  return html`<h2 class="govuk-heading-m">History</h2>
<ol class="govuk-list" reversed>${entries.toReversed().map((entry) => {
    const { act, happenedOn, words, recordedBy } = entry
    const about = of(entry)
    return html`<li class="govuk-!-margin-bottom-3"><strong>${about !== null && `${about}: `}${recordedWords[act]}</strong>, ${writtenDate(happenedOn)},
${recordedBy === null ? 'by this service' : html`recorded by ${nameOf(recordedBy)}`}${words !== null && html`<br>${typedText(words)}`}</li>`
  })}</ol>`
}
