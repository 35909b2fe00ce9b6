import { randomUUID } from 'node:crypto'
import { type Actor, mayDo, ReleaseId, type Role } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asPerson, givenReporting, newArea, signedBySomebody } from '../testing.ts'
import { givenHerefordshireAndWorcestershire } from '../testing-published-figures.ts'

let given: GivenService
let releaseId: ReleaseId
const local = newArea()
const elsewhere = newArea()

beforeAll(async () => {
  given = await givenReporting()
  await givenHerefordshireAndWorcestershire(given, local)
  const built = await asPerson(given, local).release.build({
    ...{ areaId: local, reportingYear: '2021-22', key: randomUUID() },
  })
  releaseId = built.releaseId
  expect(await asPerson(given, local).statistics.releases({ areaId: local })).toEqual({ releases: [] })
  await signedBySomebody(given, local, releaseId)
})
afterAll(() => given.drop())

const reader = (roles: readonly Role[] = ['panel-member'], areaId = local) => asPerson(given, areaId, roles)
const audited = async (action: string) => {
  const rows = await given.test.look<{ count: number }[]>`
    select count(*)::int as count from reporting.audit_entries where area_id = ${local} and entry->>'action' = ${action}
  `
  return rows[0]?.count
}

describe('published figures', () => {
  test('are listed by release with what each table holds, and each look is audited', async () => {
    const { releases } = await reader().statistics.releases({ areaId: local })
    expect(releases).toMatchObject([{ releaseId, reportingYear: '2021-22' }])
    const tables = releases[0]?.tables ?? []
    expect(tables.find(({ tableId }) => tableId === 'N2')).toMatchObject({
      outcome: 'published',
      holds: { population: 'deaths', years: ['2021-22'], rowField: 'ageBand', columnField: 'sex' },
    })
    for (const { outcome, holds, says } of tables) {
      expect([holds === null, says !== null]).toEqual(outcome === 'withheld' ? [true, true] : [false, false])
    }
    expect(await audited('statistics.list')).toBe(2)
  })

  test('to date are offered until newer ones, or the whole year, are signed', async () => {
    const areaId = newArea()
    const before = given.clock.now()
    const offered = async () =>
      (await reader(['panel-member'], areaId).statistics.releases({ areaId })).releases.map(
        (one) => one.releaseId,
      )
    const published = async (at: string) => {
      given.clock.set(`${at}:00.000Z`)
      const built = await asPerson(given, areaId).release.build({
        areaId,
        reportingYear: '2021-22',
        key: randomUUID(),
      })
      await signedBySomebody(given, areaId, built.releaseId)
      return built.releaseId
    }
    await givenHerefordshireAndWorcestershire(given, areaId)
    const first = await published('2022-03-31T10:00')
    expect(await offered()).toEqual([first])
    const newer = await published('2022-03-31T12:00')
    expect(await offered()).toEqual([newer])
    const whole = await published('2022-05-15T10:00')
    const again = await published('2022-06-15T10:00')
    expect(await offered()).toEqual([again, whole])
    const asked = { areaId, releaseId: newer }
    await expect(reader(['panel-member'], areaId).statistics.release(asked)).rejects.toMatchObject({
      message: 'not-found',
    })
    given.clock.set(before)
  })

  test('say figure by figure what the stored, protected table says', async () => {
    const { tables } = await asPerson(given, local).release.read({ areaId: local, releaseId })
    for (const found of tables) {
      const { answer } = await reader().statistics.table({ areaId: local, releaseId, tableId: found.tableId })
      if (found.outcome === 'withheld') {
        expect(answer).toBeNull()
        continue
      }
      const counts = answer?.observations.filter(({ figure }) => figure === 'number') ?? []
      expect(counts).toHaveLength(found.table.cells.length)
      for (const { row, column, count } of found.table.cells) {
        expect(counts.find((one) => one.row === row && one.column === column)).toMatchObject(
          count.kind === 'shown'
            ? { value: count.value, count: count.value, shorthand: null }
            : { value: null, count: null, shorthand: '[c]' },
        )
      }
    }
    expect(await audited('statistics.read')).toBe(tables.length)
  })

  test('of another area, or of no release, are not there', async () => {
    const asked = { areaId: local, releaseId, tableId: 'N2' }
    const refused = { code: 'NOT_FOUND' }
    await expect(reader(['analyst'], elsewhere).statistics.table(asked)).rejects.toMatchObject(refused)
    await expect(reader(['analyst'], elsewhere).statistics.releases(asked)).rejects.toThrow()
    await expect(
      reader(['analyst'], elsewhere).statistics.table({ ...asked, areaId: elsewhere }),
    ).rejects.toMatchObject(refused)
    await expect(
      reader().statistics.table({ ...asked, releaseId: ReleaseId.parse(randomUUID()) }),
    ).rejects.toMatchObject(refused)
    await expect(reader().statistics.table({ ...asked, tableId: 'N777' })).rejects.toMatchObject(refused)
  })

  test('are for panels and analysts, and for no role that works with people alone', async () => {
    const may = (role: Role) =>
      mayDo({ kind: 'person', roles: [role] } as unknown as Actor, 'statistics:read')
    for (const role of ['key-worker', 'response-lead', 'administrator', 'guest-member'] as const) {
      expect(may(role), role).toBe(false)
      await expect(reader([role]).statistics.releases({ areaId: local })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    }
  })
})

describe('a table that no release holds', () => {
  const wish = { measure: 'Deaths by ethnic group', breakdown: 'five years', reason: 'The board asked' }
  let member: ReturnType<typeof reader>
  beforeAll(() => {
    member = reader()
  })
  const record = (key: string, words = wish) =>
    member.tableRequest.record({ areaId: local, releaseId, tableId: null, wish: words, key })

  test('is asked for once, whatever is pressed, and read by the analyst', async () => {
    const key = randomUUID()
    const [one, other] = [await record(key), await record(key)]
    expect(other).toEqual(one)
    const { requests } = await asPerson(given, local).tableRequest.list({ areaId: local })
    expect(requests).toMatchObject([{ ...one, wish, releaseId, tableId: null }])
    const [row] = await given.test.look<{ sealedWords: Buffer }[]>`
      select sealed_words from reporting.table_requests where area_id = ${local}
    `
    expect(row?.sealedWords.toString('latin1')).not.toContain('ethnic')
    expect([await audited('table-request.record'), await audited('table-request.list')]).toEqual([1, 1])
  })

  test('with words that point at somebody is not taken', async () => {
    const words = { ...wish, reason: 'About the child with 999 000 0018' }
    await expect(record(randomUUID(), words)).rejects.toMatchObject({ message: 'identifiers-in-note' })
  })

  test('is nothing a panel member reads, and nothing another area sees', async () => {
    await expect(reader().tableRequest.list({ areaId: local })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const theirs = asPerson(given, elsewhere)
    expect(await theirs.tableRequest.list({ areaId: elsewhere })).toEqual({ requests: [] })
    await expect(theirs.tableRequest.list({ areaId: local })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('stays as it was asked', async () => {
    await expect(
      given.test.look`update reporting.table_requests set asked_at = asked_at where area_id = ${local}`,
    ).rejects.toThrow()
  })
})
