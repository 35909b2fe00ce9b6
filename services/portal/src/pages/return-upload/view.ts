import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { table } from '../../components/table.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { typedText } from '../../wording/typed-text.ts'
import type { Difference, Laid, Open } from './form.ts'

export const uploadTitle = 'Upload a filled form'
export const compareTitle = 'Compare the file with what is saved'
/** Carries a file from one page to the next: nothing of it is kept before somebody has said so. */
export const keptName = '_kept'

/** The file itself, and what it may be. */
export function uploadView({
  hidden,
  errors,
  titles,
}: {
  readonly hidden: Html
  readonly errors: readonly ErrorItem[]
  /** The forms it may be of. */
  readonly titles: readonly string[]
}): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${uploadTitle}</h1>
<p class="govuk-body">A form that was filled in with another system, or a copy that was downloaded, can come in as a file.
We read:</p>
<ul class="govuk-list govuk-list--bullet">
<li>the JSON file of a form that was downloaded here</li>
<li>a FHIR R4 QuestionnaireResponse in JSON</li>
</ul>
<p class="govuk-body">The file must be of ${
    titles.length === 1 ? html`this form:` : html`one of these forms:`
  } ${titles.join('; ')}. If something is saved already and differs, you see both before anything is replaced.</p>
<form method="post" enctype="multipart/form-data" novalidate>
${hidden}
${fileUpload({
  name: '_file',
  id: 'file',
  label: { text: 'File', classes: 'govuk-label--s' },
  hint: { text: 'JSON, at most 400 KB' },
  errorMessage: errorOf(errors, 'file'),
})}
${button({ text: 'Upload', preventDoubleClick: true })}
</form>
</div></div>`
}

export type CompareView = {
  readonly hidden: Html
  readonly laid: Laid<Open>
  readonly differences: readonly Difference[]
  /** The file as it is carried on. */
  readonly kept: string
  /** Where nothing is replaced. */
  readonly back: string
}

/** What is saved and what the file says, side by side: nothing is replaced before somebody has seen it. */
export function compareView({ hidden, laid, differences, kept, back }: CompareView): Html {
  const { form, aside } = laid
  return html`<span class="govuk-caption-l">${form.title}</span>
<h1 class="govuk-heading-l">${compareTitle}</h1>
${
  differences.length > 0
    ? html`<p class="govuk-body">Nothing has been replaced yet. These answers differ:</p>
${table({
  caption: 'Answers that differ',
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: 'Question' }, { text: 'Saved now' }, { text: 'In the file' }],
  firstCellIsHeader: true,
  rows: differences.map(({ label, saved, inFile }) => [
    { text: label },
    { html: typedText(saved) },
    { html: typedText(inFile) },
  ]),
})}`
    : html`<p class="govuk-body">Nothing has been replaced yet. What the file can replace is the same as what is
saved.</p>`
}
${
  aside.length > 0 &&
  html`<h2 class="govuk-heading-m">Answers without a place in this form</h2>
<p class="govuk-body">The file was filled in to another version, or to more than you were asked for. These answers cannot be
kept here. Write down what matters in another answer.</p>
${summaryList({
  rows: aside.map(({ label, answer }) => ({ key: { text: label }, value: { html: typedText(answer) } })),
})}`
}
<form method="post" enctype="multipart/form-data" novalidate>
${hidden}
<input type="hidden" name="${keptName}" value="${kept}">
<div class="govuk-button-group">
${button({ text: 'Use the answers in the file', name: '_action', value: 'use', preventDoubleClick: true })}
<a class="govuk-link" href="${back}">Keep what is saved</a>
</div>
</form>`
}
