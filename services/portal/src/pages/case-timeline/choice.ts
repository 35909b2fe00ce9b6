import { TimelineKind } from '@cdop/domain'
import { pageOf } from '../../paging/page-links.ts'

/** What of a timeline is shown: the address holds codes only. */
export type TimelineChoice = {
  readonly kinds: readonly TimelineKind[]
  /** In the order of time and whole, for paper; else the newest first, by pages. */
  readonly inOrder: boolean
  readonly page: number
}

/** What an address asks for: everything where it names no kind. */
export function timelineChoice(query: URLSearchParams): TimelineChoice {
  const asked = TimelineKind.options.filter((kind) => query.getAll('show').includes(kind))
  return {
    kinds: asked.length === 0 ? TimelineKind.options : asked,
    inOrder: query.get('order') === 'time',
    page: pageOf(query.get('page') ?? ''),
  }
}

/** The address of a choice. */
export function timelinePath(caseId: string, { kinds, inOrder, page }: TimelineChoice): string {
  const query = new URLSearchParams()
  if (kinds.length < TimelineKind.options.length) for (const kind of kinds) query.append('show', kind)
  if (inOrder) query.append('order', 'time')
  else if (page > 1) query.append('page', String(page))
  return query.size === 0 ? `/cases/${caseId}/timeline` : `/cases/${caseId}/timeline?${query}`
}
