import { type AgeBand, type PlainDate, REGISTRATION_DAYS, type RegistrationStanding } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { fileUpload } from '../../components/file-upload.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { FILE } from '../../page/request-body.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const registrationsTitle = 'Registered deaths'

type Entry = {
  readonly registeredDeathId: string
  readonly state: 'unmatched' | 'proposed' | 'matched' | 'not-for-panel'
  readonly entryNumber: string
  readonly registeredOn: PlainDate
  readonly diedOn: PlainDate
  readonly familyName: string
  readonly givenNames: string
}

type Unregistered = {
  readonly notificationId: string
  readonly caseReference: string | null
  readonly diedOn: PlainDate
  readonly ageBand: AgeBand | null
  readonly standing: RegistrationStanding
  readonly days: number
}

type Estimate =
  | {
      readonly is: 'told'
      readonly of: {
        readonly estimate: number
        readonly interval: { readonly low: number; readonly high: number; readonly level: number }
        readonly seen: number
        readonly assumption: string
      }
    }
  | { readonly is: 'none'; readonly because: 'no-list' | 'still-maturing' | 'too-few-on-both' }

export type RegistrationsModel = {
  readonly hidden: Html
  readonly years: readonly { readonly value: string; readonly text: string }[]
  readonly reconciliation: {
    readonly year: { readonly code: string; readonly label: string }
    readonly counts: {
      readonly notified: number
      readonly registered: number
      readonly both: number
      readonly notForPanel: number
    }
    readonly notNotified: readonly Entry[]
    readonly notRegistered: readonly Unregistered[]
    readonly estimate: Estimate
  }
  readonly mayLoad: boolean
  readonly source: string
  readonly errors: readonly ErrorItem[]
}

/** What is wrong with a list, where, and what to do. */
export function faultWords(fault: {
  row: number | null
  column: string | null
  says: string
  cure: string
}): string {
  const where = [fault.row === null ? '' : `Row ${fault.row}`, fault.column ?? ''].filter(
    (part) => part !== '',
  )
  return `${where.length > 0 ? `${where.join(', ')}: ` : ''}${fault.says}. ${fault.cure}`
}

/** Deaths of a year on two lists: what stands on one alone, and what is done about it. */
export function registrationsView(model: RegistrationsModel): Html {
  const { years, reconciliation } = model
  const { year, notNotified, notRegistered } = reconciliation
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${registrationsTitle}</h1>
<p class="govuk-body">Deaths that were registered are held against those you were told of, so that no child is missed.</p>
<form method="get" action="/registrations" novalidate>
${select({ name: 'year', id: 'year', label: { text: 'Year in which the children died' }, value: year.code, items: years })}
${button({ text: 'Show year', classes: 'govuk-button--secondary' })}
</form>
</div></div>
<h2 class="govuk-heading-m">${year.label}</h2>
${pictured(reconciliation)}
${estimated(reconciliation.estimate)}
<h2 class="govuk-heading-m">Registered, not notified</h2>
${notNotified.length === 0 ? html`<p class="govuk-body">Every registered death of this year has been notified.</p>` : unnotified(notNotified, year.code)}
<h2 class="govuk-heading-m">Notified, not registered</h2>
${notRegistered.length === 0 ? html`<p class="govuk-body">Every notified death of this year is on a register’s list.</p>` : unregistered(notRegistered)}
${model.mayLoad && loading(model)}`
}

/** Three bars on one scale, and the same counts beneath. */
function pictured({ year, counts }: RegistrationsModel['reconciliation']): Html {
  const bars = [
    { label: 'Notified and registered', value: counts.both },
    { label: 'Notified only', value: counts.notified - counts.both },
    { label: 'Registered only', value: counts.registered - counts.both },
  ]
  const longest = Math.max(1, ...bars.map(({ value }) => value))
  const words = bars.map(({ label, value }) => `${label}: ${value}.`).join(' ')
  return html`<svg role="img" aria-labelledby="lists-title lists-description" width="100%" height="168" fill="currentColor" font-size="16" font-family="arial, helvetica, sans-serif">
<title id="lists-title">Deaths on either list. ${year.label}</title>
<desc id="lists-description">${words} The table below has the same counts.</desc>
${bars.map(({ label, value }, at) => {
  const top = at * 56
  const width = ((value / longest) * 80).toFixed(2)
  return html`<text x="0" y="${top + 18}">${label}</text>
<rect x="0" y="${top + 25}" width="${width}%" height="24" fill="#1d4e5f" stroke="currentColor"></rect>
<text x="${width}%" y="${top + 42}" dx="8" font-weight="bold">${value}</text>`
})}</svg>
${scrollRegion(
  'Deaths on either list',
  table({
    caption: 'Deaths on either list: exact counts, not for publication',
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: 'List' }, { text: 'Deaths', format: 'numeric' }],
    firstCellIsHeader: true,
    rows: [...bars, { label: 'Registered, and not for this panel', value: counts.notForPanel }].map(
      ({ label, value }) => [{ text: label }, { text: value, format: 'numeric' }],
    ),
  }),
)}`
}

const noEstimate = {
  'no-list':
    'There is no estimate of deaths on neither list: no register’s list has been loaded for this year.',
  'still-maturing':
    'There is no estimate of deaths on neither list yet. Deaths of this year are still being registered, above all those with a coroner.',
  'too-few-on-both': 'There is no estimate of deaths on neither list: too few deaths are on both.',
} as const

function estimated(estimate: Estimate): Html {
  if (estimate.is === 'none') return insetText({ text: noEstimate[estimate.because] })
  const { estimate: all, interval, seen, assumption } = estimate.of
  const missed = Math.max(0, Math.round(all) - seen)
  return insetText({
    html: html`<p>The two lists together hold ${seen} deaths. Estimated deaths on neither list: <strong>${missed}</strong>
(between ${Math.max(0, interval.low - seen)} and ${interval.high - seen}, ${Math.round(interval.level * 100)}% interval).</p>
<p>${assumption}.</p>`,
  })
}

function unnotified(entries: readonly Entry[], year: string): Html {
  return scrollRegion(
    'Registered, not notified',
    table({
      caption: 'Registered deaths nobody has notified, as far as is known',
      captionClasses: 'govuk-visually-hidden',
      head: ['Child', 'Died', 'Registered', 'What to do'].map((text) => ({ text })),
      rows: entries.map((entry) => [
        { text: `${entry.givenNames} ${entry.familyName}` },
        { text: writtenDate(entry.diedOn) },
        { text: `${writtenDate(entry.registeredOn)}, entry ${entry.entryNumber}` },
        {
          html: html`<a class="govuk-link" href="/registrations/${year}/${entry.registeredDeathId}">${entry.state === 'proposed' ? 'Say whether this is a child you know of' : 'Find out why nobody notified'}<span class="govuk-visually-hidden"> entry ${entry.entryNumber}</span></a>`,
        },
      ]),
    }),
  )
}

const standingWords: Readonly<Record<RegistrationStanding, (days: number) => string>> = {
  registered: () => 'Registered',
  expected: (days) => `Expected within ${REGISTRATION_DAYS} days of the death: ${days} so far`,
  'with-coroner': (days) => `Not expected yet: with the coroner, ${days} days so far`,
  overdue: (days) => `Overdue: ${days} days since the death`,
}

function unregistered(rows: readonly Unregistered[]): Html {
  return scrollRegion(
    'Notified, not registered',
    table({
      caption: 'Notified deaths that are on no register’s list',
      captionClasses: 'govuk-visually-hidden',
      head: ['Notification', 'Died', 'Age', 'Register'].map((text) => ({ text })),
      rows: rows.map((row) => [
        {
          html: html`<a class="govuk-link" href="/notifications/${row.notificationId}">${row.caseReference ?? 'Notification to decide'}</a>`,
        },
        { text: writtenDate(row.diedOn) },
        { text: row.ageBand === null ? '18 or over' : ageBandWords[row.ageBand] },
        { text: standingWords[row.standing](row.days) },
      ]),
    }),
  )
}

function loading({ hidden, source, errors }: RegistrationsModel): Html {
  const wrong = errorOf(errors, 'source')
  const file = errorOf(errors, FILE)
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Load a list</h2>
<form method="post" enctype="multipart/form-data" novalidate>${hidden}
${radios({
  idPrefix: 'source',
  name: 'source',
  value: source,
  fieldset: { legend: { text: 'Who made the list?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'registrar', text: 'Registrar of births and deaths' },
    { value: 'ons', text: 'Office for National Statistics' },
  ],
  ...(wrong && { errorMessage: wrong }),
})}
${fileUpload({
  id: FILE,
  name: FILE,
  label: { text: 'The list', classes: 'govuk-label--s' },
  hint: { text: 'A CSV (UTF-8) or XLSX file. The same file, or the same entry, is never counted twice' },
  ...(file && { errorMessage: file }),
})}
${details({
  summaryText: 'Columns the list needs',
  html: html`<p class="govuk-body">The first row holds the names of the columns: Entry number, Date registered, Date of death,
Date of birth, Surname, Forenames and Sex. If the list has them, NHS number, Postcode and Coroner (yes or no) help to
find the child. Other columns are not read.</p>`,
})}
${button({ text: 'Load the list', preventDoubleClick: true })}
</form></div></div>`
}
