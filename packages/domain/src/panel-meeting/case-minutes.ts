import type { PlainDate } from '../plain-date/plain-date.ts'
import { usualMinutes } from './agenda.ts'
import type { PanelMeetingKind } from './panel-meeting-kind.ts'

/** How long a panel of a kind speaks about a case where nobody gave it minutes of its own, as an area set it from a day. */
export type DatedCaseMinutes = {
  readonly kind: PanelMeetingKind
  readonly validFrom: PlainDate
  readonly minutes: number
}

/** Minutes that hold, and since when; null while they are this product's own. */
export type CaseMinutesInForce = { readonly minutes: number; readonly validFrom: PlainDate | null }

/** What is usual at a meeting of a kind: of what is valid on the day it is held the newest set. */
export function caseMinutesInForce(
  newestFirst: readonly DatedCaseMinutes[],
  kind: PanelMeetingKind,
  heldOn: PlainDate,
): CaseMinutesInForce {
  const set = newestFirst.find((one) => one.kind === kind && one.validFrom <= heldOn)
  return set === undefined
    ? { minutes: usualMinutes[kind], validFrom: null }
    : { minutes: set.minutes, validFrom: set.validFrom }
}
