import { PlainDate, usualQuorum } from '@cdop/domain'
import { expect, test } from 'vitest'
import { heldRuleWords, quorumRuleWords } from '../../wording/quorum-rule-words.ts'
import { notQuorateWords, quorumWords } from './quorum-words.ts'

test('quorum is said with everything that is missing', () => {
  expect(quorumWords({ quorate: true, counted: 6, more: 0, missing: [] })).toBe('Quorate with 6 members')
  expect(quorumWords({ quorate: false, counted: 1, more: 4, missing: [] })).toBe(
    'Not quorate with 1 member: 4 more needed',
  )
  const missing = [['police' as const], ['midwifery' as const, 'neonatology' as const, 'obstetrics' as const]]
  expect(quorumWords({ quorate: false, counted: 5, more: 0, missing })).toBe(
    'Not quorate with 5 members: nobody for police; nobody for midwifery, neonatology or obstetrics',
  )
  expect(notQuorateWords({ quorate: false, counted: 4, more: 1, missing })).toContain(
    'not quorate for this case with 4 members: 1 more needed; nobody for police',
  )
  expect(quorumWords({ quorate: false, counted: 5, more: null, missing: [] })).toContain('is not recorded')
})

test('a rule is said with its number, its share and its agencies, and whose it is', () => {
  expect(quorumRuleWords(usualQuorum.neonatal)).toBe(
    'at least 5 members, among them public health, health, police and social care, with one from midwifery, neonatology or obstetrics',
  )
  expect(quorumRuleWords({ minMembers: 4, minShare: 50, requiredAgencies: [] })).toBe(
    'at least 4 members, which is at least 50% of the panel’s members',
  )
  const rule = usualQuorum.standard
  expect(heldRuleWords('standard', { rule, validFrom: null })).toContain('Common local practice')
  expect(heldRuleWords('themed-local', { rule, validFrom: PlainDate.parse('2026-03-03') })).toContain(
    'Rule of your area for meetings from 3 March 2026',
  )
})
