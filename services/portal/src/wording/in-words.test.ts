import { expect, test } from 'vitest'
import { listed, readable } from './in-words.ts'
import { writtenMonth } from './written-month.ts'

test('several things read as one phrase', () => {
  expect(listed([])).toBe('')
  expect(listed(['police'])).toBe('police')
  expect(listed(['health', 'police', 'education'])).toBe('health, police and education')
  expect(listed(['health', 'police'], 'or')).toBe('health or police')
})

test('a code reads as words, and a month as people write it', () => {
  expect(readable('no-modifiable-factors')).toBe('No modifiable factors')
  expect(writtenMonth('2026-11')).toBe('November 2026')
})
