import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { LONGEST_WORDS } from '../challenge/form.ts'

export const newChallengeTitle = 'Raise a challenge'

/** The way there from what is questioned; `about` is ids alone. */
export const challengeLink = (about: string): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/challenges/new?${about}">Raise a challenge about this</a></p>`

export type NewChallengeModel = {
  readonly hidden: Html
  readonly about: string
  readonly words: string
  readonly errors: readonly ErrorItem[]
}

/** What is questioned, in the scrutineer's own words. */
export function newChallengeView({ hidden, about, words, errors }: NewChallengeModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${newChallengeTitle}</h1>
<p class="govuk-body">About: ${about}</p>
<p class="govuk-body">The area’s coordinator or chair answers within 10 working days. What you write is not changed afterwards.
Coordinators, chairs and analysts of the area read it.</p>
<form method="post" novalidate>${hidden}
${characterCount({
  id: 'words',
  name: 'words',
  maxlength: LONGEST_WORDS,
  rows: 6,
  value: words,
  label: { text: 'What do you question?', classes: 'govuk-label--s' },
  hint: { text: 'Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'words'),
})}
${button({ text: 'Raise the challenge', preventDoubleClick: true })}
</form></div></div>`
}
