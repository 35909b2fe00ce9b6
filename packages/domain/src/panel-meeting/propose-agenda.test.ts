import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { type AgendaCandidate, AgendaTheme, isOfTheme, proposeAgenda } from './propose-agenda.ts'

const heldOn = PlainDate.parse('2026-03-02')
const ready: AgendaCandidate = {
  caseId: 'a',
  ofTheme: true,
  diedOn: PlainDate.parse('2025-11-02'),
  dueOn: PlainDate.parse('2026-03-20'),
  offered: false,
  blocked: false,
  elsewhere: false,
  quorate: true,
}
const room = { heldOn, minutesEach: 40, minutesFree: 90 }

describe('the agenda that is proposed', () => {
  test('takes what is due first, as long as there is time', () => {
    const cases = [
      { ...ready, caseId: 'later', dueOn: addDays(heldOn, 30) },
      { ...ready, caseId: 'no clock', dueOn: null },
      { ...ready, caseId: 'overdue', dueOn: addDays(heldOn, -30) },
    ]
    const { proposed, leftOut } = proposeAgenda(cases, room)
    expect(proposed.map(({ caseId }) => caseId)).toEqual(['overdue', 'later'])
    expect(leftOut).toMatchObject([{ candidate: { caseId: 'no clock' }, because: 'no-time' }])
    expect(proposeAgenda(cases, { ...room, minutesFree: null }).proposed).toHaveLength(3)
  })

  test.each([
    [{ ofTheme: false }, 'other-theme'],
    [{ diedOn: addDays(heldOn, 1) }, 'died-after-the-meeting'],
    [{ offered: true }, 'asked-of-another-area'],
    [{ blocked: true }, 'not-ready'],
    [{ elsewhere: true }, 'proposed-elsewhere'],
    [{ quorate: false }, 'not-quorate'],
  ])('leaves a case out that is %o, and says why', (change, because) => {
    expect(proposeAgenda([{ ...ready, ...change }], room)).toMatchObject({
      proposed: [],
      leftOut: [{ because }],
    })
  })

  test('goes by the codes a case has', () => {
    const known = { ageBand: '5-9y' as const, occurrences: [], jarTriggers: [] }
    const themes = (change: object) =>
      AgendaTheme.options.filter((theme) => isOfTheme(theme, { ...known, ...change }))
    expect(themes({})).toEqual(['all'])
    expect(themes({ ageBand: '0-27d' })).toEqual(['all', 'neonatal'])
    expect(themes({ occurrences: ['suicide-self-harm'], jarTriggers: ['external-cause'] })).toEqual([
      'all',
      'suicide-or-self-harm',
    ])
    expect(themes({ occurrences: ['vehicle-collision'] })).toEqual(['all', 'trauma'])
    expect(themes({ jarTriggers: ['external-cause'] })).toEqual(['all', 'trauma'])
  })
})

const day = fc.integer({ min: -200, max: 60 }).map((days) => addDays(heldOn, days))
const candidate: fc.Arbitrary<AgendaCandidate> = fc.record({
  caseId: fc.uuid(),
  ofTheme: fc.boolean(),
  diedOn: day,
  dueOn: fc.option(day),
  offered: fc.boolean(),
  blocked: fc.boolean(),
  elsewhere: fc.boolean(),
  quorate: fc.boolean(),
})

test('every case is proposed or left out once, what is proposed fits and has nothing against it', () => {
  const cases = fc.uniqueArray(candidate, { maxLength: 20, selector: ({ caseId }) => caseId })
  const free = fc.option(fc.integer({ min: -40, max: 600 }))
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 90 }), free, (all, minutesEach, minutesFree) => {
      const { proposed, leftOut } = proposeAgenda(all, { heldOn, minutesEach, minutesFree })
      const ids = [...proposed, ...leftOut.map((one) => one.candidate)].map(({ caseId }) => caseId)
      expect(ids.toSorted()).toEqual(all.map(({ caseId }) => caseId).toSorted())
      if (minutesFree !== null && proposed.length > 0) {
        expect(proposed.length * minutesEach).toBeLessThanOrEqual(minutesFree)
      }
      for (const one of proposed) {
        expect([one.ofTheme, one.quorate, one.blocked || one.offered || one.elsewhere]).toEqual([
          true,
          true,
          false,
        ])
      }
      const due = proposed.map(({ dueOn }) => dueOn ?? '9999-12-31')
      expect(due).toEqual(due.toSorted())
    }),
    { numRuns: 200 },
  )
})
