import { givenPerson } from '@cdop/database/testing'
import { CaseState, PackOpening, Role } from '@cdop/domain'
import { describe, expect, test } from 'vitest'
import { decideCaseAccess } from './decide-case-access.ts'

const facts = {
  state: 'listed',
  listed: true,
  pack: 'open',
  conflicted: false,
  keyWorker: false,
  seat: null,
} as const

const gone: readonly CaseState[] = ['reported-in-error', 'transferred']

describe('somebody of another area', () => {
  const guests = ['guest-member', 'guest-chair'] as const

  test('sees nothing of a case without a seat at its meeting, the pack with one, the analysis from a chair’s seat alone', () => {
    for (const role of guests) expect(decideCaseAccess(givenPerson([role]), facts)).toBeNull()
    const member = { ...facts, seat: 'member' } as const
    for (const role of guests)
      expect(decideCaseAccess(givenPerson([role]), member)).toEqual(['agenda', 'pack'])
    const chair = { ...facts, seat: 'chair' } as const
    expect(decideCaseAccess(givenPerson(['guest-chair']), chair)).toEqual(['agenda', 'pack', 'analysis'])
    expect(decideCaseAccess(givenPerson(['guest-member']), chair)).toEqual(['agenda', 'pack'])
    const closed = { ...chair, pack: 'not-released' } as const
    expect(decideCaseAccess(givenPerson(['guest-chair']), closed)).toEqual(['agenda'])
  })

  test.each(['member', 'chair'] as const)(
    'sees nothing from a %s’s seat of a case not before the panel, or in conflict',
    (seat) => {
      for (const role of guests) {
        for (const state of CaseState.options.filter(
          (one) => !['listed', 'reviewed', 'submitted'].includes(one),
        ))
          expect(decideCaseAccess(givenPerson([role]), { ...facts, state, seat })).toBeNull()
        expect(decideCaseAccess(givenPerson([role]), { ...facts, listed: false, seat })).toBeNull()
        expect(decideCaseAccess(givenPerson([role]), { ...facts, conflicted: true, seat })).toBeNull()
      }
    },
  )
})

describe('who may see what of a case', () => {
  test('a coordinator sees who it is and what agencies returned, at every stage, and neither pack nor analysis', () => {
    for (const state of CaseState.options.filter((one) => !gone.includes(one))) {
      const seen = decideCaseAccess(givenPerson(['coordinator']), { ...facts, state })
      expect(seen).toEqual(['identity', 'agency-return', 'family'])
    }
  })

  test('a key worker sees who it is and the family, of own families, at every stage, and nothing agencies returned', () => {
    const keyWorker = givenPerson(['key-worker'])
    for (const state of CaseState.options) {
      const seen = decideCaseAccess(keyWorker, { ...facts, state, keyWorker: true })
      expect(seen).toEqual(gone.includes(state) ? null : ['identity', 'family'])
      expect(decideCaseAccess(keyWorker, { ...facts, state })).toBeNull()
    }
    for (const role of ['panel-member', 'chair', 'analyst', 'administrator', 'response-lead'] as const) {
      const seen = decideCaseAccess(givenPerson([role]), { ...facts, keyWorker: true })
      expect(seen ?? []).not.toContain('family')
      expect(seen ?? []).not.toContain('identity')
    }
  })

  test('nobody sees anything of a case another area has taken over', () => {
    const seen = Role.options.map((role) =>
      decideCaseAccess(givenPerson([role]), { ...facts, state: 'transferred' }),
    )
    expect(seen.every((classes) => classes === null)).toBe(true)
  })

  test('a panel member sees the pack of a listed case, the chair its analysis too, neither who it is', () => {
    expect(decideCaseAccess(givenPerson(['panel-member']), facts)).toEqual(['agenda', 'pack'])
    expect(decideCaseAccess(givenPerson(['chair']), facts)).toEqual(['agenda', 'pack', 'analysis'])
  })

  test.each([
    ['not-released', ['agenda']],
    ['withdrawn', ['agenda']],
    ['over', ['agenda', 'analysis']],
  ] as const)(
    'while its pack is %s a chair sees %j of a listed case, and a member what the agenda names',
    (pack, seen) => {
      expect(decideCaseAccess(givenPerson(['chair']), { ...facts, pack })).toEqual(seen)
      expect(decideCaseAccess(givenPerson(['panel-member']), { ...facts, pack })).toEqual(['agenda'])
    },
  )

  test('what the panel agreed stays with its chair, whatever became of the pack', () => {
    for (const pack of PackOpening.exclude(['open']).options) {
      const reviewed = { ...facts, pack, state: 'reviewed' } as const
      expect(decideCaseAccess(givenPerson(['chair']), reviewed)).toEqual(['agenda', 'analysis'])
      expect(decideCaseAccess(givenPerson(['panel-member']), reviewed)).toEqual(['agenda'])
    }
  })

  test('no role reads a pack that is not open', () => {
    for (const pack of PackOpening.exclude(['open']).options)
      for (const state of CaseState.options)
        expect(decideCaseAccess(givenPerson(Role.options), { ...facts, state, pack }) ?? []).not.toContain(
          'pack',
        )
  })

  test.each(['panel-member', 'chair'] as const)(
    'for a %s a case is there from listing until it is closed',
    (role) => {
      const there = CaseState.options.filter(
        (state) => decideCaseAccess(givenPerson([role]), { ...facts, state }) !== null,
      )
      expect(there).toEqual(['listed', 'reviewed', 'submitted'])
      expect(decideCaseAccess(givenPerson([role]), { ...facts, listed: false })).toBeNull()
    },
  )

  test.each(['analyst', 'administrator'] as const)('for an %s there is no case', (role) => {
    for (const state of CaseState.options) {
      expect(decideCaseAccess(givenPerson([role]), { ...facts, state })).toBeNull()
    }
  })

  test('a case reported in error is there for nobody, whatever the roles', () => {
    const error = { ...facts, keyWorker: true, state: 'reported-in-error' } as const
    expect(decideCaseAccess(givenPerson(Role.options), error)).toBeNull()
  })

  test('a declared conflict withdraws the case, whatever the roles', () => {
    for (const state of CaseState.options) {
      expect(
        decideCaseAccess(givenPerson(Role.options), { ...facts, state, keyWorker: true, conflicted: true }),
      ).toBeNull()
    }
  })
})
