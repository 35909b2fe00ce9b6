import type { ImportId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenIntake, givenIntake } from '../testing.ts'
import { exportedFile, runJob, standing, upload } from '../testing-import.ts'
import { ImportState, importSteps } from './import-state.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const area = () => ({ areaId: intake.mine.areaId })
const calls = () => intake.as(intake.coordinator).import
const key = () => crypto.randomUUID()

let made = 0
/** Rows no other test of this file has used. */
const rows = (count: number, change: Record<string, string> = {}) =>
  Array.from({ length: count }, () => {
    made += 1
    return { Forenames: `Invented ${made}`, 'NHS Number': '', ...change }
  })

async function checked(bytes: Uint8Array): Promise<ImportId> {
  const importId = await upload(intake, bytes)
  await runJob(intake, 'check-import', importId)
  return importId
}

async function left(importId: ImportId) {
  const { look } = intake.test
  const [counted] = await look<{ pieces: number; rows: number; sealed: number }[]>`
    select (select count(*) from intake.import_pieces where import_id = ${importId}) as pieces,
      (select count(*) from intake.import_rows where import_id = ${importId}) as rows,
      (select count(*) from intake.imports where id = ${importId} and wrapped is not null) as sealed`
  return counted
}
const notifications = async () =>
  (
    await intake.test.look<
      { n: number }[]
    >`select count(*) as n from intake.notifications where door = 'import'`
  )[0]?.n

describe('a second click', () => {
  test('on each step changes nothing more', async () => {
    const begun = { ...area(), key: key(), mapping: 'ecdop' }
    const [{ importId }, again] = await Promise.all([calls().begin(begun), calls().begin(begun)])
    expect(again).toEqual({ importId })
    const piece = { ...area(), importId, piece: 0, bytes: (await exportedFile(rows(2))).toString('base64') }
    await Promise.all([calls().append(piece), calls().append(piece)])
    const finish = { ...area(), importId, key: key(), pieces: 1 }
    await calls().finish(finish)
    await calls().finish(finish)
    await Promise.all([runJob(intake, 'check-import', importId), runJob(intake, 'check-import', importId)])
    expect(await standing(intake, importId)).toMatchObject({ state: 'ready', rowsTotal: 2, rowsChecked: 2 })
    const confirm = { ...area(), importId, key: key(), rows: 2 }
    await Promise.all([calls().confirm(confirm), calls().confirm(confirm)])
    await Promise.all([
      runJob(intake, 'receive-import', importId),
      runJob(intake, 'receive-import', importId),
    ])
    const [counted] = await intake.test.look<{ n: number }[]>`
      select count(distinct notification_id) as n from intake.import_rows where import_id = ${importId}`
    expect(counted?.n).toBe(2)
    await expect(calls().append(piece)).rejects.toMatchObject({ message: 'import-moved-on' })
    await expect(calls().cancel({ ...area(), importId, key: key() })).rejects.toMatchObject({
      message: 'import-moved-on',
    })
  })
})

describe('a process that ends in the middle', () => {
  test('of checking: the next goes on where it was, and no row is there twice', async () => {
    const importId = await upload(intake, await exportedFile(rows(250)))
    await dyingAfter(6, () => runJob(dying, 'check-import', importId))
    const half = await standing(intake, importId)
    expect(half.state).toBe('checking')
    expect(half.rowsChecked).toBeLessThan(250)
    await runJob(intake, 'check-import', importId)
    expect(await standing(intake, importId)).toMatchObject({
      state: 'ready',
      rowsChecked: 250,
      rowsTotal: 250,
    })
    expect(await left(importId)).toMatchObject({ rows: 250 })
    await calls().cancel({ ...area(), importId, key: key() })
  })

  test('of taking rows in: a job is waiting to take it up, and each row becomes one notification', async () => {
    const importId = await checked(await exportedFile(rows(50)))
    await calls().confirm({ ...area(), importId, key: key(), rows: 50 })
    const before = (await notifications()) ?? 0
    await dyingAfter(2, () => runJob(dying, 'receive-import', importId))
    const half = await standing(intake, importId)
    expect(half).toMatchObject({ state: 'confirmed' })
    expect(half.rowsReceived).toBeGreaterThan(0)
    expect(half.rowsReceived).toBeLessThan(50)
    expect(await notifications()).toBe(before + half.rowsReceived)
    const waiting = await intake.test.look`
      select 1 from intake_jobs.jobs where key = ${`receive-import:${importId}`} and locked_at is null`
    expect(waiting).toHaveLength(1)
    await runJob(intake, 'receive-import', importId)
    expect(await standing(intake, importId)).toMatchObject({ state: 'done', rowsReceived: 50 })
    expect(await notifications()).toBe(before + 50)
  })

  let dying: GivenIntake
  /** Lets so many transactions through; the next is rolled back at its end, as when the process is killed. */
  async function dyingAfter(transactions: number, work: () => Promise<void>): Promise<void> {
    let begun = 0
    const { database } = intake.parts
    dying = {
      ...intake,
      parts: {
        ...intake.parts,
        database: {
          ...database,
          transaction: (actor, step) =>
            database.transaction(actor, async (tx) => {
              begun += 1
              const result = await step(tx)
              if (begun > transactions) throw new Error('killed')
              return result
            }),
        },
      },
    }
    await expect(work()).rejects.toThrow('killed')
  }
})

describe('an import', () => {
  test('belongs to its area and to those who may import', async () => {
    const importId = await checked(await exportedFile(rows(1)))
    const theirs = intake.as(intake.stranger).import
    const notFound = { message: 'not-found' }
    await expect(theirs.read({ ...area(), importId })).rejects.toMatchObject(notFound)
    await expect(theirs.read({ areaId: intake.theirs.areaId, importId })).rejects.toMatchObject(notFound)
    await expect(
      theirs.confirm({ areaId: intake.theirs.areaId, importId, key: key(), rows: 1 }),
    ).rejects.toMatchObject(notFound)
    await expect(theirs.faults({ areaId: intake.theirs.areaId, importId })).rejects.toMatchObject(notFound)
    expect((await theirs.list({ areaId: intake.theirs.areaId, page: 1 })).rows).toEqual([])
    const analyst = { ...intake.coordinator, roles: ['analyst' as const] }
    await expect(intake.as(analyst).import.read({ ...area(), importId })).rejects.toMatchObject({
      message: 'forbidden',
    })
    expect((await calls().list({ ...area(), page: 1 })).rows).toContainEqual(
      expect.objectContaining({ importId, state: 'ready', rowsTotal: 1 }),
    )
  })

  test('that shows other counts than were seen is not confirmed', async () => {
    const importId = await checked(await exportedFile(rows(2)))
    await expect(calls().confirm({ ...area(), importId, key: key(), rows: 3 })).rejects.toMatchObject({
      message: 'import-moved-on',
    })
  })

  test('keeps nothing a person could read, in any table of it', async () => {
    const importId = await checked(await exportedFile(rows(1, { Surname: 'Zephyrwood' })))
    for (const table of ['imports', 'import_rows', 'import_pieces', 'import_faults']) {
      const found = await intake.test.look`
        select 1 from ${intake.test.look(`intake.${table}`)} t where t::text like '%Zephyrwood%'
          or encode(convert_to(t::text, 'UTF8'), 'escape') like '%Zephyrwood%'`
      expect(found).toEqual([])
    }
    await calls().cancel({ ...area(), importId, key: key() })
  })

  test('takes no step but those of the table, in the database too', async () => {
    const importId = await checked(await exportedFile(rows(1)))
    const { look } = intake.test
    for (const from of ImportState.options) {
      for (const to of ImportState.options.filter((state) => state !== from)) {
        const step = look`
          with gone as (select 1)
          select intake.step_import_allowed(${from}, ${to}) as allowed from gone`
        const [row] = await step
        expect([from, to, row?.['allowed']]).toEqual([from, to, importSteps[from].includes(to)])
      }
    }
    await expect(
      look`update intake.imports set state = 'done', wrapped = null, ended_at = now() where id = ${importId}`,
    ).rejects.toMatchObject({ code: '23514' })
    await calls().cancel({ ...area(), importId, key: key() })
    await expect(
      look`update intake.imports set state = 'checking', wrapped = '', ended_at = null where id = ${importId}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})
