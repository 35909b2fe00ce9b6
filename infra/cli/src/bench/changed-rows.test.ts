import { describe, expect, test } from 'vitest'
import { requireSameRows, rowsBetween } from './changed-rows.ts'

describe('bare transactions', () => {
  test('that changed as many rows each as the real one are taken', () => {
    const real = rowsBetween({ cases: 3, events: 10 }, { cases: 4, events: 12 })
    expect(real).toEqual({ cases: 1, events: 2 })
    expect(() => requireSameRows(real, { cases: 150, events: 300 }, 150)).not.toThrow()
  })

  test('that changed fewer are no ceiling', () => {
    expect(() => requireSameRows({ cases: 1 }, { cases: 149 }, 150)).toThrow('150 times the same rows')
  })
})
