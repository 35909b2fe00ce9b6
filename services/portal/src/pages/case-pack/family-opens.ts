import { type Html, html } from '../../components/html.ts'
import { writtenCount } from '../../wording/written-count.ts'
import type { Met } from './explained.ts'
import type { PackNarratives } from './narratives.ts'
import { passages } from './passages.ts'
import { sectionHeading } from './section-heading.ts'

export const portraitHeading = 'Who the child was, in the family’s words'
export const askedHeading = 'What the family asks the panel'

/** How a question stands, in words. */
const standingWords = {
  open: 'Not answered yet',
  answered: 'Answered',
  'left-open': 'The panel has said why it gives no answer',
} as const

/** What opens the case: who the child was, and what the family asks of the panel. */
export function familyOpens(
  { family: { portrait, questions, since } }: PackNarratives,
  { met, fresh, unfolded }: { met: Met; fresh: ReadonlySet<string>; unfolded: boolean },
): Html {
  return html`${
    portrait !== null &&
    html`${sectionHeading({ id: 'portrait', text: portraitHeading, fresh })}
${passages(portrait, { section: 'portrait', met, unfolded })}`
  }
${
  questions.length > 0 &&
  html`${sectionHeading({ id: 'family-asks', text: askedHeading, fresh })}
<p class="govuk-body">The chair answers each at the meeting, or says why not.</p>
<ol class="govuk-list govuk-list--number govuk-list--spaced">${questions.map(
    (
      { text, standing },
      at,
    ) => html`<li>${passages(text, { section: `family-asks-${at + 1}`, met, unfolded })}
<p class="govuk-hint">${standingWords[standing]}</p></li>`,
  )}</ol>`
}
${
  since > 0 &&
  html`<p class="govuk-body">${writtenCount(since, 'more question')} of the family to the panel came after this pack was built. The
chair has ${since === 1 ? 'it' : 'them'} at the meeting.</p>`
}`
}
