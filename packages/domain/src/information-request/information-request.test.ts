import { expect, test } from 'vitest'
import {
  InformationRequestState,
  isAnswered,
  isAsked,
  mailDomain,
  nextRequestStates,
} from './information-request.ts'

test('what an agency answered, what was taken back and what was sent on stays so', () => {
  for (const state of InformationRequestState.options) {
    const goesOn = state === 'sent' || state === 'gone-without'
    expect(nextRequestStates[state].length > 0).toBe(goesOn)
    expect(nextRequestStates[state]).not.toContain('sent')
  }
})

test('an agency that knew nothing has answered; one whose request went elsewhere was not asked', () => {
  const is = (rule: (state: InformationRequestState) => boolean) =>
    InformationRequestState.options.filter(rule)
  expect(is(isAnswered)).toEqual(['returned', 'nothing-known'])
  expect(is(isAsked)).toEqual(['sent', 'returned', 'nothing-known', 'gone-without'])
})

test('the domain of an address is what follows its last @, in small letters', () => {
  expect(mailDomain('"a@b"@Trust.Example')).toBe('trust.example')
})
