import { z } from 'zod'

/**
 * What an entry of a case's timeline is about (screen S6): the life of the child, its death, the review, or what the
 * system did and kept of it.
 */
export const TimelineKind = z.enum(['life', 'death', 'process', 'system'])
export type TimelineKind = z.infer<typeof TimelineKind>

/** How many entries a page of a timeline holds. */
export const TIMELINE_PAGE = 25
