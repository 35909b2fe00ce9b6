import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { writtenCount } from '../../wording/written-count.ts'
import type { Reading } from './pack.ts'

/** The buttons of whoever reads. */
export const MARK_READ = 'mark-read'
export const MARK_UNREAD = 'mark-unread'
export const KEEP_PLACE = 'keep-place'

/** One tap, or the Escape key, and nothing of the case is on the screen; without a script it is a link. */
export const hideScreen = html`<a class="govuk-button govuk-button--secondary cdop-hide cdop-unprinted" href="/hidden" data-module="cdop-hide-screen">Hide the screen</a>`

/** What is new to the reader, where they stopped, and whether they have read it. */
export function readingStanding({ readAt, readBefore, fresh, gone, place }: Reading): Html {
  return html`${readAt !== null && html`<p class="govuk-body">You marked this case as read on ${writtenTime(new Date(readAt))}.</p>`}
${
  readBefore &&
  (fresh.length > 0 || gone > 0) &&
  insetText({ text: `New since you last read it: ${sinceWords(fresh.length, gone)}.` })
}
${place !== null && html`<p class="govuk-body cdop-unprinted"><a class="govuk-link" href="#${place}">Go on where you stopped</a></p>`}`
}

function sinceWords(fresh: number, gone: number): string {
  return [
    ...(fresh > 0 ? [`${writtenCount(fresh, 'part is', 'parts are')} new or changed, and marked below`] : []),
    ...(gone > 0 ? [`${writtenCount(gone, 'part is', 'parts are')} no longer here`] : []),
  ].join('; ')
}

/** Marks the case as read, as it was shown, or takes that back. */
export function markForm({ readAt, version, fresh }: Reading, formFields: Html): Html {
  const read = readAt !== null && fresh.length === 0
  return html`<form method="post" novalidate class="cdop-unprinted">
${formFields}
<input type="hidden" name="_version" value="${version}">
${button({
  text: read ? 'Mark as not read' : 'Mark as read',
  name: '_action',
  value: read ? MARK_UNREAD : MARK_READ,
  preventDoubleClick: true,
  ...(read ? { classes: 'govuk-button--secondary' } : {}),
})}
</form>`
}

/** Tells the script what to send of where the reader is; without one nothing is sent. */
export function placeForm(formFields: Html): Html {
  return html`<form method="post" novalidate hidden data-module="cdop-reading-place">
${formFields}
<input type="hidden" name="_action" value="${KEEP_PLACE}">
<input type="hidden" name="_place" value="">
</form>`
}
