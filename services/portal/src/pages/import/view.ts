import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { tag } from '../../components/tag.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import type { AreaPerson } from '../../user/area-people.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type ImportState, importStateTag, type SeenImport } from '../imports/state-words.ts'

export type ImportModel = Readonly<{
  seen: SeenImport
  formFields: Html
  people: readonly AreaPerson[]
  /** Of a bundle of open cases: what would come of it, or what did. */
  bundle: Html | null
}>

const titles: Readonly<Record<ImportState, string>> = {
  uploading: 'The file is being uploaded',
  checking: 'The file is being checked',
  refused: 'The file was not imported',
  ready: 'Confirm the import',
  confirmed: 'The notifications are being imported',
  done: 'The notifications were imported',
  cancelled: 'The import was cancelled',
}

const bundleTitles: typeof titles = {
  ...titles,
  ready: 'Sign off the open cases',
  confirmed: 'The open cases are being taken in',
  done: 'The open cases were taken in',
}

/** States in which the page will say something else by itself soon. */
const moving: readonly ImportState[] = ['uploading', 'checking', 'confirmed']

/** One import, from its upload to its end. Works by reloading; a script reloads what changed by itself. */
export function importScreen({ seen, formFields, people, bundle }: ImportModel): Screen {
  const { state } = seen
  const title = (bundle === null ? titles : bundleTitles)[state]
  return {
    title,
    section: 'Imports',
    backLink: '/imports',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${progress(seen)}
${about(seen, people)}
${state === 'refused' && refused(seen)}
${bundle}
${state === 'ready' && bundle === null && preview(seen)}
${state === 'done' && bundle === null && html`<p class="govuk-body"><a class="govuk-link" href="/notifications">Go to the notifications to decide</a></p>`}
${state === 'cancelled' && html`<p class="govuk-body">Nothing of the file was kept. <a class="govuk-link" href="/imports/new">Import another file</a></p>`}
${(bundle === null || state !== 'ready') && actions(seen, formFields)}
</div></div>`,
  }
}

function progress(seen: SeenImport): Html {
  const { importId, state } = seen
  if (!moving.includes(state)) return html`<p class="govuk-body">${tag(importStateTag[state])}</p>`
  return html`<div data-module="cdop-job-status" data-state="${state}">
<p class="govuk-body-l" role="status">${done(seen)}</p>
<p class="govuk-body">Last change: ${writtenTime(new Date(seen.changedAt))}</p>
</div>
<p class="govuk-body"><a class="govuk-link" href="/imports/${importId}">Refresh this page</a></p>
<p class="govuk-body">You can leave this page and come back. The work goes on without it.</p>`
}

function done({ state, rowsChecked, rowsReceived, rowsTotal }: SeenImport): string {
  if (state === 'uploading' || rowsTotal === null) return 'The file is being read'
  return state === 'confirmed'
    ? `${of(rowsReceived, rowsTotal)} imported`
    : `${of(rowsChecked, rowsTotal)} checked`
}

function of(part: number, whole: number): string {
  return `${part.toLocaleString('en-GB')} of ${writtenCount(whole, 'row')}`
}

function about(
  { beganAt, beganBy, mappingTitle, confirmedAt, endedAt, state, rowsTotal }: SeenImport,
  people: readonly AreaPerson[],
): Html {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const name = people.find(({ personId }) => personId === beganBy)?.displayName ?? 'somebody who has left'
  return summaryList({
    rows: [
      row('Uploaded', `${writtenTime(new Date(beganAt))} by ${name}`),
      row('From', mappingTitle),
      ...(rowsTotal === null ? [] : [row('Rows', rowsTotal.toLocaleString('en-GB'))]),
      ...(confirmedAt === null ? [] : [row('Confirmed', writtenTime(new Date(confirmedAt)))]),
      ...(endedAt === null ? [] : [row(importStateTag[state].text, writtenTime(new Date(endedAt)))]),
    ],
  })
}

function refused({ importId, refusal, sameAs, faults }: SeenImport): Html {
  return html`<h2 class="govuk-heading-m">Why</h2>
<p class="govuk-body">${refusal?.says}. ${refusal?.cure}.</p>
${
  sameAs !== null &&
  html`<p class="govuk-body"><a class="govuk-link" href="/imports/${sameAs.importId}">${
    sameAs.confirmedAt === null
      ? `Uploaded on ${writtenTime(new Date(sameAs.beganAt))}, not yet confirmed`
      : `Already imported on ${writtenTime(new Date(sameAs.confirmedAt))}`
  }</a></p>`
}
${
  faults > 0 &&
  html`<p class="govuk-body"><a class="govuk-link" href="/imports/${importId}/errors.csv" download>Download the list of ${writtenCount(faults, 'error')} (CSV)</a></p>
<p class="govuk-body">It names rows, columns and what to do, and holds nothing of what the file says.</p>`
}
<p class="govuk-body"><a class="govuk-link" href="/imports/new">Import another file</a></p>`
}

function preview({ counts, confirmBy }: SeenImport): Html {
  if (counts === null) return html``
  const row = (key: string, count: number) => ({
    key: { text: key },
    value: { text: count.toLocaleString('en-GB') },
  })
  const doubtful = counts.knownHere + counts.repeatedInFile
  return html`<h2 class="govuk-heading-m">What would be added</h2>
${summaryList({
  rows: [
    row('Notifications', counts.rows),
    row('Within child death review, for this area', counts.inScope),
    row('Outside, or for another area', counts.outOfScope),
    row('Not yet clear', counts.scopePending),
    row('NHS number already notified in this area', counts.knownHere),
    row('NHS number more than once in the file', counts.repeatedInFile),
    row('Values left out, because the form does not ask for them', counts.leftOut),
  ],
})}
${doubtful > 0 && html`<p class="govuk-body">Notifications of children who may be known already are imported too, and shown to you as possible duplicates.</p>`}
${warningText({ text: 'Once confirmed, an import cannot be taken back as a whole.', iconFallbackText: 'Warning' })}
<p class="govuk-body">Confirm by ${writtenDate(confirmBy)}. After that the file is destroyed.</p>`
}

function actions({ state, counts, mayCancel }: SeenImport, formFields: Html): Html {
  if (!mayCancel && state !== 'ready') return html``
  return html`<form method="post" novalidate>
${formFields}
<input type="hidden" name="rows" value="${counts?.rows ?? 0}">
<div class="govuk-button-group">
${
  state === 'ready' &&
  button({
    text: `Import ${writtenCount(counts?.rows ?? 0, 'notification')}`,
    name: '_action',
    value: 'confirm',
    preventDoubleClick: true,
  })
}
${mayCancel && button({ text: 'Cancel this import', name: '_action', value: 'cancel', classes: 'govuk-button--warning' })}
</div>
</form>`
}
