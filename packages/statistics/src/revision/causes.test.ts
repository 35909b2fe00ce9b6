import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RevisionCause, tellableCauses } from './causes.ts'

test('why figures changed is told in counts only where none of them is small', () => {
  const late = (cases: number) => ({ cause: 'late-notification' as const, cases })
  const inError = (cases: number) => ({ cause: 'reported-in-error' as const, cases })
  expect(tellableCauses([late(12), inError(0)], 5)).toEqual([late(12)])
  expect(tellableCauses([late(12), inError(6)], 5)).toEqual([late(12), inError(6)])
  // Twelve came and the total grew by ten: the two that were no deaths would be told.
  expect(tellableCauses([late(12), inError(2)], 5)).toBeNull()
  expect(tellableCauses([late(4)], 5)).toBeNull()
})

test('that nothing changed and that little did look the same', () => {
  const counts = fc.array(
    fc.record({ cause: fc.constantFrom(...RevisionCause.options), cases: fc.nat({ max: 4 }) }),
  )
  fc.assert(fc.property(counts, (counted) => void expect(tellableCauses(counted, 5)).toBeNull()))
})
