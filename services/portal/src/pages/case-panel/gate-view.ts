import { type GateFinding, type GateItem, GoOnReason } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { gateItemWords, goOnReasonWords } from '../../wording/gate-words.ts'
import { goOnField, type TypedReasons } from './form.ts'

/** How a case stands with what it must have, and what its listing went on without. */
export type ShownGate = {
  readonly findings: readonly GateFinding[]
  readonly passed: readonly {
    readonly item: GateItem
    readonly reason: GoOnReason
    readonly lacking: number
  }[]
}

const lackWords = ({ item, lacking }: { item: GateItem; lacking: number }) =>
  gateItemWords[item].lacks(lacking)

function standing({ effect, lacking }: GateFinding): string {
  if (lacking === 0) return 'There'
  return effect === 'blocks' ? 'Must come first' : 'Say why you go on without it'
}

/** What a case of its kind must have before a panel, and what of it is there. */
export function gateView({ findings }: ShownGate): Html {
  return html`<h2 class="govuk-heading-m" id="ready">What this case has before a panel</h2>
${table({
  caption: 'What a case of its kind must have, and whether this one has it',
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: 'What the panel needs' }, { text: 'This case' }],
  rows: findings.map((finding) => [
    { text: finding.lacking === 0 ? gateItemWords[finding.item].has : lackWords(finding) },
    {
      html: finding.lacking === 0 ? html`${standing(finding)}` : html`<strong>${standing(finding)}</strong>`,
    },
  ]),
})}
<p class="govuk-body-s">${
    findings.some(({ from }) => from === 'guidance') &&
    html`The review meeting, its report, holds, proceedings and forms are asked for by statutory guidance. `
  }What else stands here is a rule of this service.</p>`
}

/** What the listing that stands went on without, and why. */
export function passedView({ passed }: ShownGate): Html | null {
  if (passed.length === 0) return null
  return html`<h2 class="govuk-heading-s">Listed all the same</h2>
<ul class="govuk-list govuk-list--bullet">${passed.map(
    (one) => html`<li>${lackWords(one)}. ${goOnReasonWords[one.reason]}.</li>`,
  )}</ul>`
}

/** Asks why the coordinator goes on without each thing the gate warns of. */
export function goingOnFields(
  { findings }: ShownGate,
  typed: TypedReasons,
  errors: readonly ErrorItem[],
): Html | null {
  const warnings = findings.filter(({ effect, lacking }) => effect === 'warns' && lacking > 0)
  if (warnings.length === 0) return null
  return html`<fieldset class="govuk-fieldset">
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Why do you list the case without this?</legend>
${warnings.map((finding) => {
  const id = goOnField(finding.item)
  return select({
    id,
    name: id,
    label: { text: lackWords(finding) },
    value: typed[finding.item] ?? '',
    errorMessage: errorOf(errors, id),
    items: [
      { value: '', text: 'Choose a reason' },
      ...GoOnReason.options.map((value) => ({ value, text: goOnReasonWords[value] })),
    ],
  })
})}</fieldset>`
}
