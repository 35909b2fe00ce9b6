import { Instant, NotificationState, NotifyClock, NotifyStart, notifyClock, PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** What the clocks of a notification are worked out from, as it lies in the table. */
export const ClockColumns = z.object({
  state: NotificationState,
  diedBy: Instant,
  knownBy: Instant,
  knownFrom: NotifyStart,
  receivedFrom: Instant,
  notifyWithinHours: z.int(),
  nationalWithinHours: z.int(),
  nationalToldOn: PlainDate.nullable(),
  nationalToldFrom: Instant.nullable(),
})

/** How a notification stands by its clocks. */
export const NotifyClocks = z.strictObject({
  knownFrom: NotifyStart,
  /** NOTIFY_CDOP: from the death, or from learning of it, to the receipt, within the hours its area had set. */
  received: NotifyClock,
  /** NOTIFY_NCMD: from the death until the national database was told. Null where it need not be and was not. */
  national: NotifyClock.nullable(),
  nationalToldOn: PlainDate.nullable(),
})
export type NotifyClocks = z.infer<typeof NotifyClocks>

/** States in which the national database is to hear of the death. */
export const toldNationally: readonly NotificationState[] = ['received', 'accepted']

/** Both clocks of a notification, now. */
export function notifyClocks(columns: z.infer<typeof ClockColumns>, now: Instant): NotifyClocks {
  const { state, diedBy, knownBy, knownFrom, nationalToldOn, nationalToldFrom } = columns
  const national =
    nationalToldOn === null && !toldNationally.includes(state)
      ? null
      : notifyClock(diedBy, columns.nationalWithinHours, nationalToldFrom, now)
  return {
    knownFrom,
    received: notifyClock(knownBy, columns.notifyWithinHours, columns.receivedFrom, now),
    national,
    nationalToldOn,
  }
}
