import type { CaseReviewRouter } from '@cdop/case-review/api'
import { documentFaults, LeftOutReason } from '@cdop/domain'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { fileStateTag, leftOutWords } from '../../wording/bundle-file-words.ts'
import { documentSubjectWords } from '../../wording/document-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { AGAIN, type TypedSettling } from './form.ts'

type CaseReview = ReturnType<typeof clientOf<CaseReviewRouter>>
type BundleFiles = Awaited<ReturnType<CaseReview['openCases']['listFiles']['query']>>
type BundleFile = BundleFiles['files'][number]

export type BundleFilesModel = BundleFiles & {
  readonly hidden: Html
  readonly typed: TypedSettling
  readonly errors: readonly ErrorItem[]
}

export const bundleFilesTitle = 'Documents of the bundle'

/** The files a bundle names, each with how far it has come; where they are added, or left out with a reason. */
export function bundleFilesView(model: BundleFilesModel): Html {
  const { open, files } = model
  const left = files.filter(({ state }) => !['clean', 'left-out', 'taken'].includes(state)).length
  return html`<h1 class="govuk-heading-l">${bundleFilesTitle}</h1>
${
  files.length === 0
    ? html`<p class="govuk-body">The bundle names no documents.</p>`
    : html`<p class="govuk-body">${left === 0 ? 'Every document has its file, or a reason why it is left out.' : `${writtenCount(left, 'document')} of ${files.length.toLocaleString('en-GB')} without a clean file or a reason.`}</p>`
}
${open && files.length > 0 && adding(model)}
${files.length > 0 && list(files)}
${open && files.length > 0 && settling(model)}`
}

function adding({ hidden, errors }: BundleFilesModel): Html {
  return html`<form method="post" enctype="multipart/form-data" novalidate data-module="cdop-upload-progress">${hidden}
${fileUpload({
  name: '_file',
  id: 'file',
  multiple: true,
  label: { text: 'Add files', classes: 'govuk-label--s' },
  hint: {
    text: 'Choose one or several, each at most 50 MB, and named as its row says. They are checked and scanned by and by; you can leave this page meanwhile.',
  },
  errorMessage: errorOf(errors, 'file'),
})}
<p class="govuk-body" role="status" data-upload-status></p>
${button({ text: 'Add the files', preventDoubleClick: true })}
</form>`
}

function list(files: readonly BundleFile[]): Html {
  return scrollRegion(
    'Documents by the rows of their sheet',
    table({
      caption: 'Documents by the rows of their sheet',
      captionClasses: 'govuk-visually-hidden',
      head: [
        { text: 'Row' },
        { text: 'File' },
        { text: 'Row of its case' },
        { text: 'From' },
        { text: 'State' },
      ],
      firstCellIsHeader: true,
      rows: files.map((file) => [
        { text: String(file.row) },
        { html: named(file) },
        { text: String(file.caseRow) },
        { text: file.about === null ? '' : (file.about.agency?.name ?? 'This office') },
        { html: stateOf(file) },
      ]),
    }),
  )
}

const hint = (words: string) => html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${words}</span>`

function named({ about }: BundleFile): Html {
  if (about === null) return html`<span class="govuk-hint govuk-!-margin-bottom-0">Shown with its case</span>`
  const { fileName, subject, receivedOn } = about
  const received = receivedOn === null ? '' : `, received on ${writtenDate(receivedOn)}`
  return html`${fileName}${hint(`${documentSubjectWords[subject]}${received}`)}`
}

function stateOf({ state, fault, leftOut }: BundleFile): Html {
  return html`${tag(fileStateTag[state])}${fault !== null && hint(documentFaults[fault])}${
    leftOut !== null && hint(leftOutWords[leftOut])
  }`
}

function settling({ hidden, files, typed, errors }: BundleFilesModel): Html {
  return html`<h2 class="govuk-heading-m">Leave a file out</h2>
<form method="post" enctype="multipart/form-data" novalidate>${hidden}
${select({
  name: 'row',
  id: 'row',
  label: { text: 'Row of the sheet of documents', classes: 'govuk-label--s' },
  value: typed.row,
  errorMessage: errorOf(errors, 'row'),
  items: [
    { value: '', text: 'Choose' },
    ...files.map(({ row, state }) => ({
      value: String(row),
      text: `Row ${row}: ${fileStateTag[state].text}`,
    })),
  ],
})}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'What becomes of the row?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: [
    ...LeftOutReason.options.map((value) => ({
      value,
      text: `Left out: ${leftOutWords[value].toLowerCase()}`,
    })),
    { value: AGAIN, text: 'Waits for its file again: what came for it is destroyed' },
  ],
})}
${button({ text: 'Save', name: '_action', value: 'settle', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
