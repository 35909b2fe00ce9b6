import { expect, test } from 'vitest'
import { PanelAgency } from '../actor/role.ts'
import { PersonId } from '../id/id.ts'
import { OrganisationKind } from '../organisation/organisation.ts'
import { conflictProposals, usualOutcome } from './conflict-proposal.ts'

const person = (n: number) => PersonId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const [doctor, member] = [person(1), person(2)]

test('an agency that was asked about the child proposes a declaration to its members, and to no others', () => {
  const of = (agency: PanelAgency) =>
    conflictProposals({ personId: member, agency }, { asked: ['police', 'maternity'], doctors: [doctor] })
  expect(PanelAgency.options.filter((agency) => of(agency).includes('employer'))).toEqual([
    'health',
    'police',
    'midwifery',
    'neonatology',
    'obstetrics',
  ])
})

test('a lay member works for nobody, whoever was asked', () => {
  const traces = { asked: OrganisationKind.options, doctors: [] }
  expect(conflictProposals({ personId: member, agency: 'lay' }, traces)).toEqual([])
})

test('whoever leads the case as its doctor is proposed to stay for the facts; an employer alone proposes no outcome', () => {
  const proposed = conflictProposals(
    { personId: doctor, agency: 'health' },
    { asked: ['hospital'], doctors: [doctor] },
  )
  expect(proposed).toEqual(['employer', 'designated-doctor'])
  expect(usualOutcome(proposed)).toBe('facts-only')
  expect(usualOutcome(['employer'])).toBeNull()
  expect(usualOutcome([])).toBeNull()
})
