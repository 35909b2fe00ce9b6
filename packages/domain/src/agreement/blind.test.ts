import { expect, test } from 'vitest'
import { Actor } from '../actor/actor.ts'
import type { Role } from '../actor/role.ts'
import { mayCodeBlind } from './blind.ts'

const id = '00000000-0000-4000-8000-000000000001'
const personWith = (...roles: Role[]) =>
  Actor.parse({
    kind: 'person',
    personId: id,
    roles,
    areaIds: [id],
    purpose: 'child-death-review',
    requestId: id,
  })

test('nobody codes a second time who reads cases or exact figures by another role', () => {
  expect(mayCodeBlind(personWith('chair'))).toBe(true)
  for (const other of ['coordinator', 'designated-doctor', 'analyst'] as const) {
    expect(mayCodeBlind(personWith('chair', other))).toBe(false)
  }
  expect(mayCodeBlind(personWith('panel-member'))).toBe(false)
})
