import { z } from 'zod'
import { daysBetween, type PlainDate } from '../plain-date/plain-date.ts'

/** Who is paged, in this order: the lead, after a while the deputy, and whoever the area names when nobody answers. */
export const PageRung = z.enum(['lead', 'deputy', 'fallback'])
export type PageRung = z.infer<typeof PageRung>

/** The two parts of a rota. */
export const OnCallPart = z.enum(['lead', 'deputy'])
export type OnCallPart = z.infer<typeof OnCallPart>

/**
 * Days after a death within which it still pages somebody. A death that comes to notice later, or an old one that is
 * imported, waits in the list like everything else: nobody is woken for it.
 */
const PAGED_WITHIN = 28

export function pagesSomebody(diedOn: PlainDate, today: PlainDate): boolean {
  return daysBetween(diedOn, today) <= PAGED_WITHIN
}

/** The first who is there and has not been paged yet; null when there is nobody left. */
export function nextRung(there: readonly PageRung[], paged: readonly PageRung[]): PageRung | null {
  return PageRung.options.find((rung) => there.includes(rung) && !paged.includes(rung)) ?? null
}
