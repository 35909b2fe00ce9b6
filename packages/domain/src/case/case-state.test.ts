import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'
import {
  CaseState,
  gatheringAgain,
  mayBeHandedOver,
  mayGather,
  nextStates,
  requireHandable,
  step,
} from './case-state.ts'

const anyState = fc.constantFrom(...CaseState.options)

describe('the steps of a case', () => {
  test('a step in the table is taken, any other is refused', () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => {
        if (nextStates[from].includes(to)) expect(step(from, to)).toBe(to)
        else expect(() => step(from, to)).toThrow(new Refusal('not-allowed-in-this-state'))
      }),
    )
  })

  test('no case is reviewed without having been listed for a panel', () => {
    const before = CaseState.options.filter((state) => nextStates[state].includes('reviewed'))
    expect(before).toEqual(['listed'])
  })

  test('no case is listed before it is settled whether a review meeting was held', () => {
    const before = CaseState.options.filter((state) => nextStates[state].includes('listed'))
    expect(before).toEqual(['review-meeting-held', 'review-meeting-not-held', 'deferred', 'reopened'])
    // One that is reopened has come that way before.
    const reopenedFrom = CaseState.options.filter((state) => nextStates[state].includes('reopened'))
    expect(reopenedFrom).toEqual(['deferred', 'submitted', 'closed'])
  })

  test('the one way back from what the panel decided is to reopen the review, and that leads to a panel again', () => {
    const after: CaseState[] = ['reviewed', 'submitted', 'closed', 'reported-in-error']
    for (const state of after) {
      const back = nextStates[state].filter((next) => !after.includes(next))
      expect(back).toEqual(state === 'submitted' || state === 'closed' ? ['reopened'] : [])
    }
    expect(nextStates.reopened).toEqual(['listed', 'reported-in-error'])
  })

  test('whatever steps are taken, a case can still be closed', () => {
    const reachable = (from: CaseState, seen: Set<CaseState> = new Set()): Set<CaseState> => {
      for (const state of nextStates[from]) if (!seen.has(state)) reachable(state, seen.add(state))
      return seen
    }
    const merged: CaseState = 'duplicate-merged'
    const steps = CaseState.options.filter((state) => state !== merged)
    const ends: CaseState[] = ['closed', 'reported-in-error']
    for (const state of steps.filter((from) => !ends.includes(from))) {
      expect(reachable(state)).toContain('closed')
    }
    expect([...reachable('gathering'), 'gathering'].sort()).toEqual(expect.arrayContaining([...steps].sort()))
    expect(nextStates[merged]).toEqual([])
  })

  test('any case that stands here for itself may turn out to have been reported in error, and then nothing more happens to it', () => {
    const from = CaseState.options.filter((state) => nextStates[state].includes('reported-in-error'))
    const without: CaseState[] = ['reported-in-error', 'duplicate-merged', 'transferred']
    expect(from).toEqual(CaseState.options.filter((state) => !without.includes(state)))
    expect(nextStates['reported-in-error']).toEqual([])
  })

  test('another area can take a case over until it is listed, and it goes on there where it was', () => {
    const before: CaseState[] = ['gathering', 'review-meeting-held', 'review-meeting-not-held', 'deferred']
    expect(CaseState.options.filter((state) => mayBeHandedOver(state))).toEqual(before)
    expect(nextStates.transferred).toEqual(before)
  })

  test('a case that is not handed over says what to do first', () => {
    const saying = (state: CaseState) => () => requireHandable(state)
    expect(saying('deferred')).not.toThrow()
    expect(saying('listed')).toThrow(new Refusal('transfer-listed'))
    expect(saying('duplicate-merged')).toThrow(new Refusal('undo-merge-first'))
    for (const state of ['reviewed', 'submitted', 'closed', 'reopened'] as const) {
      expect(saying(state)).toThrow(new Refusal('transfer-too-late'))
    }
  })

  test('agencies are asked and answer until the panel has reviewed, deferral included', () => {
    expect(CaseState.options.filter(mayGather)).toEqual([
      'gathering',
      'review-meeting-held',
      'review-meeting-not-held',
      'listed',
      'deferred',
      'reopened',
    ])
  })

  test('a review that was reopened stays with the area that reviewed it, also once the panel has put it back', () => {
    const firstReviewedOn = PlainDate.parse('2026-03-02')
    expect(() => requireHandable('deferred', firstReviewedOn)).toThrow(new Refusal('transfer-too-late'))
  })

  test('a case the panel put back goes on gathering, or on with the review that was reopened', () => {
    expect(gatheringAgain(null)).toBe('gathering')
    expect(gatheringAgain(PlainDate.parse('2026-03-02'))).toBe('reopened')
    expect(nextStates.deferred).toEqual(expect.arrayContaining(['gathering', 'reopened']))
  })
})
