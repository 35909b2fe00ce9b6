import type { PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const packCopyTitle = 'Take a copy to read offline'

type PackCopyPage = {
  readonly formFields: Html
  readonly reader: string
  readonly passphrase: string
  readonly opensUntil: PlainDate | null
}

/** The passphrase a copy will open with, shown once, and the button that makes it. */
export function packCopyView({ formFields, reader, passphrase, opensUntil }: PackCopyPage): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${packCopyTitle}</h1>
<p class="govuk-body">The copy is a PDF that opens with this passphrase alone. Your name (${reader}) and the time stand across
each of its pages, and it is recorded that you took it.</p>
${insetText({ html: html`<span class="govuk-!-font-weight-bold govuk-!-font-size-24">${passphrase}</span>` })}
<p class="govuk-body">Write the passphrase down now, apart from the copy. It is kept nowhere: this page shows another one next
time, and nobody can tell you this one.</p>
<p class="govuk-body">Do not print it or pass it on.${opensUntil !== null && html` Destroy it by ${writtenDate(opensUntil)}.`}</p>
<form method="post" novalidate>${formFields}
<input type="hidden" name="passphrase" value="${passphrase}">
${button({ text: 'Download the copy' })}
</form>
</div></div>`
}
