import { byMoment, type TimelineMoment } from '@cdop/domain'

/** Entries in the order of time, the earliest first; of what was at one moment the earlier in the list stays earlier. */
export function inOrder<Entry extends { at: TimelineMoment }>(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => byMoment(one.at, other.at))
}

/** The exact reverse of `inOrder`. */
export function newestFirst<Entry extends { at: TimelineMoment }>(entries: readonly Entry[]): Entry[] {
  return inOrder(entries).toReversed()
}
