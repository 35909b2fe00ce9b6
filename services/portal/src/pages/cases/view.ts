import type { AgeBand, CaseState, NextDue, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { sortableTable } from '../../components/sortable-table.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { nextWords } from '../../wording/due-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** The worklists, in the order people work through them, and what an empty one means. */
export const caseViews = {
  all: { text: 'All cases', empty: 'There are no cases yet. A case opens when a notification is accepted.' },
  'to-move': { text: 'What I can move today', empty: 'Every case waits for somebody else today.' },
  waiting: { text: 'Waiting on others', empty: 'No case is waiting for somebody else.' },
  'unconfirmed-holds': {
    text: 'Holds to ask about',
    empty: 'Of every hold somebody has said lately that it goes on.',
  },
  gathering: { text: 'Gathering information', empty: 'No case is waiting for information.' },
  overdue: { text: 'Overdue', empty: 'Nothing is overdue.' },
  'not-told': { text: 'Not everybody told', empty: 'Everybody who must be told of a death has been told.' },
  'ready-for-panel': { text: 'Ready for panel', empty: 'No case is ready to be listed for a panel meeting.' },
  listed: { text: 'Listed', empty: 'No case is listed for a panel meeting.' },
  reviewed: { text: 'To submit', empty: 'No reviewed case is waiting for its national submission.' },
  closed: { text: 'Closed', empty: 'No case has been closed yet.' },
} as const
type CaseViewName = keyof typeof caseViews
const isViewName = (name: string): name is CaseViewName => name in caseViews
/** Every worklist there is: an address may name any of them. */
export const caseViewNames = Object.keys(caseViews).filter(isViewName)
type CaseSortName = 'most-overdue' | 'newest'

type CaseRow = {
  readonly caseId: string
  readonly reference: string
  readonly state: CaseState
  readonly ageBand: AgeBand
  readonly diedOn: PlainDate
  readonly requests: { readonly sent: number; readonly returned: number; readonly overdue: number }
  readonly notTold: number
  readonly next: {
    readonly what: NextDue
    readonly dueOn: PlainDate | null
  }
}

export type CasesModel = {
  readonly view: CaseViewName
  readonly sort: CaseSortName
  readonly page: number
  readonly rows: readonly CaseRow[]
  readonly counts: Readonly<Record<CaseViewName, number>>
  readonly total: number
  readonly today: PlainDate
}

/** Where a worklist lies: codes only, never a name. */
function casesPath(view: CaseViewName, sort: CaseSortName, page = 1): string {
  return `/cases?view=${view}&sort=${sort}${page > 1 ? `&page=${page}` : ''}`
}

/** What must I do today: the cases of a view, most overdue first. */
export function casesView(model: CasesModel): Html {
  const { view, sort, page, rows, counts, total } = model
  return html`<h1 class="govuk-heading-l">Cases</h1>
${subNavigation({
  label: 'Worklists',
  items: Object.entries(caseViews).map(([name, { text }]) => ({
    text: `${text} (${countOf(counts, name)})`,
    href: `/cases?view=${name}&sort=${sort}`,
    active: name === view,
  })),
})}
${rows.length === 0 ? nothing(model) : list(model)}
${pageLinks({ page, total, list: 'cases' }, (to) => casesPath(view, sort, to))}`
}

function countOf(counts: Readonly<Record<string, number>>, name: string): number {
  return counts[name] ?? 0
}

function nothing({ view, page }: CasesModel): Html {
  return html`<p class="govuk-body">${page > 1 ? 'There are no cases on this page.' : caseViews[view].empty}</p>`
}

function list({ view, sort, rows, today }: CasesModel): Html {
  return sortableTable({
    caption: caseViews[view].text,
    captionClasses: 'govuk-visually-hidden',
    columns: [
      {
        text: 'Newest case',
        href: casesPath(view, 'newest'),
        ...(sort === 'newest' && { sorted: 'descending' }),
      },
      { text: 'Age' },
      { text: 'Died' },
      { text: 'Stage' },
      { text: 'Not yet told' },
      { text: 'Agency forms' },
      {
        text: 'Next',
        href: casesPath(view, 'most-overdue'),
        ...(sort === 'most-overdue' && { sorted: 'ascending' }),
      },
    ],
    rows: rows.map((row) => [
      { html: html`<a class="govuk-link cdop-reference" href="/cases/${row.caseId}">${row.reference}</a>` },
      { text: ageBandWords[row.ageBand] },
      { text: writtenDate(row.diedOn) },
      { text: caseStateWords[row.state] },
      { html: notToldCell(row) },
      { text: requestWords(row.requests) },
      { text: nextWords(row.next, today) },
    ]),
  })
}

/** A gap is a number and words, and leads to where it is closed. */
function notToldCell({ caseId, reference, notTold }: CaseRow): Html {
  if (notTold === 0) return html`All told`
  return html`<a class="govuk-link" href="/cases/${caseId}/told">${notTold}<span class="govuk-visually-hidden"> not
yet told of ${reference}</span></a>`
}

function requestWords({ sent, returned, overdue }: CaseRow['requests']): string {
  if (sent === 0) return 'None sent'
  const some = `${returned} of ${sent} returned`
  return overdue === 0 ? some : `${some}, ${overdue} overdue`
}
