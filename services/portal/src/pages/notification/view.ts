import {
  type Discretion,
  type DuplicateReviewState,
  type Instant,
  type NotificationId,
  type NotificationState,
  type NotifyClock,
  type NotifyStart,
  notificationReference,
  type PlainDate,
  type ResidencyDecision,
  type ScopeAssessment,
  type TransferState,
} from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { inTimeWords, nationalWords, receiptWords } from '../../wording/notify-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { answerSections } from '../answer-sections.ts'
import { discretionWords } from '../discretion/view.ts'
import { notificationStateWords } from '../notifications/view.ts'
import { residencyBasisWords } from '../residency/view.ts'
import { placeView, type ShownPlace } from './place-view.ts'

/** The part of the page that says which records may be of the same child. */
export const SAME_CHILD = 'same-child'

export type NotificationModel = {
  readonly hidden: Html
  readonly state: NotificationState
  readonly version: number
  readonly receivedOn: PlainDate
  readonly diedOn: PlainDate
  readonly clocks: {
    readonly knownFrom: NotifyStart
    readonly received: NotifyClock
    readonly national: NotifyClock | null
    readonly nationalToldOn: PlainDate | null
  }
  readonly now: Instant
  readonly sections: readonly SummarySection[]
  readonly unanswered: readonly { readonly linkId: string; readonly question: string }[]
  readonly askedUntil: string | null
  readonly scope: ScopeAssessment
  readonly residency: Pick<ResidencyDecision, 'localAuthority' | 'basis'> | null
  readonly discretion: Discretion | null
  /** Where the postcodes that were notified lie. */
  readonly places: readonly ShownPlace[]
  readonly reviews: readonly {
    readonly reviewId: string
    readonly state: DuplicateReviewState
    readonly caseId: string | null
    readonly caseReference: string | null
    readonly blocks: boolean
  }[]
  readonly mergedInto: {
    readonly mergeId: string
    readonly notificationId: string
    readonly caseId: string | null
    readonly caseReference: string | null
  } | null
  readonly caseId: string | null
  readonly caseReference: string | null
  readonly confirmed: boolean
  readonly changes: readonly { readonly replacedAt: string }[]
  readonly notificationId: NotificationId
  readonly mayDecide: boolean
  /** This person may have it compared with a record of their own choice. */
  readonly mayCompare: boolean
  readonly mayTransfer: boolean
  readonly transfer: { readonly transferId: string; readonly state: TransferState } | null
  readonly mayReportInError: boolean
  readonly errors: readonly ErrorItem[]
  authorityName(code: string): string
}

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

/** What a decision waits for. */
const waitingWords: Partial<Record<ScopeAssessment['ruleId'], string>> = {
  R6: 'You can decide once it is known whether the baby was born alive.',
  R8: 'You can decide once it is recorded where the child normally lived.',
  R9: 'You can decide once it is recorded whether the partners review this death.',
  R10: 'You can decide once it is known that the child was under 18.',
}

const outcomeWords = {
  in: 'In scope for this panel',
  out: 'Out of scope for this panel',
  pending: 'Not yet known',
} as const

/** The whole notification, what the rules say of it, and the decision to take. */
export function notificationView(model: NotificationModel): Html {
  const { state, receivedOn, sections, scope, notificationId } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Notification</h1>
${decided(model)}
${summaryList({
  rows: [
    { key: { text: 'Received' }, value: { text: writtenDate(receivedOn) } },
    { key: { text: 'How soon' }, value: { text: howSoon(model) } },
    {
      key: { text: 'Reference of the notification' },
      value: { text: notificationReference(notificationId) },
    },
    { key: { text: 'Decision' }, value: { text: notificationStateWords[state] } },
    { key: { text: 'Death and identity' }, value: { html: confirmation(model) } },
    ...(model.clocks.national === null
      ? []
      : [{ key: { text: 'National database' }, value: { html: national(model, model.clocks.national) } }]),
  ],
})}
<h2 class="govuk-heading-m">Scope of child death review</h2>
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
})}
${model.places.map(placeView)}
${missing(model)}
${matches(model)}
<p class="govuk-body"><a class="govuk-link" href="/related?notification=${notificationId}">Related children and deaths</a></p>
${changes(model)}
${answerSections(sections, ({ linkId, answer }) =>
  linkId === 'local-authority' ? model.authorityName(answer) : answer,
)}
${state === 'received' && model.mayDecide && !isOffered(model) && decision(model)}
${state === 'received' && elsewhere(model)}
${model.mayReportInError && inError(model)}
</div></div>`
}

function howSoon({ clocks: { knownFrom, received }, diedOn, receivedOn, now }: NotificationModel): string {
  return `${receiptWords({ knownFrom, clock: received, diedOn, receivedOn })}. ${inTimeWords(received, now)}`
}

/** When the national database was told, or is to be; the way to record it once the death is confirmed. */
function national(
  { clocks, now, confirmed, state, mayDecide, notificationId }: NotificationModel,
  clock: NotifyClock,
): Html {
  const said = nationalWords(clock, clocks.nationalToldOn, now)
  const open = confirmed && mayDecide && (state === 'received' || state === 'accepted')
  const text = clocks.nationalToldOn === null ? 'Record when NCMD was told' : 'Correct this date'
  const path = `/notifications/${notificationId}/national-database`
  return html`${said}${open && html`. <a class="govuk-link" href="${path}">${text}</a>`}`
}

const isOffered = ({ transfer }: NotificationModel): boolean =>
  transfer !== null && (transfer.state === 'requested' || transfer.state === 'accepted')

/** That another area was asked to take the record, or the way to ask one. */
function elsewhere(model: NotificationModel): Html | null {
  const { transfer, mayTransfer, notificationId, scope } = model
  if (transfer !== null && isOffered(model)) {
    return insetText({
      html: html`Another area has been asked to take this record. Nothing is decided here meanwhile.
<a class="govuk-link" href="/transfers/${transfer.transferId}">See the request</a>.`,
    })
  }
  if (!mayTransfer) return null
  const link = html`<a class="govuk-link" href="/notifications/${notificationId}/transfer">Ask another area to take this</a>`
  return scope.ruleId === 'R8' && scope.outcome === 'out'
    ? html`<p class="govuk-body">The child lived in another area, whose panel reviews the death unless you agree
otherwise. ${link}.</p>`
    : html`<p class="govuk-body">${link}</p>`
}

/** The residency decision in words, and the way to make one while it may still be made. */
function residence({ residency, state, mayDecide, notificationId, authorityName }: NotificationModel): Html {
  const open = state === 'received' && mayDecide
  const path = `/notifications/${notificationId}/residency`
  const where = residency?.localAuthority ? `${authorityName(residency.localAuthority)}. ` : ''
  const said = residency === null ? 'As notified' : `${where}${residencyBasisWords[residency.basis]}`
  return html`${said}${open && html`. <a class="govuk-link" href="${path}">Decide where the child normally lived</a>`}`
}

function choice({ discretion, state, mayDecide, notificationId }: NotificationModel): Html {
  const open = state === 'received' && mayDecide
  const path = `/notifications/${notificationId}/discretion`
  const said = discretion === null ? 'Not yet recorded' : discretionWords[discretion]
  return html`${said}${open && html`. <a class="govuk-link" href="${path}">Record what the partners decided</a>`}`
}

/** Who may, corrects or completes the answers until they are decided; when somebody did is said. */
function changes({ state, mayDecide, notificationId, sections, changes: made }: NotificationModel): Html {
  const open = state === 'received' && mayDecide
  const times = made.map(({ replacedAt }) => writtenTime(new Date(replacedAt)))
  return html`${
    times.length > 0 &&
    html`<p class="govuk-body">Answers changed ${times.join(', and ')}.
${sections.length > 0 && html`<a class="govuk-link" href="/notifications/${notificationId}/changes">See what was changed</a>.`}</p>`
  }${
    open &&
    html`<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}/change">Change answers</a></p>`
  }`
}

function confirmation({ notificationId, confirmed, state }: NotificationModel): Html {
  const path = `/notifications/${notificationId}/confirmation`
  if (confirmed) return html`<a class="govuk-link" href="${path}">Confirmed: see by whom</a>`
  if (state === 'out-of-scope') return html`Not confirmed`
  return html`Not yet confirmed. <a class="govuk-link" href="${path}">Record who confirmed the death and who the child
is</a>`
}

function inError({ notificationId, state }: NotificationModel): Html {
  const text =
    state === 'reported-in-error'
      ? 'Reported in error: see what was recalled'
      : 'Is the child alive, or was the report wrong?'
  return html`<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}/reported-in-error">${text}</a></p>`
}

function decided({ state, caseId, caseReference, mergedInto }: NotificationModel): Html | null {
  if (state === 'reported-in-error') return insetText({ text: 'This notification was reported in error.' })
  if (mergedInto !== null) {
    const { notificationId, caseId: into, caseReference: name, mergeId } = mergedInto
    return insetText({
      html: html`This notification was merged into another record of the same child.
${
  into === null
    ? html`<a class="govuk-link" href="/notifications/${notificationId}">Go to that notification</a>`
    : html`<a class="govuk-link" href="/cases/${into}">Go to case ${name}</a>`
} or <a class="govuk-link" href="/merges/${mergeId}">see the merge</a>.`,
    })
  }
  if (caseId !== null && caseReference !== null) {
    return insetText({
      html: html`This notification was accepted.
<a class="govuk-link" href="/cases/${caseId}">Go to case ${caseReference}</a>.`,
    })
  }
  if (state === 'out-of-scope') {
    return insetText({ text: 'This notification was declared out of scope. There is no case.' })
  }
  return null
}

/** What a notification that came in thin still lacks. */
function missing(model: NotificationModel): Html | null {
  const { unanswered, askedUntil, state, mayDecide, notificationId } = model
  if (unanswered.length === 0) return null
  return html`<h2 class="govuk-heading-m">Still to be answered</h2>
<p class="govuk-body">This notification was forwarded without these answers. It cannot be accepted before they are given.</p>
<ul class="govuk-list govuk-list--bullet">${unanswered.map(({ question }) => html`<li>${question}</li>`)}</ul>
${
  askedUntil !== null &&
  html`<p class="govuk-body">Somebody was asked for them and can answer until ${writtenTime(new Date(askedUntil))}.</p>`
}
${
  state === 'received' &&
  mayDecide &&
  html`<ul class="govuk-list">
<li><a class="govuk-link" href="/notifications/${notificationId}/ask">Ask the unit for the answers</a></li>
<li><a class="govuk-link" href="/notifications/${notificationId}/change">Give the answers</a></li>
</ul>`
}`
}

const reviewWords: Readonly<Record<DuplicateReviewState, string>> = {
  open: 'Not decided yet',
  same: 'Same child: waiting to be merged',
  different: 'Different child',
  unsure: 'Not sure',
}

/** Other records that may be of the same child: those to compare, and what was decided of them. */
function matches({ reviews, mayCompare, notificationId }: NotificationModel): Html | null {
  if (reviews.length === 0 && !mayCompare) return null
  return html`<h2 class="govuk-heading-m" id="${SAME_CHILD}">Records that may be about the same child</h2>
${
  reviews.some(({ blocks }) => blocks) &&
  warningText({ text: 'Compare the records and decide before you accept this notification.' })
}
${reviews.length === 0 && html`<p class="govuk-body">No other record was found that may be about the same child.</p>`}
${
  reviews.length > 0 &&
  summaryList({
    rows: reviews.map(({ reviewId, state, caseReference }) => ({
      key: { text: caseReference === null ? 'Another notification' : `Case ${caseReference}` },
      value: {
        html: html`${reviewWords[state]}. <a class="govuk-link" href="/duplicates/${reviewId}">Compare<span class="govuk-visually-hidden"> with ${caseReference === null ? 'the other notification' : `case ${caseReference}`}</span></a>`,
      },
    })),
  })
}
${
  mayCompare &&
  html`<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}/compare">Compare with another record</a></p>`
}`
}

function decision(model: NotificationModel): Html {
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
