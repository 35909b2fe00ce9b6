import type { ScopeAssessment } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import type { NotificationModel } from './model.ts'

/** What a decision waits for. */
const waitingWords: Partial<Record<ScopeAssessment['ruleId'], string>> = {
  R6: 'You can decide once it is known whether the baby was born alive.',
  R8: 'You can decide once it is recorded where the child normally lived.',
  R9: 'You can decide once it is recorded whether the partners review this death.',
  R10: 'You can decide once it is known that the child was under 18.',
}

/** The decision to take, as far as it can be taken. */
export function decision(model: NotificationModel): Html {
  const { scope, unanswered } = model
  return html`<h2 class="govuk-heading-m">Decide</h2>
${scope.outcome === 'pending' && insetText({ text: waitingWords[scope.ruleId] ?? 'You can decide once more is known.' })}
${scope.outcome === 'in' && unanswered.length === 0 && accept(model)}
${scope.outcome === 'out' && declare(model)}`
}

function accept({ hidden, version }: NotificationModel): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${button({ text: 'Accept and open a case', name: '_action', value: 'accept', preventDoubleClick: true })}
</form>`
}

function declare({ hidden, version }: NotificationModel): Html {
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
<p class="govuk-body">This closes the notification. No case is opened.</p>
${button({
  text: 'Declare out of scope',
  name: '_action',
  value: 'out-of-scope',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>`
}
