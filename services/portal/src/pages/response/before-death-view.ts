import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

type Calls = ReturnType<typeof clientOf<IntakeRouter>>['response']
export type Candidates = Awaited<ReturnType<Calls['candidates']['query']>>

type Following = {
  hidden: Html
  version: number
  candidates: Candidates
  errors: readonly ErrorItem[]
}

/** What becomes of a response that began before death: the child died and was notified, or lived. */
export function beforeDeathView({ hidden, version, candidates, errors }: Following): Html {
  const mistake = errorOf(errors, 'notification')
  const ofThis = html`${hidden}<input type="hidden" name="version" value="${version}">`
  return html`<h2 class="govuk-heading-m">If the child died</h2>
${
  candidates.length === 0
    ? insetText({
        text: 'No death has been notified since this began. Once it has, you can put the two together here.',
      })
    : html`<form method="post" novalidate>${ofThis}
${radios({
  name: 'notification',
  idPrefix: 'notification',
  fieldset: {
    legend: { text: 'Which notification is of this child?', classes: 'govuk-fieldset__legend--s' },
  },
  ...(mistake && { errorMessage: mistake }),
  items: candidates.map(({ notificationId, receivedOn, diedOn, ageBand, placeOfDeath }) => ({
    value: notificationId,
    text: `Died ${writtenDate(diedOn)}, ${ageBand === null ? 'not under 18' : ageBandWords[ageBand].toLowerCase()}`,
    hint: { text: `${placeOfDeathWords(placeOfDeath)}, notified ${writtenDate(receivedOn)}` },
  })),
})}
${button({ text: 'Put the two together', name: '_action', value: 'join', preventDoubleClick: true })}
</form>`
}
<h2 class="govuk-heading-m">If the child lived</h2>
<form method="post" novalidate>${ofThis}
${warningText({ text: 'This closes the record for good. What was written down is destroyed after the months your area has set.', iconFallbackText: 'Warning' })}
${button({
  text: 'The child lived: close this record',
  name: '_action',
  value: 'lived',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>`
}
