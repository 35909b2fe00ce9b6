import { walkRouter } from '@cdop/rpc/testing'
import { expect, test } from 'vitest'
import { router } from './api.ts'

test('every procedure names a permission, refuses unknown keys and parses what leaves', () => {
  const procedures = walkRouter(router)
  expect(procedures.length).toBeGreaterThanOrEqual(9)
  for (const { name, permission, hasOutput, inputIsStrict } of procedures) {
    expect({ name, permission: permission !== null, hasOutput, inputIsStrict }).toEqual({
      name,
      permission: true,
      hasOutput: true,
      inputIsStrict: true,
    })
  }
})
