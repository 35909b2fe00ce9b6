import { givenPerson } from '@cdop/database/testing'
import { Instant } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aKey, calling, type GivenIntake, givenIntake } from '../testing.ts'

let given: GivenIntake
beforeAll(async () => {
  given = await givenIntake()
})
afterAll(() => given.drop())

const at = (typed: string) => Instant.parse(typed)
const turn = (changes: object = {}) => ({
  areaId: given.mine.areaId,
  key: aKey(),
  part: 'lead' as const,
  name: 'Invented Lead',
  email: 'lead@on-call.example',
  phone: '01632 960 150',
  webhook: null,
  from: at('2026-03-02T17:00:00.000Z'),
  until: at('2026-03-03T09:00:00.000Z'),
  ...changes,
})
const rota = () => given.as(given.coordinator).rota

describe('the on-call rota', () => {
  test('holds who is on call from when until when, once for a second click', async () => {
    const asked = turn()
    const first = await rota().add(asked)
    expect(await rota().add(asked)).toEqual(first)
    const { turns } = await rota().read({ areaId: given.mine.areaId })
    const { key: _, areaId: __, ...kept } = asked
    expect(turns).toEqual([{ ...first, ...kept }])
  })

  test.each([
    ['one that begins before the other is over', '2026-03-03T08:59:00.000Z', '2026-03-04T09:00:00.000Z'],
    ['one around the other', '2026-03-02T12:00:00.000Z', '2026-03-05T09:00:00.000Z'],
    ['one within the other', '2026-03-02T20:00:00.000Z', '2026-03-02T21:00:00.000Z'],
  ])('refuses %s, and takes the next that begins when it ends', async (_, from, until) => {
    await expect(rota().add(turn({ from, until }))).rejects.toThrow('turns-overlap')
    await expect(rota().add(turn({ from, until, part: 'deputy', key: aKey() }))).resolves.toBeDefined()
    await given.test.look`delete from intake.on_call_turns where part = 'deputy'`
    const next = { from: at('2026-03-03T09:00:00.000Z'), until: at('2026-03-03T17:00:00.000Z') }
    const { turnId } = await rota().add(turn(next))
    await rota().end({ areaId: given.mine.areaId, turnId, key: aKey() })
  })

  test('two coordinators at once: one is told', async () => {
    const times = { from: at('2026-04-02T17:00:00.000Z'), until: at('2026-04-03T09:00:00.000Z') }
    const both = await Promise.allSettled([rota().add(turn(times)), rota().add(turn(times))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test.each([
    ['ends before it begins', { until: '2026-03-02T16:00:00.000Z' }, 'dates-out-of-order'],
    [
      'is over already',
      { from: '2026-03-01T17:00:00.000Z', until: '2026-03-02T09:00:00.000Z' },
      'dates-out-of-order',
    ],
    ['never ends', { until: '2027-03-02T16:00:00.000Z' }, 'dates-out-of-order'],
  ])('refuses a turn that %s', async (_, changes, code) => {
    await expect(rota().add(turn(changes))).rejects.toThrow(code)
  })

  test.each(['ftp://x.example', 'https://name:secret@x.example', 'page me', 'file:///etc/passwd'])(
    'posts no page to %s',
    async (webhook) => {
      await expect(rota().add(turn({ webhook }))).rejects.toThrow()
    },
  )

  test('posts pages over TLS alone when the database is live', async () => {
    const live = { ...given.parts, deployment: 'live' as const }
    await expect(
      calling(given.coordinator, live).rota.add(turn({ webhook: 'http://127.0.0.1:9/page' })),
    ).rejects.toThrow('invalid-answers')
  })

  test('a turn is ended once, and only in its own area', async () => {
    const times = { from: at('2026-05-02T17:00:00.000Z'), until: at('2026-05-03T09:00:00.000Z') }
    const { turnId } = await rota().add(turn(times))
    const theirs = given.as(given.stranger).rota
    await expect(theirs.end({ areaId: given.theirs.areaId, turnId, key: aKey() })).rejects.toThrow(
      'not-found',
    )
    await rota().end({ areaId: given.mine.areaId, turnId, key: aKey() })
    await expect(rota().end({ areaId: given.mine.areaId, turnId, key: aKey() })).rejects.toThrow('not-found')
  })

  test('another area sees nothing of it', async () => {
    const theirs = given.as(given.stranger).rota
    await expect(theirs.read({ areaId: given.mine.areaId })).rejects.toThrow('not-found')
    expect(await theirs.read({ areaId: given.theirs.areaId })).toMatchObject({ turns: [], fallback: null })
    await expect(theirs.add(turn())).rejects.toThrow('not-found')
  })

  test.each(['response-lead', 'designated-doctor', 'chair', 'analyst', 'administrator'] as const)(
    'is not kept by a %s',
    async (role) => {
      const other = given.as(givenPerson([role], given.mine.areaId)).rota
      await expect(other.add(turn())).rejects.toThrow('forbidden')
      await expect(
        other.setFallback({ areaId: given.mine.areaId, key: aKey(), name: 'x', email: 'x@x.example' }),
      ).rejects.toThrow('forbidden')
    },
  )
})
