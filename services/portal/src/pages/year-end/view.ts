import type { CaseReviewRouter } from '@cdop/case-review/api'
import { PlainDate, YearEndList } from '@cdop/domain'
import type { clientOf } from '@cdop/rpc'
import type { ReportingYear } from '@cdop/statistics'
import { type Html, html } from '../../components/html.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { progressPicture } from '../../figure-table/progress-picture.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { caseStateWords } from '../../wording/case-words.ts'
import { submissionKindWords, submissionStateWords } from '../../wording/national-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { type YearEndChoice, yearEndPath } from './choice.ts'

type Client = ReturnType<typeof clientOf<CaseReviewRouter>>
type Answered = Awaited<ReturnType<Client['nationalSubmission']['yearEnd']['query']>>
type Row = Answered['rows'][number]

export type YearEndModel = Answered & {
  readonly choice: YearEndChoice
  readonly years: readonly ReportingYear[]
  readonly today: PlainDate
  /** A question of the notification in its own words. */
  textOf(question: string): string
}

export const yearEndTitle = 'What NCMD still waits for'

/** References in one file. */
const FILE_SIZE = 5_000

const listWords: Readonly<Record<YearEndList, { tab: string; says: string }>> = {
  'not-finalised': {
    tab: 'Not finalised',
    says: 'The analysis the panel agreed has not been acknowledged by NCMD, and no day is recorded on which it was told another way.',
  },
  'not-acknowledged': {
    tab: 'Not acknowledged',
    says: 'Something was to be sent and NCMD has not acknowledged it: it waits, is on its way, or was held back because answers are missing.',
  },
  rejected: { tab: 'Rejected', says: 'NCMD rejected it, and nothing was sent in its place.' },
  'blank-demographics': {
    tab: 'Blank answers about the child',
    says: 'The notification left these questions blank when it was accepted. “I do not know” is an answer.',
  },
}

const countOf = ({ counts }: YearEndModel): Readonly<Record<YearEndList, number>> => ({
  'not-finalised': counts.reviewed + counts.underReview,
  'not-acknowledged': counts.notAcknowledged,
  rejected: counts.rejected,
  'blank-demographics': counts.blankDemographics,
})

/** What is left to do of a reporting year before NCMD closes it: a picture and its table, and the lists behind it. */
export function yearEndView(model: YearEndModel): Html {
  const { choice, years, dueOn, today, counts } = model
  const { year, list, page } = choice
  const total = countOf(model)[list]
  return html`<h1 class="govuk-heading-l">${yearEndTitle}</h1>
<p class="govuk-body">Deaths from ${writtenDate(PlainDate.parse(year.start))} to ${writtenDate(PlainDate.parse(year.end))}, as far as they are cases of this area and there for you.
${dueOn !== null && html`The year’s records are due at NCMD by <strong>${writtenDate(dueOn)}</strong>${dueOn < today ? ', which has passed' : ''}.`}</p>
<nav class="cdop-unprinted" aria-label="Years"><ul class="govuk-list">${years.map((one) =>
    one.code === year.code
      ? html`<li aria-current="true"><strong>${one.label}</strong></li>`
      : html`<li><a class="govuk-link" href="${yearEndPath({ ...choice, year: one, page: 1 })}">${one.label}</a></li>`,
  )}</ul></nav>
${progress(model)}
<h2 class="govuk-heading-m">Case by case</h2>
${subNavigation({
  label: 'What is left to do',
  items: YearEndList.options.map((one) => ({
    text: `${listWords[one].tab} (${countOf(model)[one]})`,
    href: yearEndPath({ year, list: one, page: 1 }),
    active: one === list,
  })),
})}
<p class="govuk-body">${listWords[list].says}
${list === 'blank-demographics' && counts.blanksNotKept > 0 && `Of ${counts.blanksNotKept} cases it was not kept yet when they were accepted.`}</p>
${model.rows.length === 0 ? html`<p class="govuk-body">There is none.</p>` : rowsTable(model)}
${pageLinks({ page, total, list: 'cases' }, (to) => yearEndPath({ ...choice, page: to }))}
${total > 0 && files(choice, total)}
<p class="govuk-body"><a class="govuk-link" href="/notifications?ncmd=due">Deaths NCMD is still to be told of</a></p>`
}

function progress({ counts, choice: { year } }: YearEndModel): Html {
  const parts = [
    { text: 'Finalised', count: counts.finalised, fill: '#00703c' },
    { text: 'Reviewed, not finalised', count: counts.reviewed, fill: '#8fb5c0' },
    { text: 'Not reviewed yet', count: counts.underReview, fill: '#ffffff' },
    { text: 'Reviewed before 1 April 2019, never sent', count: counts.neverNational, fill: '#b1b4b6' },
  ].filter(({ text, count }) => count > 0 || !text.startsWith('Reviewed before'))
  const picture = progressPicture(
    'year-end',
    `How far the deaths of the ${year.label.toLowerCase()} have come`,
    parts,
  )
  if (picture === null) return html`<p class="govuk-body">There is no case of a death in this year.</p>`
  return html`<h2 class="govuk-heading-m">How far the deaths of the year have come</h2>
${picture}
${table({
  caption: 'The same in numbers',
  captionClasses: 'govuk-table__caption--s',
  head: [{ text: 'State' }, { text: 'Cases', format: 'numeric' }],
  firstCellIsHeader: true,
  rows: [
    ...parts.map(({ text, count }) => [{ text }, { text: count, format: 'numeric' as const }]),
    [{ text: 'All' }, { text: counts.all, format: 'numeric' as const }],
  ],
})}`
}

function rowsTable(model: YearEndModel): Html {
  const { choice, rows } = model
  const { tab } = listWords[choice.list]
  return scrollRegion(
    tab,
    table({
      caption: tab,
      captionClasses: 'govuk-table__caption--m',
      head: [{ text: 'Case' }, { text: 'Date of death' }, { text: 'State' }, { text: 'What is open' }],
      firstCellIsHeader: true,
      rows: rows.map((row) => [
        { html: html`<a class="govuk-link" href="/cases/${row.caseId}">${row.reference}</a>` },
        { text: writtenDate(row.diedOn) },
        { text: caseStateWords[row.state] },
        { html: openOf(row, model) },
      ]),
    }),
  )
}

function openOf(row: Row, { choice: { list }, textOf }: YearEndModel): Html {
  const words = list === 'blank-demographics' ? row.blank.map(textOf) : waitingWords(row)
  if (words.length === 0) return html`${row.reviewedOn === null ? 'Not reviewed yet' : 'Analysis not sent'}`
  return html`<ul class="govuk-list">${words.map((one) => html`<li>${one}</li>`)}</ul>`
}

const waitingWords = ({ waiting }: Row): string[] =>
  waiting.map(
    ({ kind, state }) => `${submissionKindWords[kind]}: ${submissionStateWords[state].toLowerCase()}`,
  )

function files({ year, list }: YearEndChoice, total: number): Html {
  const pages = Array.from({ length: Math.ceil(total / FILE_SIZE) }, (_, at) => at + 1)
  return html`<p class="govuk-body">${pages.map(
    (page) =>
      html`<a class="govuk-link" download href="/year-end/${year.code}/${list}-${page}.csv">References of this list as CSV${pages.length > 1 ? `, file ${page} of ${pages.length}` : ''}</a> `,
  )}(references only, no names)</p>`
}
