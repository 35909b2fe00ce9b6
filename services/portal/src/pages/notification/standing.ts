import type { NotifyClock } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { inTimeWords, nationalWords, receiptWords } from '../../wording/notify-words.ts'
import type { NotificationModel } from './model.ts'

/** How far the notification has come, when it is more than received. */
export function decided({ state, caseId, caseReference, mergedInto }: NotificationModel): Html | null {
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

/** Another area was asked to take the record, and has not said no. */
export const isOffered = ({ transfer }: NotificationModel): boolean =>
  transfer !== null && (transfer.state === 'requested' || transfer.state === 'accepted')

/** That another area was asked to take the record, or the way to ask one. */
export function elsewhere(model: NotificationModel): Html | null {
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

/** Whether it is recorded who confirmed the death and who the child is, and where. */
export function confirmation({ notificationId, confirmed, state }: NotificationModel): Html {
  const path = `/notifications/${notificationId}/confirmation`
  if (confirmed) return html`<a class="govuk-link" href="${path}">Confirmed: see by whom</a>`
  if (state === 'out-of-scope') return html`Not confirmed`
  return html`Not yet confirmed. <a class="govuk-link" href="${path}">Record who confirmed the death and who the child
is</a>`
}

/** How soon it was known and received. */
export function howSoon({
  clocks: { knownFrom, received },
  diedOn,
  receivedOn,
  now,
}: NotificationModel): string {
  return `${receiptWords({ knownFrom, clock: received, diedOn, receivedOn })}. ${inTimeWords(received, now)}`
}

/** When the national database was told, or is to be; the way to record it once the death is confirmed. */
export function national(
  { clocks, now, confirmed, state, mayDecide, notificationId }: NotificationModel,
  clock: NotifyClock,
): Html {
  const said = nationalWords(clock, clocks.nationalToldOn, now)
  const open = confirmed && mayDecide && (state === 'received' || state === 'accepted')
  const text = clocks.nationalToldOn === null ? 'Record when NCMD was told' : 'Correct this date'
  const path = `/notifications/${notificationId}/national-database`
  return html`${said}${open && html`. <a class="govuk-link" href="${path}">${text}</a>`}`
}

/** The way to say that the report was wrong. */
export function inError({ notificationId, state }: NotificationModel): Html {
  const text =
    state === 'reported-in-error'
      ? 'Reported in error: see what was recalled'
      : 'Is the child alive, or was the report wrong?'
  return html`<p class="govuk-body"><a class="govuk-link" href="/notifications/${notificationId}/reported-in-error">${text}</a></p>`
}
