import type { AgeBand, CaseState, NextDue, PersonId, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { sortableTable } from '../../components/sortable-table.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { nextWords } from '../../wording/due-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { PartPerson } from '../case-people/part-people.ts'

/** The worklists, in the order people work through them, and what an empty one means. */
export const caseViews = {
  all: { text: 'All cases', empty: 'There are no cases yet. A case opens when a notification is accepted.' },
  mine: { text: 'Mine', empty: 'You have no open case.' },
  unassigned: { text: 'Nobody’s yet', empty: 'Somebody has every open case.' },
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

/** Somebody's cases, or those nobody has. */
type CaseOwner = PersonId | 'nobody'

type CaseRow = {
  readonly caseId: string
  readonly reference: string
  readonly state: CaseState
  readonly ageBand: AgeBand
  readonly diedOn: PlainDate
  readonly requests: { readonly sent: number; readonly returned: number; readonly overdue: number }
  readonly coordinatorId: PersonId | null
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
  /** Whose cases: everybody's, one person's, or those nobody has. */
  readonly owner: CaseOwner | null
  /** Who can have cases, to choose from, and everybody by name. */
  readonly coordinators: readonly PartPerson[]
  readonly nameOf: (personId: PersonId) => string
  readonly rows: readonly CaseRow[]
  readonly counts: Readonly<Record<CaseViewName, number>>
  readonly total: number
  readonly today: PlainDate
}

/** Where a worklist lies: codes and ids only, never a name. */
function casesPath({ view, sort, owner }: Pick<CasesModel, 'view' | 'sort' | 'owner'>, page = 1): string {
  const of = owner === null ? '' : `&owner=${owner}`
  return `/cases?view=${view}&sort=${sort}${of}${page > 1 ? `&page=${page}` : ''}`
}

/** What must I do today: the cases of a view, most overdue first. */
export function casesView(model: CasesModel): Html {
  const { view, page, rows, counts, total } = model
  return html`<h1 class="govuk-heading-l">Cases</h1>
${subNavigation({
  label: 'Worklists',
  items: caseViewNames.map((name) => ({
    text: `${caseViews[name].text} (${countOf(counts, name)})`,
    href: casesPath({ ...model, view: name }),
    active: name === view,
  })),
})}
${whose(model)}
${rows.length === 0 ? nothing(model) : list(model)}
${pageLinks({ page, total, list: 'cases' }, (to) => casesPath(model, to))}`
}

/** Narrows every worklist to one person's cases; what is chosen is part of the address as an id. */
function whose({ view, sort, owner, coordinators, nameOf }: CasesModel): Html {
  const listed = coordinators.some(({ personId }) => personId === owner)
  const other = owner === null || owner === 'nobody' || listed ? [] : [{ value: owner, text: nameOf(owner) }]
  return html`<form method="get" action="/cases" class="cdop-narrow" novalidate>
<input type="hidden" name="view" value="${view}"><input type="hidden" name="sort" value="${sort}">
${select({
  name: 'owner',
  id: 'owner',
  value: owner ?? '',
  label: { text: 'Whose cases' },
  items: [
    { value: '', text: 'Everybody’s' },
    ...coordinators.map(({ personId, displayName }) => ({ value: personId, text: displayName })),
    ...other,
    { value: 'nobody', text: 'Nobody’s yet' },
  ],
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>
<p class="govuk-body"><a class="govuk-link" href="/coordinators">Who has which cases, and handing them over</a></p>`
}

function countOf(counts: Readonly<Record<string, number>>, name: string): number {
  return counts[name] ?? 0
}

function nothing({ view, page }: CasesModel): Html {
  return html`<p class="govuk-body">${page > 1 ? 'There are no cases on this page.' : caseViews[view].empty}</p>`
}

function list(model: CasesModel): Html {
  const { view, sort, rows, today, nameOf } = model
  return sortableTable({
    caption: caseViews[view].text,
    captionClasses: 'govuk-visually-hidden',
    columns: [
      {
        text: 'Newest case',
        href: casesPath({ ...model, sort: 'newest' }),
        ...(sort === 'newest' && { sorted: 'descending' }),
      },
      { text: 'Age' },
      { text: 'Died' },
      { text: 'Stage' },
      { text: 'Coordinator' },
      { text: 'Not yet told' },
      { text: 'Agency forms' },
      {
        text: 'Next',
        href: casesPath({ ...model, sort: 'most-overdue' }),
        ...(sort === 'most-overdue' && { sorted: 'ascending' }),
      },
    ],
    rows: rows.map((row) => [
      { html: html`<a class="govuk-link cdop-reference" href="/cases/${row.caseId}">${row.reference}</a>` },
      { text: ageBandWords[row.ageBand] },
      { text: writtenDate(row.diedOn) },
      { text: caseStateWords[row.state] },
      { text: row.coordinatorId === null ? 'Nobody yet' : nameOf(row.coordinatorId) },
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
