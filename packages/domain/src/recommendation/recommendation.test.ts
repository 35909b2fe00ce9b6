import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OrganisationId } from '../id/id.ts'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { actionOverview, type CountedAction, overviewOf, wholePercent } from './action-overview.ts'
import {
  ActionAct,
  ActionState,
  actionAfter,
  isSettledAction,
  isSettledRecommendation,
  RecommendationAct,
  RecommendationState,
  recommendationAfter,
} from './recommendation-state.ts'
import { smartGaps, vagueWords } from './smart-check.ts'

const today = PlainDate.parse('2026-03-02')

describe('a recommendation', () => {
  test('is completed only by a closing that another confirms, from whatever state it began', () => {
    for (const state of RecommendationState.options) {
      for (const act of RecommendationAct.options) {
        const after = recommendationAfter(state, act)
        if (after === 'completed') expect([state, act]).toEqual(['closing', 'confirm-closing'])
        if (after === 'closing') expect(act).toBe('propose-closing')
      }
    }
  })

  test('is issued once, and nothing is asked of anybody before', () => {
    const from = RecommendationState.options.filter((state) => recommendationAfter(state, 'issue') !== null)
    expect(from).toEqual(['proposed'])
    expect(recommendationAfter('proposed', 'accept')).toBeNull()
    expect(recommendationAfter('proposed', 'propose-closing')).toBeNull()
  })

  test('that was dropped stays so; one that was rejected or completed is reopened', () => {
    expect(recommendationAfter('rejected', 'reopen')).toBe('issued')
    expect(recommendationAfter('completed', 'reopen')).toBe('in-progress')
    for (const act of RecommendationAct.options) {
      expect(recommendationAfter('no-longer-relevant', act)).toBeNull()
    }
    expect(RecommendationState.options.filter(isSettledRecommendation)).toEqual([
      'rejected',
      'completed',
      'no-longer-relevant',
    ])
  })
})

describe('an action', () => {
  test('is completed only by a closing that another confirms', () => {
    for (const state of ActionState.options) {
      for (const act of ActionAct.options) {
        if (actionAfter(state, act) === 'completed')
          expect([state, act]).toEqual(['closing', 'confirm-closing'])
      }
    }
  })

  test('that is settled has no progress and no escalation, and comes back by reopening alone', () => {
    for (const state of ActionState.options.filter(isSettledAction)) {
      const possible = ActionAct.options.filter((act) => actionAfter(state, act) !== null)
      expect(possible).toEqual(['reopen'])
    }
  })
})

describe('how far the actions are', () => {
  test('prints 139, 6 and 10 of 155 as 90%, 4% and 6%', () => {
    const overview = overviewOf({ 'on-time': 139, slipped: 6, 'no-progress': 10 })
    expect([overview['on-time'].percent, overview.slipped.percent, overview['no-progress'].percent]).toEqual([
      90, 4, 6,
    ])
    expect(overview.all).toBe(155)
    expect(overviewOf({ 'on-time': 0, slipped: 0, 'no-progress': 0 }).slipped.percent).toBeNull()
    expect([wholePercent(1, 200), wholePercent(1, 201), wholePercent(1, 8)]).toEqual([1, 0, 13])
  })

  const action = (state: ActionState, due: number, progress: boolean): CountedAction => ({
    state,
    dueOn: addDays(today, due),
    progressOn: progress ? addDays(today, -3) : null,
  })

  test('counts done or on time, behind with progress, behind without, and leaves out what is no longer relevant', () => {
    const overview = actionOverview(
      [
        action('completed', -50, true),
        action('agreed', 0, false),
        action('in-progress', 4, true),
        action('in-progress', -1, true),
        action('closing', -1, true),
        action('agreed', -1, false),
        action('no-longer-relevant', -9, false),
      ],
      today,
    )
    expect(overview).toEqual({
      'on-time': { count: 3, percent: 50 },
      slipped: { count: 2, percent: 33 },
      'no-progress': { count: 1, percent: 17 },
      all: 6,
    })
  })

  test('counts every action that is still relevant exactly once', () => {
    const any = fc.record({
      state: fc.constantFrom(...ActionState.options),
      due: fc.integer({ min: -40, max: 40 }),
      progress: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (made) => {
        const actions = made.map(({ state, due, progress }) => action(state, due, progress))
        const { all, slipped, ...counted } = actionOverview(actions, today)
        expect(all).toBe(actions.filter(({ state }) => state !== 'no-longer-relevant').length)
        expect(slipped.count + counted['on-time'].count + counted['no-progress'].count).toBe(all)
      }),
    )
  })
})

describe('whether a recommendation can be followed', () => {
  const whole = {
    addresseeId: OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
    indicator: 'Share of homes with a safer sleep assessment by day 10',
    owner: 'Head of health visiting',
    dueOn: today,
  }
  test('is told by what it lacks', () => {
    expect(smartGaps(whole)).toEqual([])
    expect(smartGaps({ addresseeId: null, indicator: ' ', owner: null, dueOn: null })).toEqual([
      'addressee',
      'indicator',
      'owner',
      'due',
    ])
    expect(smartGaps({ ...whole, owner: '' })).toEqual(['owner'])
  })

  test('is told by words that leave open what is to be done', () => {
    expect(vagueWords('Consider whether, where possible, to raise awareness.')).toEqual([
      'consider',
      'where possible',
      'raise awareness',
    ])
    expect(
      vagueWords('Give every family a safer sleep assessment by day 10. It is considered done then.'),
    ).toEqual([])
  })
})
