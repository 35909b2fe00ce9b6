import type { TonightContacts } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'

export const startTitle = 'Notify a child’s death'

export type StartView = {
  readonly areaName: string
  readonly tonight: TonightContacts
  readonly hidden: Html
  /** Where the printable form is. */
  readonly paper: string
  /** Where to go on with what was begun in this browser, if anything was. */
  readonly resume: string | null
}

/** What this is, who it is for, and that it alerts nobody tonight. */
export function startView({ areaName, tonight, hidden, paper, resume }: StartView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${areaName}</span>
<h1 class="govuk-heading-l">${startTitle}</h1>
<p class="govuk-body-l">Tell the child death review team in ${areaName} that a child under 18 has died.</p>
<p class="govuk-body">This form is for people who learn of a child’s death in their work, such as doctors, nurses,
midwives, police officers, social workers and registrars. You do not need an account.</p>
${tonightNotice(tonight)}
<h2 class="govuk-heading-m">Before you start</h2>
<p class="govuk-body">It takes about 8 minutes. It helps to have:</p>
<ul class="govuk-list govuk-list--bullet">
<li>the child’s NHS number, dates of birth and death, and address</li>
<li>the names of the professionals and agencies who knew the child</li>
</ul>
<p class="govuk-body">Answer what you know. If you do not know something, say so: that is an answer too.</p>
<p class="govuk-body">If somebody else has told us already, tell us all the same. We put both together.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'Start now', isStartButton: true, preventDoubleClick: true })}
</form>
${
  resume !== null &&
  html`<p class="govuk-body"><a class="govuk-link" href="${resume}">Go on with the notification you began in this browser</a></p>`
}
<p class="govuk-body">You can also <a class="govuk-link" href="${paper}">print the form</a> and fill it in on paper.</p>
<p class="govuk-body">We use what you tell us to review the death, as the law asks. Read
<a class="govuk-link" href="/about-child-death-review">what a child death review is</a> and the
<a class="govuk-link" href="/privacy">privacy notice</a>.</p>
</div></div>`
}
