import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, PlainDate } from '../plain-date/plain-date.ts'
import { PackOpening, packOpening, type ReleasedPack } from './pack-opening.ts'

const heldOn = PlainDate.parse('2026-03-30')
const released: ReleasedPack = { state: 'released', expiresAfterDays: 28, holdsCase: true }

test('a case is read from the release of a pack that has it until the last day after the meeting', () => {
  const read = (pack: ReleasedPack | null, today: string) =>
    packOpening(pack, { heldOn, today: PlainDate.parse(today) })
  expect(read(null, '2026-03-30')).toBe('not-released')
  expect(read({ ...released, holdsCase: false }, '2026-03-30')).toBe('not-released')
  expect(read(released, '2026-03-20')).toBe('open')
  expect(read(released, '2026-04-27')).toBe('open')
  expect(read(released, '2026-04-28')).toBe('over')
  expect(read({ ...released, state: 'withdrawn' }, '2026-03-30')).toBe('withdrawn')
  expect(read({ ...released, state: 'expired' }, '2026-03-30')).toBe('over')
})

test('nothing opens but a released pack that has the case, and on no day after its last', () => {
  const packs = fc.record({
    state: fc.constantFrom('released' as const, 'withdrawn' as const, 'expired' as const),
    expiresAfterDays: fc.integer({ min: 0, max: 180 }),
    holdsCase: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.option(packs), fc.integer({ min: -200, max: 400 }), (pack, days) => {
      const opening = packOpening(pack, { heldOn, today: addDays(heldOn, days) })
      const released = pack?.state === 'released' && pack.holdsCase
      expect(opening === 'open').toBe(released && days <= pack.expiresAfterDays)
      expect(PackOpening.options).toContain(opening)
    }),
  )
})
