import { expect, test } from 'vitest'
import {
  hasReturned,
  InformationRequestState,
  isAnswered,
  isAsked,
  isWaitedFor,
  mailDomain,
  nextRequestStates,
} from './information-request.ts'

test('that nothing is known, what was taken back and what was sent on stays so', () => {
  for (const state of InformationRequestState.options) {
    const over = state === 'nothing-known' || state === 'recalled' || state === 'redirected'
    expect(nextRequestStates[state].length > 0).toBe(!over)
    expect(nextRequestStates[state]).not.toContain('sent')
  }
})

test('only a form that came is accepted or sent back', () => {
  for (const state of InformationRequestState.options) {
    expect(nextRequestStates[state].includes('sent-back')).toBe(state === 'returned')
    const came = state === 'returned' || state === 'sent-back'
    expect(nextRequestStates[state].includes('accepted')).toBe(came)
  }
})

test('an agency that knew nothing has answered; one whose request went elsewhere was not asked', () => {
  const is = (rule: (state: InformationRequestState) => boolean) =>
    InformationRequestState.options.filter(rule)
  expect(is(isAnswered)).toEqual(['returned', 'accepted', 'nothing-known'])
  expect(is(isWaitedFor)).toEqual(['sent', 'sent-back'])
  expect(is(hasReturned)).toEqual(['returned', 'accepted', 'sent-back'])
  expect(is(isAsked)).toEqual(['sent', 'returned', 'accepted', 'sent-back', 'nothing-known', 'gone-without'])
})

test('the domain of an address is what follows its last @, in small letters', () => {
  expect(mailDomain('"a@b"@Trust.Example')).toBe('trust.example')
})
