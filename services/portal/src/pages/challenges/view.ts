import type { ChallengeCounts } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { challengeStateWords, subjectPath, subjectWords } from '../../wording/challenge-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { factorAnalysis } from '../recommendations/services.ts'

export const challengesTitle = 'Challenges'

type Listed = Awaited<ReturnType<ReturnType<typeof factorAnalysis>['challenge']['list']['query']>>

export type ChallengesModel = Listed & { readonly mayRaise: boolean }

/** The challenges of the area: what an answer is owed to comes first. */
export function challengesView({ rows, counts, mayRaise }: ChallengesModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${challengesTitle}</h1>
<p class="govuk-body">What the independent scrutineer questions, and what the area answers. An answer is due within 10 working
days. Nothing said here is changed afterwards.</p>
${mayRaise && button({ text: 'Raise a challenge', href: '/challenges/new' })}
${rows.length > 0 && standing(counts)}
</div></div>
${
  rows.length === 0
    ? html`<p class="govuk-body">No challenge has been raised yet.</p>`
    : scrollRegion(challengesTitle, listed(rows))
}`
}

function standing({ open, overdue, answered, accepted }: ChallengeCounts): Html {
  const row = (key: string, count: number) => ({ key: { text: key }, value: { text: String(count) } })
  return summaryList({
    rows: [
      row('Wait for an answer', open),
      row('Of those, overdue', overdue),
      row('Answered, not accepted yet', answered),
      row('Answer accepted', accepted),
    ],
  })
}

function listed(rows: Listed['rows']): Html {
  return table({
    caption: writtenCount(rows.length, 'challenge'),
    captionClasses: 'govuk-table__caption--m',
    head: ['Challenge', 'About', 'Raised', 'Status', 'Answer due'].map((text) => ({ text })),
    rows: rows.map(({ challengeId, reference, subject, about, state, overdue, raisedOn, dueOn, words }) => {
      const path = subjectPath(subject)
      const name = subjectWords(subject, about)
      return [
        {
          html: html`<a class="govuk-link" href="/challenges/${challengeId}">${reference}</a>${words !== null && html`<br>${typedText(words)}`}`,
        },
        { html: path === null ? html`${name}` : html`<a class="govuk-link" href="${path}">${name}</a>` },
        { text: writtenDate(raisedOn) },
        { html: html`${challengeStateWords[state]}${overdue && html`<br><strong>Overdue</strong>`}` },
        { text: state === 'open' ? writtenDate(dueOn) : 'Answered' },
      ]
    }),
  })
}
