import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { sourceWords, themeWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { ReadLearning } from './services.ts'

export const learningTitle = 'Learning points'

export type LearningModel = {
  readonly rows: readonly ReadLearning['learning'][]
  readonly mayIssue: boolean
}

/** What was learnt in the area, the newest first. */
export function learningView({ rows, mayIssue }: LearningModel): Html {
  return html`<h1 class="govuk-heading-l">${learningTitle}</h1>
<p class="govuk-body">What was learnt at any stage of a review, for others to use.</p>
${mayIssue && button({ text: 'Issue a learning point', href: '/learning/new' })}
${
  rows.length === 0
    ? html`<p class="govuk-body">No learning point has been issued yet.</p>`
    : scrollRegion(
        learningTitle,
        table({
          caption: writtenCount(rows.length, 'learning point'),
          captionClasses: 'govuk-table__caption--m',
          head: ['Learning point', 'About', 'Comes from', 'Issued'].map((text) => ({ text })),
          rows: rows.map(({ learningId, reference, words, facts, issuedOn }) => [
            {
              html: html`<a class="govuk-link" href="/learning/${learningId}">${reference}</a><br>${typedText(words.text)}`,
            },
            { text: facts.themes.map((theme) => themeWords[theme]).join(', ') },
            { text: sourceWords[facts.source] },
            { text: writtenDate(issuedOn) },
          ]),
        }),
      )
}`
}
