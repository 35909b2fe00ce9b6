import { CAUSE_WORDS, type CauseLetterState, CauseRecipient } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { causeLetterStands, causeRecipientWords } from '../../wording/cause-letter-words.ts'

export const panelCauseTitle = 'The registered cause appears wrong'

export type PanelCauseView = {
  readonly letters: readonly (Parameters<typeof causeLetterStands>[0] & {
    readonly recipient: CauseRecipient
    readonly state: CauseLetterState
  })[]
  readonly hidden: Html
  readonly recipient: string
  readonly believes: string
  readonly reasons: string
  readonly errors: readonly ErrorItem[]
}

/** What the panel asked for already, and the form that has a further letter drafted. */
export function panelCauseView({
  letters,
  hidden,
  recipient,
  believes,
  reasons,
  errors,
}: PanelCauseView): Html {
  const words = (name: 'believes' | 'reasons', label: string, value: string, hint?: string) =>
    characterCount({
      id: name,
      name,
      maxlength: CAUSE_WORDS,
      rows: 4,
      label: { text: label, classes: 'govuk-label--s' },
      ...(hint !== undefined && { hint: { text: hint } }),
      value,
      errorMessage: errorOf(errors, name),
    })
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${panelCauseTitle}</h1>
<p class="govuk-body">The panel does not alter a registered cause. From what you record here a letter is drafted, which the
coordinator completes and sends to those who can have the cause looked at again. The analysis is not changed by it.</p>
${
  letters.length > 0 &&
  summaryList({
    rows: letters.map((one) => ({
      key: { text: causeRecipientWords[one.recipient] },
      value: { text: causeLetterStands(one) },
    })),
  })
}
<form method="post" novalidate>${hidden}
${radios({
  name: 'recipient',
  idPrefix: 'recipient',
  value: recipient,
  fieldset: { legend: { text: 'To whom does the panel write?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'To the coroner where the coroner established the cause' },
  errorMessage: errorOf(errors, 'recipient'),
  items: CauseRecipient.options.map((value) => ({ value, text: causeRecipientWords[value] })),
})}
${words('believes', 'The cause as the panel understands it', believes)}
${words('reasons', 'What does this rest on?', reasons, 'What is known, without names and without saying who was to blame')}
${button({ text: 'Have a letter drafted', preventDoubleClick: true })}
</form>
</div></div>`
}
