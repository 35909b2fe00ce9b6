import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import type { Screen } from '../../page/screen.ts'

type ListedMapping = Readonly<{
  id: string
  version: string
  title: string
  assumption: string
  bundle: boolean
  columns: readonly Readonly<{ column: string; required: boolean }>[]
}>

export type ImportNewModel = Readonly<{
  formFields: Html
  mappings: readonly ListedMapping[]
  mapping: string
  errors: readonly ErrorItem[]
}>

/** Where the file comes from, the file itself, and what its columns must be called. */
export function importNewScreen({ formFields, mappings, mapping, errors }: ImportNewModel): Screen {
  const fault = (field: string) => {
    const found = errors.find(({ href }) => href === `#${field}`)
    return found && { errorMessage: { text: found.text } }
  }
  return {
    title: 'Import a file of notifications',
    section: 'Notifications',
    backLink: '/imports',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Import a file of notifications</h1>
<p class="govuk-body">First the file is checked, row by row. Then you see how many notifications it would add, and
confirm or cancel. One row with an error and nothing is imported: you get a list of the errors.</p>
<form method="post" enctype="multipart/form-data" novalidate>
${formFields}
${select({
  name: 'mapping',
  id: 'mapping',
  label: { text: 'Where the file comes from' },
  value: mapping,
  items: mappings.map(({ id, title }) => ({ value: id, text: title })),
  ...fault('mapping'),
})}
${fileUpload({
  name: '_file',
  id: 'file',
  label: { text: 'File' },
  hint: {
    text: 'CSV saved as UTF-8, or XLSX with one sheet. At most 50,000 rows and 32 MB. A bundle of open cases is a ZIP file of CSV files or an XLSX file with a sheet for each, of at most 2,000 cases.',
  },
  ...fault('file'),
})}
${button({ text: 'Upload and check', preventDoubleClick: true })}
</form>
<p class="govuk-body">Cases that are open in another system come in as a bundle, at the stage they have reached. <a class="govuk-link" href="/imports/new/empty-bundle.zip" download>Download an empty bundle (ZIP)</a></p>
${mappings.map(aboutMapping)}
</div></div>`,
  }
}

function aboutMapping({ title, version, assumption, columns }: ListedMapping): Html {
  const named = (required: boolean) =>
    columns.filter((one) => one.required === required).map(({ column }) => html`<li>${column}</li>`)
  return html`${details({
    summaryText: `Columns of a file from ${title}`,
    html: html`${insetText({ text: assumption })}
<p class="govuk-body">The first row holds the names of the columns. These must be there:</p>
<ul class="govuk-list govuk-list--bullet">${named(true)}</ul>
<p class="govuk-body">These may be there. A file with any other column is refused, so that nothing in it is lost.</p>
<ul class="govuk-list govuk-list--bullet">${named(false)}</ul>
<p class="govuk-body">Version of this list: ${version}</p>`,
  })}`
}
