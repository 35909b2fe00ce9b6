import { type ImportId, NotificationId } from '@cdop/domain'
import { xlsxFile } from '@cdop/tabular/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenIntake, givenIntake } from '../testing.ts'
import { exportedFile, exportedRow, runJob, standing, upload } from '../testing-import.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

const area = () => ({ areaId: intake.mine.areaId })
const calls = () => intake.as(intake.coordinator).import
const key = () => crypto.randomUUID()
const numbers = ['9990000026', '9990000034', '9990000042', '9990000050', '9990000069', '9990000077']

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

async function faultsOf(importId: ImportId): Promise<string[]> {
  const { csv } = await calls().faults({ ...area(), importId })
  return csv.trim().split('\r\n').slice(1)
}

async function left(importId: ImportId) {
  const { look } = intake.test
  const [counted] = await look<{ pieces: number; rows: number; sealed: number }[]>`
    select (select count(*) from intake.import_pieces where import_id = ${importId}) as pieces,
      (select count(*) from intake.import_rows where import_id = ${importId}) as rows,
      (select count(*) from intake.imports where id = ${importId} and wrapped is not null) as sealed`
  return counted
}
const nothing = { pieces: 0, rows: 0, sealed: 0 }
const notifications = async () =>
  (
    await intake.test.look<
      { n: number }[]
    >`select count(*) as n from intake.notifications where door = 'import'`
  )[0]?.n

describe('importing a file of notifications', () => {
  test('shows what it would add, and adds it once somebody confirms', async () => {
    const importId = await checked(await exportedFile(rows(3)))
    expect(await standing(intake, importId)).toMatchObject({
      state: 'ready',
      rowsTotal: 3,
      counts: { rows: 3, inScope: 3, outOfScope: 0, knownHere: 0, repeatedInFile: 0 },
      mayCancel: true,
    })
    expect(await notifications()).toBe(0)
    await calls().confirm({ ...area(), importId, key: key(), rows: 3 })
    await runJob(intake, 'receive-import', importId)
    expect(await standing(intake, importId)).toMatchObject({
      state: 'done',
      rowsReceived: 3,
      mayCancel: false,
    })
    expect(await notifications()).toBe(3)
    const events = await intake.test.look<{ actor: string; type: string }[]>`
      select e.type from intake.events e
      join intake.import_rows r on r.notification_id = e.subject where r.import_id = ${importId}`
    expect(events.map(({ type }) => type)).toEqual(Array(3).fill('notification.received.v1'))
    const audit = await intake.test.look<{ person: string }[]>`
      select entry->>'onBehalfOf' as person from intake.audit_entries
      where entry->>'action' = 'notification.submit' and entry->>'actor' = 'service:intake'`
    expect(audit.map(({ person }) => person)).toEqual(Array(3).fill(intake.coordinator.personId))
    expect(await left(importId)).toEqual({ pieces: 0, rows: 3, sealed: 0 })
  })

  test('reads every value the way the mapping says', async () => {
    const importId = await checked(await exportedFile([{ ...exportedRow, 'NHS Number': numbers[0] ?? '' }]))
    await calls().confirm({ ...area(), importId, key: key(), rows: 1 })
    await runJob(intake, 'receive-import', importId)
    const [row] = await intake.test.look`
      select notification_id as id from intake.import_rows where import_id = ${importId}`
    const found = await intake
      .as(intake.coordinator)
      .notification.read({ ...area(), notificationId: NotificationId.parse(row?.['id']) })
    const answers = found.sections.flatMap((section) => section.rows.map((one) => one.answer))
    for (const said of [
      'Quillfeather',
      'Female',
      'LS1 1UR',
      'Invented Surgery',
      '27 February 2026',
      '04:15',
    ]) {
      expect(answers.join('|')).toContain(said)
    }
    expect(found).toMatchObject({ receivedOn: '2026-02-28', scope: { outcome: 'in' } })
  })

  test('takes an XLSX file with real dates and numbers', async () => {
    const columns = Object.keys(exportedRow)
    const cells = columns.map((column) =>
      column === 'Date of Death'
        ? { serial: 46080, style: 1 }
        : column === 'NHS Number'
          ? 9990000085
          : (exportedRow[column] ?? ''),
    )
    const importId = await checked(xlsxFile({ rows: [columns, cells], formats: ['dd/mm/yyyy'] }))
    expect(await standing(intake, importId)).toMatchObject({ state: 'ready', rowsTotal: 1 })
    await calls().cancel({ ...area(), importId, key: key() })
  })

  test('counts children known here, repeated in the file, and out of scope', async () => {
    await intake.submit({ child: { nhsNumber: numbers[1] } })
    const importId = await checked(
      await exportedFile([
        ...rows(1, { 'NHS Number': numbers[1] ?? '' }),
        ...rows(2, { 'NHS Number': numbers[2] ?? '' }),
        ...rows(1, { 'Date of Birth': '11/07/1999' }),
        ...rows(1, { 'Local Authority Code': 'E08000032' }),
      ]),
    )
    expect((await standing(intake, importId)).counts).toMatchObject({
      knownHere: 1,
      repeatedInFile: 1,
      rows: 5,
    })
    expect((await standing(intake, importId)).counts?.inScope).toBeLessThan(5)
    await calls().cancel({ ...area(), importId, key: key() })
  })

  test('one bad row refuses the whole file, and says where without saying what', async () => {
    const before = await notifications()
    const importId = await checked(
      await exportedFile([
        ...rows(120),
        ...rows(1, { 'Date of Death': '31/02/2026', 'NHS Number': '9990000019', Gender: 'Zebedee' }),
        ...rows(1, { Surname: '', 'Date of Birth': '28/02/2026' }),
      ]),
    )
    expect(await standing(intake, importId)).toMatchObject({
      state: 'refused',
      refusal: { says: 'Some rows cannot be imported, so none was' },
    })
    const faults = await faultsOf(importId)
    const places = faults.map((line) => line.split(',').slice(0, 3).join(','))
    expect(places.sort()).toEqual([
      '122,Date of Death,a date',
      '122,Gender,letters',
      '122,NHS Number,a whole number',
      '123,Surname,blank',
    ])
    expect(faults.join()).not.toMatch(/Zebedee|31.02|9990000019/)
    expect(await left(importId)).toEqual(nothing)
    expect(await notifications()).toBe(before)
    await expect(calls().confirm({ ...area(), importId, key: key(), rows: 122 })).rejects.toMatchObject({
      message: 'import-moved-on',
    })
  })

  test('a row whose dates cannot be is refused by the rule every door keeps', async () => {
    const importId = await checked(await exportedFile(rows(1, { 'Date of Birth': '28/02/2026' })))
    expect((await faultsOf(importId)).join()).toContain(
      '2,Date of Death,a date,The dates are not in the order',
    )
  })

  const broken: [string, () => Promise<Uint8Array>, RegExp][] = [
    ['cut short', async () => (await exportedFile(rows(3))).subarray(0, -20), /cut short|fewer values/],
    [
      'in Windows-1252',
      async () => Buffer.from(`${await exportedFile(rows(1, { Surname: 'Zoë' }))}`, 'latin1'),
      /UTF-8/,
    ],
    [
      'with a column nobody knows',
      () => exportedFile(rows(1), [...Object.keys(exportedRow), 'Aurelia']),
      /not known/,
    ],
    [
      'without a column that is needed',
      () => exportedFile(rows(1), Object.keys(exportedRow).slice(1)),
      /missing/,
    ],
    ['that is a bomb', async () => xlsxFile({ rows: [['Surname'], ['0'.repeat(20_000_000)]] }), /unpacks/],
    ['that is empty', async () => Buffer.from('\n'), /first row/],
  ]
  test.each(broken)('a file %s is refused, with a cure, and nothing of it stays', async (_, bytes, says) => {
    const importId = await checked(await bytes())
    const seen = await standing(intake, importId)
    expect(seen.state).toBe('refused')
    expect(seen.refusal?.says).toMatch(says)
    expect(await faultsOf(importId)).toHaveLength(1)
    expect((await faultsOf(importId)).join()).not.toContain('Aurelia')
    expect(await left(importId)).toEqual(nothing)
  })

  test('the same file twice is recognised, whether it waits or was taken', async () => {
    const bytes = await exportedFile(rows(2))
    const first = await checked(bytes)
    const second = await checked(bytes)
    expect(await standing(intake, second)).toMatchObject({ state: 'refused', sameAs: { importId: first } })
    await calls().confirm({ ...area(), importId: first, key: key(), rows: 2 })
    await runJob(intake, 'receive-import', first)
    const third = await checked(bytes)
    expect(await standing(intake, third)).toMatchObject({
      state: 'refused',
      refusal: { says: 'The same file was uploaded before' },
      sameAs: { importId: first, confirmedAt: intake.parts.clock.now() },
    })
  })

  test('cancelled, it leaves nothing, and the same file may come again', async () => {
    const bytes = await exportedFile(rows(2))
    const first = await checked(bytes)
    expect(await left(first)).toEqual({ pieces: 0, rows: 2, sealed: 1 })
    await calls().cancel({ ...area(), importId: first, key: key() })
    expect(await left(first)).toEqual(nothing)
    await runJob(intake, 'check-import', first)
    await runJob(intake, 'receive-import', first)
    expect(await standing(intake, first)).toMatchObject({ state: 'cancelled', counts: null })
    expect(await standing(intake, await checked(bytes))).toMatchObject({ state: 'ready' })
  })

  test('nobody confirms it for a week: it is cancelled, and not a day before', async () => {
    const importId = await checked(await exportedFile(rows(1)))
    intake.clock.addDays(6)
    await runJob(intake, 'expire-import', importId)
    expect((await standing(intake, importId)).state).toBe('ready')
    intake.clock.addDays(1)
    await runJob(intake, 'expire-import', importId)
    expect((await standing(intake, importId)).state).toBe('cancelled')
    intake.clock.addDays(-7)
  })
})
