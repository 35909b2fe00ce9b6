import type { Html } from '../components/html.ts'
import { pagination } from '../components/pagination.ts'

/** Rows on one page of every list. */
export const PAGE_ROWS = 25

/** The page a query asks for; the first for anything that is none. */
export function pageOf(query: string): number {
  return /^[1-9]\d{0,3}$/.test(query) ? Number(query) : 1
}

/** Links to the other pages of a list; nothing when it has only one. */
export function pageLinks(
  { page, total, list }: { page: number; total: number; list: string },
  hrefOf: (page: number) => string,
): Html | null {
  const last = Math.ceil(total / PAGE_ROWS)
  if (last <= 1) return null
  const near = [1, page - 1, page, page + 1, last].filter((one) => one >= 1 && one <= last)
  const shown = [...new Set(near)].sort((left, right) => left - right)
  return pagination({
    landmarkLabel: `Pages of ${list}`,
    ...(page > 1 && page <= last && { previous: { href: hrefOf(page - 1) } }),
    ...(page < last && { next: { href: hrefOf(page + 1) } }),
    items: shown.flatMap((one, at) => {
      const gap = one - (shown[at - 1] ?? 0) > 1 ? [{ ellipsis: true }] : []
      return [...gap, { number: one, href: hrefOf(one), ...(one === page && { current: true }) }]
    }),
  })
}
