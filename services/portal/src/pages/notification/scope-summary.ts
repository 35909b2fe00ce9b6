import type { ScopeAssessment } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { discretionWords } from '../discretion/view.ts'
import { residencyBasisWords } from '../residency/view.ts'
import type { NotificationModel } from './model.ts'

/** The rules a scope decision rests on, in words; their letters are those of the statutory guidance's reading. */
const ruleWords: Readonly<Record<ScopeAssessment['ruleId'], string>> = {
  R1: 'Only children are reviewed: the person must have died before their 18th birthday.',
  'R2-R3': 'A baby born without signs of life is not reviewed by the panel.',
  R2: 'A stillborn baby is not reviewed by the panel.',
  R3: 'A late foetal loss is not reviewed by the panel.',
  R4: 'A live birth after a planned termination within the law is not reviewed by the panel.',
  R5: 'Every child born alive who normally lived in the area is reviewed, whatever the cause and at any gestation.',
  R6: 'It must be known whether the baby was born alive before the panel can review the death.',
  R7: 'A child who normally lived in the area is reviewed here, wherever the death happened.',
  R8: 'The panel of the area where the child normally lived reviews the death.',
  R9: 'The death in England of a child who normally lived elsewhere may be reviewed here. The partners decide.',
  R10: 'A person who is or may be under 18 is notified. The age must be known before the panel can review the death.',
}

const outcomeWords = {
  in: 'In scope for this panel',
  out: 'Out of scope for this panel',
  pending: 'Not yet known',
} as const

/** The residency decision in words, and the way to make one while it may still be made. */
function residence({ residency, state, mayDecide, notificationId, authorityName }: NotificationModel): Html {
  const open = state === 'received' && mayDecide
  const path = `/notifications/${notificationId}/residency`
  const where = residency?.localAuthority ? `${authorityName(residency.localAuthority)}. ` : ''
  const said = residency === null ? 'As notified' : `${where}${residencyBasisWords[residency.basis]}`
  return html`${said}${open && html`. <a class="govuk-link" href="${path}">Decide where the child normally lived</a>`}`
}

/** What the partners chose, and the way to record it while it may still be recorded. */
function choice({ discretion, state, mayDecide, notificationId }: NotificationModel): Html {
  const open = state === 'received' && mayDecide
  const path = `/notifications/${notificationId}/discretion`
  const said = discretion === null ? 'Not yet recorded' : discretionWords[discretion]
  return html`${said}${open && html`. <a class="govuk-link" href="${path}">Record what the partners decided</a>`}`
}

/** What the rules say of the scope, on what grounds, and what people decided about it. */
export function scopeSummary(model: NotificationModel): Html {
  const { scope } = model
  return html`<h2 class="govuk-heading-m">Scope of child death review</h2>
${summaryList({
  rows: [
    { key: { text: 'Assessment' }, value: { text: outcomeWords[scope.outcome] } },
    { key: { text: 'Because' }, value: { text: scope.evidence } },
    { key: { text: 'Rule' }, value: { text: ruleWords[scope.ruleId] } },
    { key: { text: 'Where the child lived' }, value: { html: residence(model) } },
    ...(scope.ruleId === 'R9'
      ? [{ key: { text: 'Choice of the partners' }, value: { html: choice(model) } }]
      : []),
  ],
})}`
}
