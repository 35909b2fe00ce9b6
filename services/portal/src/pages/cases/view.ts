import type { AgeBand, CaseState, NextDue, PersonId, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { sortableTable } from '../../components/sortable-table.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { pageLinks } from '../../paging/page-links.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { nextWords } from '../../wording/due-words.ts'
import { restWords } from '../../wording/part-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { PartPerson } from '../case-people/part-people.ts'
import {
  type CaseFilter,
  type CaseViewName,
  caseViewNames,
  caseViews,
  filterQuery,
  type KeptView,
  sameFilter,
} from './case-views.ts'
import { type ChaseSaid, chaseCell, chaseWords } from './chase-words.ts'

type CaseRow = {
  readonly caseId: string
  readonly reference: string
  readonly state: CaseState
  readonly ageBand: AgeBand
  readonly diedOn: PlainDate
  readonly requests: {
    readonly sent: number
    readonly returned: number
    readonly overdue: number
    /** The first day the rest of an answer was promised for, of which a part came. */
    readonly promisedOn: PlainDate | null
  }
  readonly coordinatorId: PersonId | null
  readonly notTold: number
  readonly next: {
    readonly what: NextDue
    readonly dueOn: PlainDate | null
  }
  readonly chase: ChaseSaid | null
}

export type CasesModel = {
  readonly shown: CaseFilter
  /** The views this person keeps. */
  readonly kept: readonly KeptView[]
  readonly page: number
  /** Who can have cases, to choose from, and everybody by name. */
  readonly coordinators: readonly PartPerson[]
  readonly nameOf: (personId: PersonId) => string
  readonly rows: readonly CaseRow[]
  readonly counts: Readonly<Record<string, number>>
  readonly total: number
  readonly today: PlainDate
  /** Whether they may take the list out with the children’s names. */
  readonly mayTakeNames: boolean
  /** Answers of the area by which it is judged whom to chase; null in other views. */
  readonly basedOn: number | null
}

/** Where a worklist lies: codes and ids only, never a name. */
function casesPath(filter: CaseFilter, page = 1): string {
  return `/cases?${filterQuery(filter)}${page > 1 ? `&page=${page}` : ''}`
}

/** Cases that await agencies come in the order of what chasing would gain, unless it was another order before. */
function viewOf(view: CaseViewName, { sort }: CaseFilter): Pick<CaseFilter, 'view' | 'sort'> {
  if (view === 'awaiting-agencies' && sort === 'most-overdue') return { view, sort: 'most-gain' }
  return { view, sort: view !== 'awaiting-agencies' && sort === 'most-gain' ? 'most-overdue' : sort }
}

/** What must I do today: the cases of a view, most overdue first. */
export function casesView(model: CasesModel): Html {
  const { shown, page, rows, counts, total } = model
  return html`<h1 class="govuk-heading-l">Cases</h1>
${subNavigation({
  label: 'Worklists',
  items: caseViewNames.map((name) => ({
    text: `${caseViews[name].text} (${countOf(counts, name)})`,
    href: casesPath({ ...shown, ...viewOf(name, shown) }),
    active: name === shown.view,
  })),
})}
${keptViews(model)}
${whose(model)}
${rows.length === 0 ? nothing(model) : list(model)}
${pageLinks({ page, total, list: 'cases' }, (to) => casesPath(shown, to))}
${total > 0 && asFile(model)}`
}

/** The views a person keeps under names of their own; and where this one can be kept. */
function keptViews({ shown, kept }: CasesModel): Html {
  const isKept = kept.some(({ filter }) => sameFilter(filter, shown))
  const links = kept.map(
    ({ name, filter, count }) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${casesPath(filter)}"${
        sameFilter(filter, shown) && html` aria-current="page"`
      }>${name} (${String(count)})</a></li>`,
  )
  return html`${
    kept.length > 0 &&
    html`<nav class="cdop-group-pages" aria-label="Views you saved"><ul class="cdop-group-pages__list">${links}</ul></nav>`
  }
<p class="govuk-body">${
    !isKept && html`<a class="govuk-link" href="/saved-views/new?${filterQuery(shown)}">Save this view</a>`
  }${!isKept && kept.length > 0 && html` or `}${
    kept.length > 0 && html`<a class="govuk-link" href="/saved-views">Change the views you saved</a>`
  }</p>`
}

/** The whole list to take away: without names, or on a page that asks why. */
function asFile({ shown, total, mayTakeNames }: CasesModel): Html {
  return html`<p class="govuk-body cdop-unprinted"><a class="govuk-link" download href="/worklist.csv?${filterQuery(shown)}">Download this list as a file</a>
(CSV, ${total} ${total === 1 ? 'case' : 'cases'}, no child’s name)${
    mayTakeNames &&
    html` or <a class="govuk-link" href="/worklist-with-names?${filterQuery(shown)}">with names</a>`
  }</p>`
}

/** Narrows every worklist to one person's cases; what is chosen is part of the address as an id. */
function whose({ shown: { view, sort, owner }, coordinators, nameOf }: CasesModel): Html {
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

function nothing({ shown: { view }, page }: CasesModel): Html {
  return html`<p class="govuk-body">${page > 1 ? 'There are no cases on this page.' : caseViews[view].empty}</p>`
}

function list(model: CasesModel): Html {
  const { shown, rows, today, nameOf } = model
  const { view, sort } = shown
  const isChased = view === 'awaiting-agencies'
  return html`${isChased && chaseWords(model)}${sortableTable({
    caption: caseViews[view].text,
    captionClasses: 'govuk-visually-hidden',
    columns: [
      {
        text: 'Newest case',
        href: casesPath({ ...shown, sort: 'newest' }),
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
        href: casesPath({ ...shown, sort: 'most-overdue' }),
        ...(sort === 'most-overdue' && { sorted: 'ascending' }),
      },
      ...(isChased
        ? [
            {
              text: 'Chase first',
              href: casesPath({ ...shown, sort: 'most-gain' }),
              ...(sort === 'most-gain' && { sorted: 'descending' as const }),
            },
          ]
        : []),
    ],
    rows: rows.map((row) => [
      { html: html`<a class="govuk-link cdop-reference" href="/cases/${row.caseId}">${row.reference}</a>` },
      { text: ageBandWords[row.ageBand] },
      { text: writtenDate(row.diedOn) },
      { text: caseStateWords[row.state] },
      { text: row.coordinatorId === null ? 'Nobody yet' : nameOf(row.coordinatorId) },
      { html: notToldCell(row) },
      { text: requestWords(row.requests, today) },
      { text: nextWords(row.next, today) },
      ...(isChased ? [{ html: chaseCell(row) }] : []),
    ]),
  })}`
}

/** A gap is a number and words, and leads to where it is closed. */
function notToldCell({ caseId, reference, notTold }: CaseRow): Html {
  if (notTold === 0) return html`All told`
  return html`<a class="govuk-link" href="/cases/${caseId}/told">${notTold}<span class="govuk-visually-hidden"> not
yet told of ${reference}</span></a>`
}

function requestWords(
  { sent, returned, overdue, promisedOn }: CaseRow['requests'],
  today: PlainDate,
): string {
  if (sent === 0) return 'None sent'
  const some = `${returned} of ${sent} returned`
  const late = overdue === 0 ? some : `${some}, ${overdue} overdue`
  return promisedOn === null ? late : `${late}. Part received, ${restWords(promisedOn, today)}`
}
