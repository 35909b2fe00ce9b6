import { OrganisationId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = '/response-times'
const few = { asked: 3, answered: 2, overdue: 1, days: null, onTime: null, completeness: null }
const many = {
  asked: 12,
  answered: 10,
  overdue: 1,
  days: { median: 18.5, low: 9, high: 31 },
  onTime: 0.6364,
  completeness: 0.871,
}
const of = (digit: number, organisationName: string) => ({
  organisationId: OrganisationId.parse(`5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3d0${digit}`),
  organisationName,
  organisationKind: 'hospital' as const,
})
const period = { from: PlainDate.parse('2025-03-02'), until: PlainDate.parse('2026-03-02') }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('responseTime.read', {
    ...period,
    all: { ...many, asked: 15, answered: 12, overdue: 2 },
    rows: [
      { ...of(1, 'Invented <Trust>'), ...many },
      { ...of(2, 'Quiet Surgery'), ...few },
    ],
  })
})

describe('response times', () => {
  test('are a picture and the table behind it, and nothing is said of too few', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Requests sent from 2 March 2025 to 2 March 2026')
    expect(main).toContain('Invented &lt;Trust&gt;: 19 days, half of them between 9 and 31 days.')
    expect(main).not.toContain('Quiet Surgery: ')
    const cells = [...main.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]*>/g, '').trim(),
    )
    expect(cells.slice(8, 16)).toEqual([
      'Invented &lt;Trust&gt;',
      'Hospital (acute trust)',
      '12',
      '10',
      '1',
      '19 (9 to 31)',
      '64%',
      '87%',
    ])
    expect(cells.slice(16, 24)).toEqual([
      'Quiet Surgery',
      'Hospital (acute trust)',
      '3',
      '2',
      '1',
      ...Array(3).fill('Too few to say'),
    ])
    expect(cells.at(-8)).toBe('All agencies')
    expect(given.services.calls.find(({ procedure }) => procedure === 'responseTime.read')?.input).toEqual({
      areaId: leeds,
    })
  })

  test('say when nobody was asked, and are there for coordinators alone', async () => {
    const nothing = { ...few, asked: 0, answered: 0, overdue: 0 }
    given.services.answer('responseTime.read', { ...period, all: nothing, rows: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('No agency was asked in this time.')
    expect(main).not.toContain('<svg')
    for (const subject of nobodyElse) expect(await given.statusFor(subject, path)).toBe(403)
  })
})
