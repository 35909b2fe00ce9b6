import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { caseClock } from './case-clock.ts'
import { ClockId, clockTable, type DayClock, limitEnd } from './clock-table.ts'
import { readyForPanelOn } from './ready-for-panel.ts'

const on = (date: string) => PlainDate.parse(date)
const none = { stoppedOn: null, holds: [] }

describe('the table of time limits', () => {
  test('names every limit of the reference, with its default', () => {
    const written = Object.fromEntries(
      ClockId.options.map((clock) => {
        const { limit } = clockTable[clock]
        return [clock, limit === null ? 'none' : `${limit.amount} ${limit.unit}`]
      }),
    )
    expect(written).toEqual({
      'notify-panel': '48 hours',
      'notify-national-database': '48 hours',
      'agency-return': '15 working-days',
      'review-meeting': '3 months',
      'review-meeting-report': '10 working-days',
      panel: '6 weeks',
      total: 'none',
      'serious-incident-notification': '5 working-days',
      'looked-after-child-notification': '0 days',
      'rapid-review': '15 working-days',
      'prevention-response': '56 days',
    })
  })

  test.each<[DayClock, string, string]>([
    ['serious-incident-notification', '2025-12-23', '2026-01-02'],
    ['rapid-review', '2026-03-30', '2026-04-22'],
    ['review-meeting-report', '2025-08-18', '2025-09-02'],
    ['prevention-response', '2026-03-01', '2026-04-26'],
    ['looked-after-child-notification', '2026-03-01', '2026-03-01'],
  ])('%s begun on %s ends on %s', (clock, began, ends) => {
    expect(limitEnd(clock, on(began))).toBe(ends)
  })

  test('a limit an area has set takes the place of the default, in the same unit', () => {
    expect(limitEnd('panel', on('2026-03-02'), 8)).toBe('2026-04-27')
    expect(limitEnd('review-meeting', on('2025-08-31'), 6)).toBe('2026-02-28')
  })
})

describe('a clock of a case', () => {
  test('is on time on its last day and overdue the day after, until it is stopped', () => {
    const dates = { startedOn: on('2025-04-14'), ...none }
    expect(caseClock('agency-return', dates, on('2025-05-08'))).toMatchObject({
      limitOn: '2025-05-08',
      dueOn: '2025-05-08',
      overdue: false,
    })
    expect(caseClock('agency-return', dates, on('2025-05-09'))).toMatchObject({ overdue: true })
    const stopped = { ...dates, stoppedOn: on('2025-06-01') }
    expect(caseClock('agency-return', stopped, on('2025-07-01'))).toMatchObject({ overdue: false })
  })

  test('waits only for the holds of its own stage', () => {
    const inquest = { from: on('2025-01-10'), until: null, stages: ['panel'] as const }
    const dates = { startedOn: on('2025-01-01'), stoppedOn: null, holds: [inquest] }
    expect(caseClock('panel', dates, on('2025-06-01'))).toMatchObject({ dueOn: null, overdue: false })
    expect(caseClock('review-meeting', dates, on('2025-06-01'))).toMatchObject({ dueOn: '2025-04-01' })
    expect(caseClock('serious-incident-notification', dates, on('2025-06-01'))).toMatchObject({
      overdue: true,
    })
  })

  test('the panel is due six weeks from the later of the report and the end of the inquest', () => {
    const ready = readyForPanelOn(on('2025-02-03'), [on('2025-06-01')])
    expect(ready).toBe('2025-06-01')
    expect(ready && limitEnd('panel', ready)).toBe('2025-07-13')
    expect(readyForPanelOn(on('2025-02-03'), [on('2025-01-01')])).toBe('2025-02-03')
    expect(readyForPanelOn(null, [on('2025-06-01')])).toBeNull()
  })
})
