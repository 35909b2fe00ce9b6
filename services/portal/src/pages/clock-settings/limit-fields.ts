import { clockTable, type DayClock, type LimitUnit } from '@cdop/domain'

/** How each time limit an area may set is asked for and shown, in the order in which they come up. */
export const limitFields: Readonly<Record<DayClock, { label: string; hint: string }>> = {
  'agency-return': {
    label: 'For an agency to return its form',
    hint: 'From the day it was asked',
  },
  'review-meeting': {
    label: 'For the child death review meeting',
    hint: 'From the death',
  },
  'review-meeting-report': {
    label: 'For the report of the review meeting',
    hint: 'From the day it was held',
  },
  panel: {
    label: 'For the panel to review',
    hint: 'From the report of the review meeting or the end of the inquest, whichever is later',
  },
  'serious-incident-notification': {
    label: 'For a serious incident to be notified',
    hint: 'From the day the local authority became aware of it',
  },
  'looked-after-child-notification': {
    label: 'For the death of a looked-after child to be notified',
    hint: 'From the death; 0 means at once',
  },
  'rapid-review': {
    label: 'For a rapid review to be submitted',
    hint: 'From the notification of the serious incident',
  },
  'prevention-response': {
    label: 'For a report to prevent future deaths to be answered',
    hint: 'From the report',
  },
}

const one: Readonly<Record<LimitUnit, string>> = {
  hours: 'hour',
  days: 'day',
  'working-days': 'working day',
  weeks: 'week',
  months: 'month',
}

/** What a limit is counted in. */
export const limitUnit = (clock: DayClock): string => `${one[clockTable[clock].limit.unit]}s`

/** A limit in words: "6 weeks". */
export function limitWords(clock: DayClock, amount: number): string {
  return `${amount} ${amount === 1 ? one[clockTable[clock].limit.unit] : limitUnit(clock)}`
}
