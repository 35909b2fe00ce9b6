import type { Html } from './html.ts'
import { macro } from './macro.ts'

type MacroItem = {
  label: { text: string }
  byline?: { text: string }
  datetime: { timestamp: string; format: string }
  text?: string
  html?: Html
}
const list = macro<{ items: MacroItem[]; headingLevel: number }>(
  'moj/components/timeline/macro.njk',
  'mojTimeline',
)

export type TimelineEntry = {
  readonly title: string
  /** Machine-readable: `2026-06-04` or `2026-06-04T08:32Z`. */
  readonly timestamp: string
  /** The same for people: "4 June 2026 at 9:32am", or "about 4 June 2026" when that is all that is known. */
  readonly when: string
  /** Who or what made it. */
  readonly by?: string
  readonly description: string | Html
}

/** What happened, newest first: the page gives the order. */
export function timeline(entries: readonly TimelineEntry[], headingLevel = 2): Html {
  return list({
    headingLevel,
    items: entries.map(({ title, timestamp, when, by, description }) => ({
      label: { text: title },
      ...(by === undefined ? {} : { byline: { text: by } }),
      datetime: { timestamp, format: when },
      ...(typeof description === 'string' ? { text: description } : { html: description }),
    })),
  })
}
