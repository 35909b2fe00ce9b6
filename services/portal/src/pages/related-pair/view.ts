import { groundsOf, nextRelatedStates, RelatedDecision } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import {
  relatedGroundWords,
  relatedKindWords,
  relatedReasons,
  relatedStateWords,
} from '../../wording/related-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { childWords } from '../related/view.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
type ShownPair = Awaited<ReturnType<Intake['related']['read']['query']>>
type Child = ShownPair['related']['children'][number]
type Identity = NonNullable<ShownPair['identities']>[number]

export type RelatedPairModel = ShownPair & {
  readonly hidden: Html
  readonly mayDecide: boolean
  /** This person is to say that they have seen it. */
  readonly toSee: boolean
  readonly mayReadNotifications: boolean
  readonly errors: readonly ErrorItem[]
  nameOf(personId: string): string
}

export const relatedPairTitle = 'Are these children related?'

/** Two children who died, what they may be to each other and why, and what can be done about it. */
export function relatedPairView(model: RelatedPairModel): Html {
  const { related, identities } = model
  const { children, kind, reasons, state, decidedAt, decidedBy, ground } = related
  return html`<h1 class="govuk-heading-l">${relatedPairTitle}</h1>
${model.toSee && seenForm(model)}
${summaryList({
  rows: [
    { key: { text: 'What they may be' }, value: { text: relatedKindWords[kind] } },
    { key: { text: 'Why' }, value: { text: relatedReasons(reasons) } },
    {
      key: { text: 'Decision' },
      value: { text: ground === null ? relatedStateWords[state] : relatedGroundWords[ground] },
    },
    ...(decidedAt === null || decidedBy === null
      ? []
      : [
          {
            key: { text: 'Decided' },
            value: { text: `${model.nameOf(decidedBy)}, ${writtenTime(new Date(decidedAt))}` },
          },
        ]),
    ...(related.toldAt === null
      ? []
      : [{ key: { text: 'Designated doctor' }, value: { text: seenWords(model) } }]),
  ],
})}
${children.map((child, at) => childShown(child, identities?.[at] ?? null, model))}
${model.mayDecide && decisionForm(model)}`
}

function seenWords({ related: { seenBy, toldAt }, nameOf }: RelatedPairModel): string {
  if (seenBy.length > 0) return `Seen by ${seenBy.map(nameOf).join(' and ')}`
  return toldAt === null ? '' : `Asked to look on ${writtenTime(new Date(toldAt))}. Not seen yet`
}

function childShown(
  child: Child,
  identity: Identity | null,
  { mayReadNotifications }: RelatedPairModel,
): Html {
  const { caseId, notificationId, diedOn } = child
  const href =
    caseId !== null ? `/cases/${caseId}` : mayReadNotifications ? `/notifications/${notificationId}` : null
  const name = childWords(child)
  const said = (text: string | null) => text ?? 'Not known'
  return html`<h2 class="govuk-heading-m">${href === null ? name : html`<a class="govuk-link" href="${href}">${name}</a>`}</h2>
${summaryList({
  rows: [
    ...(identity === null
      ? []
      : [
          { key: { text: 'Name' }, value: { text: `${identity.givenNames} ${identity.familyName}` } },
          {
            key: { text: 'Date of birth' },
            value: { text: said(identity.dateOfBirth && writtenDate(identity.dateOfBirth)) },
          },
        ]),
    { key: { text: 'Died' }, value: { text: writtenDate(identity?.dateOfDeath ?? diedOn) } },
    ...(identity === null
      ? []
      : [
          {
            key: { text: 'Address' },
            value: { text: [identity.address, identity.postcode].filter(Boolean).join(', ') || said(null) },
          },
        ]),
  ],
})}`
}

function seenForm({ hidden }: RelatedPairModel): Html {
  return html`<form method="post" novalidate>${hidden}
${insetText({ text: 'Another child of a household or family died. This stays in your list until you say that you have seen it.' })}
${button({ text: 'I have seen this', name: '_action', value: 'seen', preventDoubleClick: true })}
</form>`
}

/** What may still be decided: a decision can be changed, by a person. */
function decisionForm({ hidden, related: { state }, errors }: RelatedPairModel): Html | null {
  const grounds = RelatedDecision.options
    .filter((decision) => nextRelatedStates[state].includes(decision))
    .flatMap((decision) => groundsOf[decision])
  if (grounds.length === 0) return null
  const wrong = errorOf(errors, 'ground')
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="seen" value="${state}">
${radios({
  name: 'ground',
  idPrefix: 'ground',
  fieldset: {
    legend: {
      text: state === 'proposed' ? 'Decide' : 'Change the decision',
      classes: 'govuk-fieldset__legend--m',
    },
  },
  hint: { text: 'Either is remembered, and not proposed again' },
  ...(wrong && { errorMessage: wrong }),
  items: grounds.map((ground) => ({ value: ground, text: relatedGroundWords[ground] })),
})}
${button({ text: 'Save decision', name: '_action', value: 'decide', preventDoubleClick: true })}
</form>`
}
