import { describe, expect, test } from 'vitest'
import { PersonId } from '../id/id.ts'
import { decisionRefusal, isPublished, ReleaseStanding } from './release-standing.ts'

const [builder, publisher] = [
  PersonId.parse('0198a5f0-0000-7000-8000-000000000001'),
  PersonId.parse('0198a5f0-0000-7000-8000-000000000002'),
]
const at = '2026-03-02T10:00:00.000Z'
const standings = [
  { state: 'waiting' },
  { state: 'superseded' },
  { state: 'signed', by: publisher, at },
  { state: 'before-signatures' },
  { state: 'turned-down', by: publisher, at, reason: 'too-little-shown' },
].map((standing) => ReleaseStanding.parse(standing))

describe('a release', () => {
  test('is published once it is signed, or when it is older than signatures', () => {
    expect(standings.filter(isPublished).map(({ state }) => state)).toEqual(['signed', 'before-signatures'])
  })

  test('is decided on by somebody else than who built it, while it waits, and once', () => {
    const refused = (by: PersonId) =>
      standings.map((standing) => decisionRefusal({ builtBy: builder, standing }, by))
    const over = ['release-superseded', 'release-decided', 'release-decided', 'release-decided']
    expect(refused(publisher)).toEqual([null, ...over])
    expect(refused(builder)).toEqual(['own-release', ...over])
  })
})
