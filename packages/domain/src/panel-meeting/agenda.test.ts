import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PlainDate, PlainTime } from '../plain-date/plain-date.ts'
import { lengthOfMeeting, movedOnAgenda, stageOfMeeting } from './agenda.ts'

const order = fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 })

test('an item goes one place among those somebody sees, and back again', () => {
  expect(movedOnAgenda(['a', 'b', 'c'], new Set(['a', 'b', 'c']), 'c', 'up')).toEqual(['a', 'c', 'b'])
  expect(movedOnAgenda(['a', 'hidden', 'c'], new Set(['a', 'c']), 'c', 'up')).toEqual(['c', 'a', 'hidden'])
  expect(movedOnAgenda(['a', 'b'], new Set(['a', 'b']), 'a', 'up')).toEqual(['a', 'b'])
  expect(movedOnAgenda(['a', 'hidden'], new Set(['a']), 'hidden', 'up')).toEqual(['a', 'hidden'])
})

test('a move loses and doubles nothing, leaves what is not seen in its order, and is undone by the other one', () => {
  fc.assert(
    fc.property(
      order,
      fc.nat(),
      fc.constantFrom('up', 'down'),
      fc.func(fc.boolean()),
      (all, n, move, sees) => {
        const item = all[n % all.length] ?? 0
        const seen = new Set(all.filter((one) => one === item || sees(one)))
        const after = movedOnAgenda(all, seen, item, move)
        expect(after.toSorted()).toEqual(all.toSorted())
        const hidden = (list: readonly number[]) => list.filter((one) => !seen.has(one))
        expect(hidden(after)).toEqual(hidden(all))
        const shown = (list: readonly number[]) => list.filter((one) => seen.has(one))
        const moved = shown(after).indexOf(item) - shown(all).indexOf(item)
        expect(Math.abs(moved)).toBeLessThanOrEqual(1)
        if (moved !== 0) {
          const back = movedOnAgenda(after, seen, item, move === 'up' ? 'down' : 'up')
          expect(shown(back)).toEqual(shown(all))
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('a meeting is as long as from its beginning to its end', () => {
  const at = (time: string) => PlainTime.parse(time)
  expect(lengthOfMeeting({ startsAt: at('09:30'), endsAt: at('12:00') })).toBe(150)
})

test('how far a meeting is, its day, its agenda and its attendance say', () => {
  const today = PlainDate.parse('2026-03-02')
  const on = (heldOn: string, facts: Partial<Parameters<typeof stageOfMeeting>[0]> = {}) =>
    stageOfMeeting(
      { heldOn: PlainDate.parse(heldOn), cancelled: false, attended: false, cases: 0, ...facts },
      today,
    )
  expect(on('2026-03-02')).toBe('planned')
  expect(on('2026-03-09', { cases: 2 })).toBe('agenda-set')
  expect(on('2026-03-02', { cases: 2, attended: true })).toBe('held')
  expect(on('2026-03-01', { cases: 2 })).toBe('held')
  expect(on('2026-03-01', { cancelled: true })).toBe('cancelled')
})
