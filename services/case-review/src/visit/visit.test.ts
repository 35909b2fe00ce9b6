import { Instant } from '@cdop/domain'
import { expect, test } from 'vitest'
import { goesOn, hereSince } from './visit.ts'

const at = (typed: string) => Instant.parse(typed)

test('a visit lasts until half an hour without a request', () => {
  const seen = at('2026-03-02T10:00:00.000Z')
  expect(goesOn(seen, at('2026-03-02T10:29:59.999Z'))).toBe(true)
  expect(goesOn(seen, at('2026-03-02T10:30:00.000Z'))).toBe(false)
})

test('somebody counts as there for two minutes', () => {
  expect(hereSince(at('2026-03-02T10:00:00.000Z'))).toBe('2026-03-02T09:58:00.000Z')
})
