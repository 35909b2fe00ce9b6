import type { CaseReviewRouter } from '@cdop/case-review/api'
import { PersonId } from '@cdop/domain'
import type { clientOf } from '@cdop/rpc'
import { z } from 'zod'

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
  'caveats-to-review': {
    text: 'Caveats to ask about',
    empty: 'Nobody has to be asked today whether a caveat is still needed.',
  },
  gathering: { text: 'Gathering information', empty: 'No case is waiting for information.' },
  'awaiting-agencies': {
    text: 'Awaiting agencies',
    empty: 'No case is waiting for an answer from an agency.',
  },
  overdue: { text: 'Overdue', empty: 'Nothing is overdue.' },
  'not-told': { text: 'Not everybody told', empty: 'Everybody who must be told of a death has been told.' },
  'ready-for-panel': { text: 'Ready for panel', empty: 'No case is ready to be listed for a panel meeting.' },
  listed: { text: 'Listed', empty: 'No case is listed for a panel meeting.' },
  reviewed: {
    text: 'Awaiting NCMD submission',
    empty: 'No reviewed case is waiting for its national submission.',
  },
  closed: { text: 'Closed', empty: 'No case has been closed yet.' },
} as const

const isViewName = (name: string): name is keyof typeof caseViews => name in caseViews
/** Every worklist there is: an address may name any of them. */
export const caseViewNames = Object.keys(caseViews).filter(isViewName)
export const CaseViewName = z.enum(caseViewNames)
export type CaseViewName = z.infer<typeof CaseViewName>

/** The orders of a worklist, in words. */
const sortWords = {
  'most-overdue': 'most overdue first',
  newest: 'newest first',
  'most-gain': 'first where chasing helps most',
} as const
const CaseSortName = z.enum(['most-overdue', 'newest', 'most-gain'] satisfies (keyof typeof sortWords)[])

/** Somebody's cases, or those nobody has. */
const CaseOwner = z.union([PersonId, z.literal('nobody')])

type Listed = Awaited<ReturnType<ReturnType<typeof clientOf<CaseReviewRouter>>['case']['list']['query']>>
/** What of a worklist: codes and ids, as an address holds them. */
export type CaseFilter = Listed['shown']
export type KeptView = Listed['kept'][number]

/** What a worklist shows, as the end of an address: codes and ids only, never a name. */
export function filterQuery({ view, sort, owner }: CaseFilter): string {
  return `view=${view}&sort=${sort}${owner === null ? '' : `&owner=${owner}`}`
}

/** What an address or a form says of a worklist; what it does not know is as if it had not been said. */
export function filterIn(read: (name: string) => string): CaseFilter {
  return {
    view: CaseViewName.catch('all').parse(read('view')),
    sort: CaseSortName.catch('most-overdue').parse(read('sort')),
    owner: CaseOwner.nullable().catch(null).parse(read('owner')),
  }
}

/** What a worklist shows, in words. */
export function filterWords({ view, sort, owner }: CaseFilter, nameOf: (of: PersonId) => string): string {
  const whose =
    owner === null ? '' : owner === 'nobody' ? ', those nobody has yet' : `, those of ${nameOf(owner)}`
  return `${caseViews[view].text}${whose}, ${sortWords[sort]}`
}

export const sameFilter = (one: CaseFilter, other: CaseFilter): boolean =>
  filterQuery(one) === filterQuery(other)
