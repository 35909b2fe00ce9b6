import type { DuplicateReviewState } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { type NotificationModel, SAME_CHILD } from './model.ts'

const reviewWords: Readonly<Record<DuplicateReviewState, string>> = {
  open: 'Not decided yet',
  same: 'Same child: waiting to be merged',
  different: 'Different child',
  unsure: 'Not sure',
}

/** Other records that may be of the same child: those to compare, and what was decided of them. */
export function matches({ reviews, mayCompare, notificationId }: NotificationModel): Html | null {
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
