import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { supportContacts } from '../panel-induction/support.ts'

export const pauseTitle = 'A pause before you part'

type Pause = { readonly formFields: Html; readonly mayRecord: boolean; readonly recorded: boolean }

/** What is said at the end of a meeting, big enough to be read from the end of a table, and the button that records it. */
export function pauseView({ formFields, mayRecord, recorded }: Pause): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${pauseTitle}</h1>
<p class="govuk-body-l">You have spoken about children who died, and about the people who loved them. Sit together in quiet for
a minute. Then say how you leave this meeting, if you want to. Nobody has to.</p>
<p class="govuk-body-l">If something stays with you, tonight or in weeks:</p>
<div class="govuk-body-l">${supportContacts}</div>
${
  mayRecord &&
  html`<form method="post" novalidate>${formFields}
${button({ text: 'Record that the meeting ended with a pause', preventDoubleClick: true })}
</form>`
}
${recorded && html`<p class="govuk-body">It is recorded that this meeting ended with a pause.</p>`}
${!mayRecord && !recorded && html`<p class="govuk-body">You can record it from the day of the meeting.</p>`}
</div></div>`
}
