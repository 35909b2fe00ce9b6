import type { PlainDate, StatementState } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { AGREED, YES } from './form.ts'
import { supportContacts } from './support.ts'

export const inductionTitle = 'Before you read for the panel'

export type Induction = {
  readonly formFields: Html
  readonly version: string
  readonly promises: readonly string[]
  readonly state: StatementState
  readonly lapsesOn: PlainDate | null
  readonly maySign: boolean
  /** Where the person was going, and goes on. */
  readonly next: string
  readonly errors: readonly ErrorItem[]
}

/** What somebody of the panel reads and signs before the first pack, and once a year. */
export function inductionView(induction: Induction): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${inductionTitle}</h1>
${standingWords(induction)}
<h2 class="govuk-heading-m">What the panel is for</h2>
<p class="govuk-body">The panel looks at the death of every child who lived in the area, to learn what could be changed so
that fewer children die. It does not decide who is to blame, and it is not an inquest, a complaint or a disciplinary
hearing.</p>
<h2 class="govuk-heading-m">When you have a conflict of interest</h2>
<p class="govuk-body">You have one when you were personally involved with the child, the family or the care. Working for
the same organisation is not enough.</p>
<p class="govuk-body">You have a conflict if, for example:</p>
<ul class="govuk-list govuk-list--bullet">
<li>you treated, taught or visited the child, or decided about their care</li>
<li>you supervised somebody who did, or investigated what happened</li>
<li>you know the family as relatives, friends or neighbours</li>
</ul>
<p class="govuk-body">You have none only because, for example:</p>
<ul class="govuk-list govuk-list--bullet">
<li>the child was a patient of a hospital you work in, and you had nothing to do with them</li>
<li>you know a professional who looked after the child</li>
</ul>
<p class="govuk-body">Declare it with the button on the page of the case. From that moment the case is closed to you: you
do not read it, do not take part in it and do not count for it. Nobody asks you why. If you are not sure, ask the
coordinator before you read.</p>
<h2 class="govuk-heading-m">What you must not keep or forward</h2>
<p class="govuk-body">What you read is de-identified, not anonymous. Read it here. Do not print, copy, photograph, save or
forward any of it, and do not put it into a mail, a chat or any other tool.</p>
<p class="govuk-body">Notes you make may be disclosable: a court, a coroner or the family may be given them. Write nothing
you would not want them to read, and destroy your notes after the meeting unless you are told to keep them.</p>
<h2 class="govuk-heading-m">Where to find support</h2>
<p class="govuk-body">Reading about the death of a child is hard, also for people who do it often. You can stop reading at
any time.</p>
${supportContacts}
<h2 class="govuk-heading-m">Confidentiality statement</h2>
<ul class="govuk-list govuk-list--bullet">${induction.promises.map((promise) => html`<li>${promise}</li>`)}</ul>
<p class="govuk-body-s">These words are this service’s own. No national wording exists for them here.</p>
${induction.maySign ? signing(induction) : goingOn(induction)}
</div></div>`
}

function standingWords({ state, lapsesOn }: Induction): Html {
  if (lapsesOn === null) {
    return html`<p class="govuk-body-l">Read this page and sign at its end before you open the first case. It is asked once a
year.</p>`
  }
  const words = {
    signed: `Your statement holds until ${writtenDate(lapsesOn)}. It has to be signed again on that day.`,
    lapsed: `Your statement ran out on ${writtenDate(lapsesOn)}. Sign again to read on.`,
    'words-changed': 'The words of the statement have changed since you signed. Sign again to read on.',
    'not-signed': 'You have not signed yet.',
  } as const satisfies Record<StatementState, string>
  return insetText({ text: words[state] })
}

function signing({ formFields, version, errors }: Induction): Html {
  return html`<form method="post" novalidate>${formFields}
<input type="hidden" name="version" value="${version}">
${checkboxes({
  name: AGREED,
  idPrefix: AGREED,
  hint: { text: 'You are signed in: your name and the time are recorded as your signature' },
  errorMessage: errorOf(errors, AGREED),
  fieldset: { legend: { text: 'Your signature', classes: 'govuk-fieldset__legend--s' } },
  items: [{ value: YES, text: 'I have read and agree' }],
})}
${button({ text: 'Sign and continue', preventDoubleClick: true })}
</form>`
}

function goingOn({ next }: Induction): Html {
  return button({ text: 'Continue', href: next })
}
