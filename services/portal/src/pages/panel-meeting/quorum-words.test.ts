import { expect, test } from 'vitest'
import { notQuorateWords, quorumWords } from './quorum-words.ts'

test('quorum is said with what is missing', () => {
  expect(quorumWords({ quorate: true, counted: 6, missing: [] })).toBe('Quorate with 6 members')
  expect(quorumWords({ quorate: false, counted: 1, missing: [] })).toBe('Not quorate: 1 member of 5')
  expect(quorumWords({ quorate: false, counted: 5, missing: ['police'] })).toBe(
    'Not quorate with 5 members: no police',
  )
  expect(notQuorateWords([])).toContain('fewer than 5 members')
  expect(notQuorateWords(['police', 'public-health'])).toContain('police or public health')
})
