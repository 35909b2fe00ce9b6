import { expect, test } from 'vitest'
import { CaseState, mayGather, step } from '../case/case-state.ts'
import { stepsOfHeldMeeting } from './review-meeting.ts'

test.each(CaseState.options.filter(mayGather))(
  'a review meeting of a case that is %s takes it only along steps of the table',
  (state) => {
    for (const last of [true, false]) {
      let at: CaseState = state
      for (const next of stepsOfHeldMeeting(state, last)) at = step(at, next)
      expect(at).not.toBe('review-meeting-not-held')
    }
  },
)

test('the last review meeting ends the stage, one with more to come does not, and what is with the panel stays there', () => {
  expect(stepsOfHeldMeeting('gathering', true)).toEqual(['review-meeting-held'])
  expect(stepsOfHeldMeeting('gathering', false)).toEqual([])
  expect(stepsOfHeldMeeting('review-meeting-not-held', true)).toEqual(['gathering', 'review-meeting-held'])
  expect(stepsOfHeldMeeting('review-meeting-not-held', false)).toEqual(['gathering'])
  for (const state of ['review-meeting-held', 'listed', 'deferred'] as const)
    expect(stepsOfHeldMeeting(state, true)).toEqual([])
})
