import { randomUUID } from 'node:crypto'
import { eventPayloads } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accepted,
  agreed,
  asPerson,
  envelope,
  givenReporting,
  hear,
  newArea,
  newCase,
  serviceActor,
  signedBySomebody,
} from '../testing.ts'
import { givenHerefordshireAndWorcestershire } from '../testing-published-figures.ts'

let given: GivenService
const local = newArea()
const reportingYear = '2021-22'
beforeAll(async () => {
  given = await givenReporting()
  await hear(given, 'portal', [areaDefined(local)])
  await givenHerefordshireAndWorcestershire(given, local)
})
afterAll(() => given.drop())

function areaDefined(areaId: typeof local) {
  const dated = { from: '2020-04-01', until: null }
  const payload = {
    areaId,
    code: 'HW',
    name: 'Herefordshire and Worcestershire',
    authorities: [{ code: 'E06000019', name: 'Herefordshire', ...dated }],
    partners: [{ name: 'Herefordshire Council', ...dated }],
    controllers: [{ name: 'Herefordshire Council', ...dated }],
  }
  return envelope(areaId, { type: 'area.defined.v1', subject: areaId, payload })
}

const build = () => asPerson(given, local).release.build({ areaId: local, reportingYear, key: randomUUID() })

function traces(areaId: string) {
  return given.test.look`
    select (select count(*) from reporting.events where area_id = ${areaId}) as events,
           (select count(*) from reporting.audit_entries where area_id = ${areaId}) as audited,
           (select count(*) from reporting.release_tables where area_id = ${areaId}) as tables
  `
}

describe('a release', () => {
  test('shows the protected table where the exact one shows every count', async () => {
    const analyst = asPerson(given, local)
    const { releaseId } = await build()
    const release = await analyst.release.read({ areaId: local, releaseId })
    expect(release).toMatchObject({
      areaName: 'Herefordshire and Worcestershire',
      title: 'Child deaths and child death reviews: year ending 31 March 2022',
      reportingYear,
      asKnownOn: '2025-06-01T10:00:00.000Z',
    })
    const factors = release.tables.find(({ tableId }) => tableId === 'R3')
    if (factors?.outcome !== 'published') throw new Error('R3 can be protected')
    const countOf = (row: string) => factors.table.cells.find((cell) => cell.row === row)?.count
    expect(countOf('prematurity')).toEqual({ kind: 'shown', value: 10 })
    expect(factors.table.populationName).toContain('Reviews completed')
    // 16 of 28 is a percentage of fewer than 50.
    const modifiable = release.tables.find(({ tableId }) => tableId === 'R1')
    if (modifiable?.outcome !== 'published') throw new Error('R1 can be protected')
    expect(modifiable.table.cells[0]).toMatchObject({
      count: { kind: 'shown', value: 16 },
      statistics: [{ kind: 'denominator-too-small' }],
    })
  })

  test('hides small counts, and tells which tables it withholds and why', async () => {
    const areaId = newArea()
    const deaths = Array.from({ length: 9 }, (_, child) => {
      const caseId = newCase()
      const payload = accepted(caseId, child < 3 ? { placeOfDeath: 'home', sex: 'male' } : {})
      return envelope(areaId, { type: 'notification.accepted.v1', subject: caseId, payload })
    })
    await hear(given, 'intake', deaths)
    const reviewed = newCase()
    await hear(given, 'factor-analysis', [
      envelope(areaId, { type: 'analysis.agreed.v1', subject: reviewed, payload: agreed(reviewed) }),
    ])
    const analyst = asPerson(given, areaId)
    const built = await analyst.release.build({ areaId, reportingYear: '2023-24', key: randomUUID() })
    await signedBySomebody(given, areaId, built.releaseId)
    const release = await analyst.release.read({ areaId, releaseId: built.releaseId })
    expect(built.withheld).toContainEqual({ tableId: 'R1', reason: 'no-safe-pattern' })
    expect(release.tables).toHaveLength(6)
    for (const table of release.tables) {
      if (table.outcome === 'withheld') {
        expect(built.withheld).toContainEqual({ tableId: table.tableId, reason: table.reason })
        await expect(
          analyst.release.csv({ areaId, releaseId: built.releaseId, tableId: table.tableId }),
        ).rejects.toMatchObject({ message: 'release-cannot-be-protected' })
      } else {
        for (const { count } of table.table.cells) {
          if (count.kind === 'shown') expect([1, 2, 3, 4]).not.toContain(count.value)
        }
      }
    }
    const places = release.tables.find(({ tableId }) => tableId === 'N9')
    if (places?.outcome !== 'published') throw new Error('N9 can be protected')
    const home = places.table.cells.find(({ row }) => row === 'home-of-normal-residence')
    expect(home?.count).toEqual({ kind: 'hidden' })
    const stored = await given.test.look<{ content: string | null }[]>`
      select content from reporting.release_tables where area_id = ${areaId} and table_id = 'N9'
    `
    expect(stored[0]?.content).toContain('"kind":"hidden"')
  })

  test('built again with the same key is the same release; with a new key another, both in the list', async () => {
    const analyst = asPerson(given, local)
    const asked = { areaId: local, reportingYear, key: randomUUID() }
    const first = await analyst.release.build(asked)
    expect(await analyst.release.build(asked)).toEqual(first)
    const second = await analyst.release.build({ ...asked, key: randomUUID() })
    expect(second.releaseId).not.toBe(first.releaseId)
    const { releases } = await analyst.release.list({ areaId: local })
    const listed = await given.test.look`
      select from reporting.audit_entries where entry->>'action' = 'release.list'`
    expect(listed).toHaveLength(1)
    const found = releases.filter(({ releaseId }) =>
      [first.releaseId, second.releaseId].some((id) => id === releaseId),
    )
    expect(found).toHaveLength(2)
    // The same facts, the same tables: the same hash.
    expect(new Set(found.map(({ hash }) => hash)).size).toBe(1)
    await expect(
      asPerson(given, local).release.build({ areaId: local, reportingYear: '2022-23', key: randomUUID() }),
    ).rejects.toMatchObject({ message: 'nothing-to-release' })
  })

  test('asked for twice at the same moment by one person is built once', async () => {
    const analyst = asPerson(given, local)
    const asked = { areaId: local, reportingYear, key: randomUUID() }
    const [one, other] = await Promise.all([analyst.release.build(asked), analyst.release.build(asked)])
    expect(other).toEqual(one)
    await expect(analyst.release.build({ ...asked, reportingYear: '2020-21' })).rejects.toMatchObject({
      message: 'key-reused',
    })
  })

  test('keeps what it said when facts are corrected afterwards', async () => {
    const areaId = newArea()
    const cases = Array.from({ length: 20 }, () => newCase())
    await hear(
      given,
      'intake',
      cases.map((caseId) =>
        envelope(areaId, {
          type: 'notification.accepted.v1',
          subject: caseId,
          payload: accepted(caseId),
          recordedAt: '2025-05-01T09:00:00.000Z',
        }),
      ),
    )
    const analyst = asPerson(given, areaId)
    const asked = { areaId, reportingYear: '2023-24' }
    const first = await analyst.release.build({ ...asked, key: randomUUID() })
    await signedBySomebody(given, areaId, first.releaseId)
    const before = await analyst.release.read({ areaId, releaseId: first.releaseId })
    const [corrected] = cases
    if (corrected === undefined) throw new Error('there are cases')
    given.clock.addDays(1)
    await hear(given, 'intake', [
      envelope(areaId, {
        type: 'notification.accepted.v1',
        subject: corrected,
        version: 2,
        payload: accepted(corrected, { diedOn: '2023-03-30' }),
        recordedAt: given.clock.now(),
      }),
    ])
    const second = await analyst.release.build({ ...asked, key: randomUUID() })
    const exact = await analyst.figure.exact({ ...asked, measure: 'N1' })
    expect(exact.cells.map(({ count }) => count)).toEqual([1, 19])
    expect(await analyst.release.read({ areaId, releaseId: first.releaseId })).toEqual(before)
    const after = await analyst.release.read({ areaId, releaseId: second.releaseId })
    expect(after.hash).not.toBe(before.hash)
    expect(after.asKnownOn > before.asKnownOn).toBe(true)
  })

  test('of a year that still runs stands alone and says so', async () => {
    const areaId = newArea()
    const cases = Array.from({ length: 30 }, (_, child) => ({ caseId: newCase(), child }))
    await hear(
      given,
      'intake',
      cases.map(({ caseId, child }) => {
        const payload = accepted(caseId, { diedOn: child % 2 === 0 ? '2025-04-20' : '2024-10-02' })
        return envelope(areaId, { type: 'notification.accepted.v1', subject: caseId, payload })
      }),
    )
    const analyst = asPerson(given, areaId)
    const { releaseId } = await analyst.release.build({ areaId, reportingYear: '2025/26', key: randomUUID() })
    await signedBySomebody(given, areaId, releaseId)
    const { csv } = await analyst.release.csv({ areaId, releaseId, tableId: 'N1' })
    expect(csv).toContain('Year ending 31 March 2026,15,')
    expect(csv).not.toContain('2025,')
    expect(csv).toContain('not to be set beside full years')
    const told = await given.test.look`select type from reporting.events where area_id = ${areaId}`
    expect(told.map(({ type }) => type)).toEqual(['release.built.v1', 'release.signed.v1'])
    await expect(
      analyst.release.build({ areaId, reportingYear: '2026/27', key: randomUUID() }),
    ).rejects.toMatchObject({ message: 'date-in-future' })
  })

  test('cannot be changed, thinned or added to in the database, not even by its owner', async () => {
    const { releaseId } = await build()
    const never = { code: 'P0001' }
    await signedBySomebody(given, local, releaseId)
    for (const table of ['releases', 'release_tables', 'release_decisions']) {
      const name = given.test.look(`reporting.${table}`)
      await expect(given.test.look`update ${name} set content_hash = null`).rejects.toMatchObject(never)
      await expect(given.test.look`delete from ${name}`).rejects.toMatchObject(never)
      await expect(given.test.look`truncate ${name} cascade`).rejects.toMatchObject(never)
    }
    const late = given.test.database.transaction(
      serviceActor('reporting', local),
      (tx) => tx`
        insert into reporting.release_tables (area_id, release_id, table_id, measure_version, title, outcome, reason, says)
        values (${local}, ${releaseId}, 'N4', 1, 'Late', 'withheld', 'no-safe-pattern', 'Late')
      `,
    )
    await expect(late).rejects.toThrow('P0001')
  })

  test('tells those who measure by it what anybody may read, and no count it hides', async () => {
    const { releaseId } = await build()
    const unsigned = await given.test.look`select type from reporting.events where subject = ${releaseId}`
    expect(unsigned.map(({ type }) => type)).toEqual(['release.built.v1'])
    await signedBySomebody(given, local, releaseId)
    const [told] = await given.test.look`
      select payload from reporting.events where subject = ${releaseId} and type = 'release-figures.published.v1'`
    const { tables, ...head } = eventPayloads['release-figures.published.v1'].parse(told?.['payload'])
    const { builtAt } = await asPerson(given, local).release.read({ areaId: local, releaseId })
    expect(head).toEqual({ releaseId, reportingYear, builtAt })
    expect(tables.map(({ tableId }) => tableId)).toEqual(['N2', 'N9', 'R1', 'R2', 'R3'])
    const read = await asPerson(given, local).release.read({ areaId: local, releaseId })
    for (const { tableId, cells } of tables) {
      const released = read.tables.find((one) => one.tableId === tableId)
      const counts = released?.outcome === 'published' ? released.table.cells : []
      expect(cells.map(({ count }) => count)).toEqual(
        counts.map(({ count }) => (count.kind === 'shown' ? count.value : null)),
      )
    }
    const cells = tables.flatMap((table) => table.cells)
    expect(cells.filter(({ count }) => count === null).length).toBeGreaterThan(0)
    const factors = tables.find(({ tableId }) => tableId === 'R3')?.cells
    expect(factors?.find(({ row }) => row === 'prematurity')).toMatchObject({ count: 10, of: 28 })
    expect(factors?.at(-1)).toEqual({ row: 'total', column: 'total', count: 28 })
  })

  test('leaves its events and one audit entry; one that came to nothing leaves neither', async () => {
    const areaId = newArea()
    const analyst = asPerson(given, areaId)
    const asked = { areaId, reportingYear, key: randomUUID() }
    await expect(analyst.release.build(asked)).rejects.toMatchObject({ message: 'nothing-to-release' })
    expect(await traces(areaId)).toMatchObject([{ events: 0, audited: 0, tables: 0 }])
    await givenHerefordshireAndWorcestershire(given, areaId)
    await analyst.release.build(asked)
    expect(await traces(areaId)).toMatchObject([{ events: 1, audited: 1, tables: 6 }])
  })

  test('is seen by no other area and built by nobody but the analyst', async () => {
    const { releaseId } = await build()
    const elsewhere = newArea()
    const stranger = asPerson(given, elsewhere)
    const notFound = { message: 'not-found' }
    await expect(stranger.release.read({ areaId: elsewhere, releaseId })).rejects.toMatchObject(notFound)
    await expect(stranger.release.read({ areaId: local, releaseId })).rejects.toMatchObject(notFound)
    await expect(stranger.release.csv({ areaId: elsewhere, releaseId, tableId: 'N1' })).rejects.toMatchObject(
      notFound,
    )
    expect(await stranger.release.list({ areaId: elsewhere })).toEqual({ releases: [] })
    await expect(
      asPerson(given, local, ['coordinator', 'chair']).release.build({
        areaId: local,
        reportingYear,
        key: randomUUID(),
      }),
    ).rejects.toMatchObject({ message: 'forbidden' })
  })
})
