import { type PlainDate, Refusal } from '@cdop/domain'

/**
 * A hold is confirmed on a day it was under way, not in the future, and looked at again on a day to come.
 * @throws Refusal `date-in-future`, `dates-out-of-order` naming the date at fault
 */
export function requireCheckDates(
  { from, confirmedOn, nextCheckOn }: { from: PlainDate; confirmedOn: PlainDate; nextCheckOn: PlainDate },
  today: PlainDate,
): void {
  if (confirmedOn > today) throw new Refusal('date-in-future', ['confirmedOn'])
  if (confirmedOn < from) throw new Refusal('dates-out-of-order', ['confirmedOn'])
  if (nextCheckOn <= today) throw new Refusal('dates-out-of-order', ['nextCheckOn'])
}
