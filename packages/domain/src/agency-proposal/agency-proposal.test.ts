import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AgeBand } from '../age/age.ts'
import type { OrganisationKind } from '../organisation/organisation.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import {
  type DirectoryEntry,
  isSameName,
  matchDirectory,
  notInDirectory,
  surelyMeant,
} from './match-directory.ts'
import { AgencyProposal, type NotifiedFacts, proposeAgencies } from './propose-agencies.ts'

const today = PlainDate.parse('2026-03-02')
const facts = (given: Partial<NotifiedFacts> = {}): NotifiedFacts => ({
  ageBand: '1-4y',
  placeOfDeath: 'paediatric-ward',
  placeOfFatalEvent: null,
  expectedness: 'expected',
  jarTriggers: [],
  flags: [],
  coronerReferral: null,
  otherReviews: [],
  phoned: [],
  agencyKinds: [],
  ...given,
})
const reasons = (given: Partial<NotifiedFacts>, kind: OrganisationKind) =>
  proposeAgencies(facts(given)).find((one) => one.kind === kind)?.reasons ?? []

describe('the agencies that are proposed', () => {
  test('are doctor, nursing and social care of every child, and no more without a reason', () => {
    expect(proposeAgencies(facts()).map(({ kind }) => kind)).toEqual([
      'general-practice',
      'child-health-nursing',
      'hospital',
      'social-care',
    ])
  })

  test.each([
    ['maternity', { ageBand: '0-27d' }, ['under-one']],
    ['maternity', { ageBand: '28-364d', agencyKinds: ['midwifery'] }, ['named', 'under-one']],
    ['education', { ageBand: '5-9y' }, ['of-school-age']],
    ['education', { placeOfDeath: 'school' }, ['died-there']],
    ['hospital', { placeOfDeath: 'home' }, []],
    ['hospice', { placeOfDeath: 'hospice' }, ['died-there']],
    ['hospice', { flags: ['palliative-care-plan'] }, ['known-need']],
    ['ambulance', { placeOfDeath: 'home', expectedness: 'unexpected' }, ['sudden-outside-hospital']],
    [
      'ambulance',
      { placeOfDeath: 'emergency-department', expectedness: 'unexpected' },
      ['sudden-outside-hospital'],
    ],
    ['ambulance', { expectedness: 'unexpected' }, []],
    ['social-care', { flags: ['looked-after'] }, ['known-need', 'every-child']],
    ['police', { jarTriggers: ['external-cause'] }, ['joint-agency-response']],
    ['police', { phoned: ['police'] }, ['phoned']],
    ['police', {}, []],
    ['coroner', { coronerReferral: 'inquest-opened' }, ['reviewing-it']],
    ['coroner', { coronerReferral: 'not-referred' }, []],
    ['other', { agencyKinds: ['a-kind-of-a-later-form'] }, ['named']],
  ] as const)('%s after %o: %o', (kind, given, expected) => {
    const copied = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
    )
    expect(reasons(copied, kind)).toEqual(expected)
  })

  test('are each one kind once, in codes alone, whatever was notified', () => {
    const codes = fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 })
    const any = fc.record({
      ageBand: fc.option(fc.constantFrom(...AgeBand.options)),
      placeOfDeath: fc.string({ maxLength: 20 }),
      placeOfFatalEvent: fc.option(fc.string({ maxLength: 20 })),
      expectedness: fc.string({ maxLength: 20 }),
      jarTriggers: codes,
      flags: codes,
      coronerReferral: fc.option(fc.string({ maxLength: 20 })),
      otherReviews: codes,
      phoned: codes,
      agencyKinds: codes,
    })
    fc.assert(
      fc.property(any, (given) => {
        const proposed = proposeAgencies(given).map((one) => AgencyProposal.parse(one))
        expect(new Set(proposed.map(({ kind }) => kind)).size).toBe(proposed.length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('which organisation of the directory is meant', () => {
  const entry = (
    name: string,
    kind: OrganisationKind,
    more: Partial<DirectoryEntry> = {},
  ): DirectoryEntry => ({
    organisationId: name,
    name,
    kind,
    odsCode: null,
    gssCode: null,
    activeFrom: null,
    activeTo: null,
    ...more,
  })
  const surgery = entry('The Invented Surgery', 'general-practice', { odsCode: 'Y01234' })
  const other = entry('Another Surgery', 'general-practice')
  const ended = entry('Ended Surgery', 'general-practice', { activeTo: PlainDate.parse('2026-03-01') })
  const leeds = entry('Leeds children’s services', 'social-care', { gssCode: 'E08000035' })
  const york = entry('York children’s services', 'social-care', { gssCode: 'E06000014' })
  const directory = [other, surgery, ended, york, leeds]
  const matched = (kind: OrganisationKind, names: string[], authorities: string[] = []) =>
    matchDirectory(kind, { names, authorities }, directory, today).map((found) => [
      found.entry.name,
      found.by,
    ])

  test('is found by its name however it is written, then come the others of its kind', () => {
    expect(matched('general-practice', ['INVENTED surgery.'])).toEqual([
      ['The Invented Surgery', 'name'],
      ['Another Surgery', 'kind'],
    ])
  })

  test('is found by its code where somebody wrote that, and an authority by its own code alone', () => {
    expect(matched('general-practice', ['Dr Example, y01234'])[0]).toEqual(['The Invented Surgery', 'code'])
    expect(matched('social-care', [], ['E08000035'])).toEqual([['Leeds children’s services', 'code']])
    expect(matched('social-care', [], ['E08000036']).map(([, by]) => by)).toEqual(['kind', 'kind'])
  })

  test('is never one that cannot be asked today', () => {
    expect(matched('general-practice', ['Ended Surgery']).map(([name]) => name)).not.toContain(
      'Ended Surgery',
    )
    expect(notInDirectory(['Ended Surgery', 'invented surgery', 'Nobody’s'], directory, today)).toEqual([
      'Ended Surgery',
      'Nobody’s',
    ])
  })

  test('is chosen beforehand when it was named, or is the only one of its kind and nobody else was', () => {
    const sure = (kind: OrganisationKind, names: string[], entries: DirectoryEntry[]) =>
      surelyMeant(matchDirectory(kind, { names, authorities: [] }, entries, today), names).map(
        (found) => found.name,
      )
    expect(sure('general-practice', ['Invented Surgery'], directory)).toEqual(['The Invented Surgery'])
    expect(sure('general-practice', [], directory)).toEqual([])
    expect(sure('general-practice', [], [other])).toEqual(['Another Surgery'])
    expect(sure('general-practice', ['Invented Surgery'], [other])).toEqual([])
  })

  test('an empty name means nobody', () => {
    expect(isSameName('The', '&')).toBe(false)
    expect(isSameName('Smith & Sons', 'smith and sons')).toBe(true)
  })
})
