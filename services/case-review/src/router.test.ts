import { walkRouter } from '@cdop/rpc/testing'
import { expect, test } from 'vitest'
import { caseReviewRouter } from './api.ts'

const procedures = walkRouter(caseReviewRouter)

test('every procedure of case review is there to be walked', () => {
  expect(procedures.length).toBeGreaterThanOrEqual(24)
})

test.each(procedures)(
  '$name names a permission, refuses unknown keys and says what it answers',
  (procedure) => {
    expect(procedure).toMatchObject({ hasOutput: true, inputIsStrict: true })
    expect(procedure.permission).toMatch(/^[a-z-]+:[a-z-]+$/)
  },
)
