import type { Instant } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { textarea } from '../../components/textarea.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenCount } from '../../wording/written-count.ts'

export const commentsTitle = 'Comments to the chair'

/** One comment, and whose it is in words. */
export type Comment = { readonly by: string; readonly text: string; readonly sentAt: Instant }

export type CommentsModel = {
  readonly reference: string
  readonly comments: readonly Comment[]
  /** How many the chair is not shown. */
  readonly heldBack: number
  readonly sent: boolean
  /** For a member who may write; null for whoever looks after what is held back. */
  readonly form: {
    readonly hidden: Html
    readonly typed: string
    readonly errors: readonly ErrorItem[]
  } | null
}

export function commentsView({ reference, comments, heldBack, sent, form }: CommentsModel): Html {
  return html`${sent && notificationBanner({ type: 'success', text: 'Your comment is sent to the chair.' })}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Case ${reference}</span>
<h1 class="govuk-heading-l">${commentsTitle}</h1>
${
  form === null &&
  html`<p class="govuk-body">These say who the child was, as far as was found, and were not shown to the chair. Tell the chair what
may be told.</p>`
}
${commentList(comments, heldBack)}
${form !== null && commentForm(form)}
</div></div>`
}

/** What was written, the oldest first, and how much of it the chair is not shown. */
export function commentList(comments: readonly Comment[], heldBack: number): Html {
  return html`${comments.length === 0 && heldBack === 0 && html`<p class="govuk-body">There are none.</p>`}
${
  heldBack > 0 &&
  insetText({
    text: `${writtenCount(heldBack, 'comment is', 'comments are')} held back because who the child was may be in it. The coordinator can read it and tell you what may be told.`,
  })
}
${comments.map(
  ({ by, text, sentAt }) => html`<h3 class="govuk-heading-s">${by}, ${writtenTime(new Date(sentAt))}</h3>
<p class="govuk-body cdop-answer">${text}</p>`,
)}`
}

function commentForm({ hidden, typed, errors }: NonNullable<CommentsModel['form']>): Html {
  return html`<p class="govuk-body">What you write reaches the chair with your name and cannot be taken back. It may have to be
disclosed. It does not count towards the quorum.</p>
<form method="post" novalidate>${hidden}
${textarea({
  id: 'comment',
  name: 'comment',
  rows: 6,
  value: typed,
  label: { text: 'Comment', classes: 'govuk-label--s' },
  hint: { text: 'Leave out names and anything else that identifies a person.' },
  errorMessage: errorOf(errors, 'comment'),
})}
${button({ text: 'Send to the chair', preventDoubleClick: true })}
</form>`
}
