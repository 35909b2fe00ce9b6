import { LiveItemState } from '@cdop/domain'
import { z } from 'zod'
import type { LiveItem } from './live-items.ts'
import type { LiveRoom } from './live-room.ts'
import { versionToken } from './live-version.ts'

/** An item, as everybody sees it. */
export const itemShape = {
  item: z.string(),
  title: z.string(),
  optional: z.boolean(),
  state: LiveItemState,
  /** The number of the decision it stands on; 0 before the first. */
  version: z.number().int().nonnegative(),
  /** It was agreed, and its answer is another one since. */
  lapsed: z.boolean(),
  /** How many of those present disagreed. */
  disagreed: z.number().int().nonnegative(),
}
/** A live panel, as everybody sees it. */
export const roomShape = {
  /** Before it was begun; open; ended without an agreement; closed by the agreement. */
  state: z.enum(['not-begun', 'open', 'ended', 'agreed']),
  /** Which item the panel is at. */
  current: z.string().nullable(),
  /** What a page showing this was made from: another one, when anything in it has changed. */
  token: z.string(),
}

export const shownItem = ({ item: linkId, title, optional, state, version, lapsed, last }: LiveItem) => ({
  item: linkId,
  title,
  optional,
  state,
  version,
  lapsed,
  disagreed: lapsed || last === null ? 0 : last.disagreed.length,
})

export const shownRoom = ({ session, analysis }: LiveRoom) => ({
  state: session?.state ?? ('not-begun' as const),
  current: session?.state === 'open' ? session.currentItem : null,
  token: versionToken(session, analysis?.version ?? 0),
})
