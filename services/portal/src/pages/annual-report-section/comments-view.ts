import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import { type Html, html } from '../../components/html.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { typedText } from '../../wording/typed-text.ts'
import { LONGEST_COMMENT } from './form.ts'
import type { SectionModel } from './section-model.ts'

/** What reviewers say of a section, and the form for one more. */
export function commentsView(model: SectionModel): Html {
  const { draft, section, nameOf, hidden, mayComment, errors, retyped } = model
  const comments = draft.comments.filter((one) => one.section === section.id)
  return html`<h2 class="govuk-heading-m">Comments</h2>
${comments.length === 0 && html`<p class="govuk-body">Nobody has commented on this section.</p>`}
${comments.map(
  ({ commentId, words, madeBy, madeAt, settledBy }) => html`<p class="govuk-body">${typedText(words)}<br>
${nameOf(madeBy)}, ${writtenTime(new Date(madeAt))}${settledBy !== null && `. Settled by ${nameOf(settledBy)}`}</p>
${
  settledBy === null &&
  mayComment &&
  html`<form method="post" novalidate>${hidden}
<input type="hidden" name="commentId" value="${commentId}">
${button({ text: 'Mark as settled', name: '_action', value: 'settle', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}`,
)}
${
  mayComment &&
  html`<form method="post" novalidate>${hidden}
${characterCount({
  id: 'words',
  name: 'words',
  maxlength: LONGEST_COMMENT,
  rows: 4,
  value: retyped?.action === 'comment' ? retyped.text('words') : '',
  label: { text: 'Your comment', classes: 'govuk-label--s' },
  hint: { text: 'The report waits until it is settled' },
  errorMessage: errorOf(errors, 'words'),
})}
${button({ text: 'Add the comment', name: '_action', value: 'comment', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}`
}
