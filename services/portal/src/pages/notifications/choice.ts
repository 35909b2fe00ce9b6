import { NotificationDoor } from '@cdop/domain'
import { z } from 'zod'
import { pageOf } from '../../paging/page-links.ts'

/** The lists, in the order people work through them, and what an empty one means. */
export const queueViews = {
  'to-decide': { text: 'To decide', empty: 'Every notification has been decided.' },
  waiting: {
    text: 'Waiting',
    empty: 'No notification waits for anything. Each one to decide can be decided.',
  },
  accepted: { text: 'Accepted', empty: 'No notification has been accepted yet.' },
  'out-of-scope': { text: 'Out of scope', empty: 'No notification has been declared out of scope.' },
  merged: { text: 'Merged', empty: 'No notification has been merged into another record.' },
  transferred: { text: 'With another area', empty: 'No notification has been handed to another area.' },
  'reported-in-error': { text: 'Reported in error', empty: 'No notification was reported in error.' },
  all: { text: 'All', empty: 'No notification has been recorded yet.' },
} as const
export type QueueViewName = keyof typeof queueViews

/** What an undecided notification waits for, in words. */
export const waitingWords = {
  scope: 'Scope not known yet',
  duplicate: 'Possible duplicate',
  answers: 'Missing answers',
  transfer: 'Another area’s answer',
} as const

/** By which door a notification came, in words. */
export const doorWords: Readonly<Record<NotificationDoor, string>> = {
  coordinator: 'Recorded by a coordinator',
  'public-link': 'Public page',
  rest: 'Another system (REST)',
  fhir: 'Another system (FHIR)',
  'neonatal-surveillance': 'Neonatal surveillance',
  import: 'Imported file',
}

export const inTimeChoices = { 'on-time': 'On time', late: 'Late' } as const
export const nationalChoices = { due: 'Due', late: 'Late', told: 'Told' } as const

/** What a list is narrowed by: the key is the name in the address, which holds these codes and never a name. */
export type QueueFilterChoice = {
  readonly waiting: readonly (keyof typeof waitingWords)[]
  readonly received: readonly (keyof typeof inTimeChoices)[]
  readonly ncmd: readonly (keyof typeof nationalChoices)[]
  readonly door: readonly NotificationDoor[]
}

export type QueueChoice = {
  readonly view: QueueViewName
  readonly sort: 'most-urgent' | 'newest'
  readonly page: number
  readonly filter: QueueFilterChoice
}

const View = z
  .enum([
    'to-decide',
    'waiting',
    'accepted',
    'out-of-scope',
    'merged',
    'transferred',
    'reported-in-error',
    'all',
  ])
  .catch('to-decide')
const Sort = z.enum(['most-urgent', 'newest']).catch('most-urgent')

/** The codes of a field that are codes of ours, once each; anything else in the address is ignored. */
function codesIn<Code extends string>(
  address: URLSearchParams,
  name: string,
  code: z.ZodEnum<{ [C in Code]: C }>,
): Code[] {
  const read = address.getAll(name).flatMap((typed) => {
    const one = code.safeParse(typed)
    return one.success ? [one.data] : []
  })
  return code.options.filter((one) => read.includes(one))
}

/** What an address asks for: what is to decide, the most urgent first, for everything that makes no sense. */
export function choiceOf(address: URLSearchParams): QueueChoice {
  return {
    view: View.parse(address.get('view')),
    sort: Sort.parse(address.get('sort')),
    page: pageOf(address.get('page') ?? ''),
    filter: {
      waiting: codesIn(address, 'waiting', z.enum(['scope', 'duplicate', 'answers', 'transfer'])),
      received: codesIn(address, 'received', z.enum(['on-time', 'late'])),
      ncmd: codesIn(address, 'ncmd', z.enum(['due', 'late', 'told'])),
      door: codesIn(address, 'door', NotificationDoor),
    },
  }
}

/** The address of a list: codes only. */
export function queuePath({ view, sort, page, filter }: QueueChoice): string {
  const fields = new URLSearchParams({ view })
  for (const [name, codes] of Object.entries(filter)) {
    for (const code of codes) fields.append(name, code)
  }
  if (sort !== 'most-urgent') fields.append('sort', sort)
  if (page > 1) fields.append('page', String(page))
  return `/notifications?${fields}`
}

/** The list without one of the codes it is narrowed by. */
export function without<Name extends keyof QueueFilterChoice>(
  choice: QueueChoice,
  name: Name,
  code: QueueFilterChoice[Name][number],
): QueueChoice {
  const left = choice.filter[name].filter((one) => one !== code)
  return { ...choice, page: 1, filter: { ...choice.filter, [name]: left } }
}

export const noFilter: QueueFilterChoice = { waiting: [], received: [], ncmd: [], door: [] }
