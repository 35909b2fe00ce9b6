import { ImportId, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseServices } from '../../testing/case-services.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'
import { importStateTag, type SeenImport } from '../imports/state-words.ts'

const services = caseServices()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())

const importId = ImportId.parse('0190a000-0000-7000-8000-0000000000c1')
const earlier = ImportId.parse('0190a000-0000-7000-8000-0000000000c2')
const at = Instant.parse('2026-03-02T09:30:00.000Z')
const counts = {
  rows: 1240,
  inScope: 1200,
  outOfScope: 30,
  scopePending: 10,
  knownHere: 4,
  repeatedInFile: 2,
  leftOut: 17,
}
const seen: SeenImport = {
  importId,
  state: 'ready',
  mappingTitle: 'eCDOP, one row for each notification',
  bundle: null,
  beganBy: PersonId.parse('0190a000-0000-7000-8000-0000000000d1'),
  beganAt: at,
  changedAt: at,
  rowsTotal: 1240,
  rowsChecked: 1240,
  rowsReceived: 0,
  faults: 0,
  refusal: null,
  sameAs: null,
  counts,
  confirmedAt: null,
  endedAt: null,
  confirmBy: PlainDate.parse('2026-03-08'),
  mayCancel: true,
}
const mapping = {
  id: 'ecdop',
  version: '2026-11-01',
  title: 'eCDOP, one row for each notification',
  assumption: 'To be compared with a real export',
  bundle: false,
  columns: [
    { column: 'Surname', required: true },
    { column: 'School', required: false },
  ],
}
const path = `/imports/${importId}`

beforeEach(() => {
  services.forget()
  services.answer('import.mappings', [mapping])
  services.answer('import.begin', { importId })
  services.answer('import.append', undefined)
  services.answer('import.finish', { state: 'checking' })
  services.answer('import.read', seen)
})

const shown = async (changes: Partial<SeenImport>) => {
  services.answer('import.read', { ...seen, ...changes })
  return (await browser.get(path)).body
}
const called = (procedure: string) => services.calls.filter((call) => call.procedure === procedure)

describe('uploading a file', () => {
  test('says which columns it must have, and what nobody has confirmed about them', async () => {
    const { status, body } = await browser.get('/imports/new')
    expect(status).toBe(200)
    expect(body).toContain(
      '<title>Import a file of notifications – Notifications – Child death reviews</title>',
    )
    expect(body).toContain('To be compared with a real export')
    expect(body).toMatch(/must be there[\s\S]*Surname[\s\S]*may be there[\s\S]*School/)
  })

  test('sends it on in pieces and goes to the page of the import', async () => {
    const file = Buffer.alloc(1_100_000, 'a')
    const answer = await browser.upload('/imports/new', file, { mapping: 'ecdop' })
    expect(answer.status).toBe(303)
    expect(new URL(answer.location).pathname).toBe(path)
    const pieces = called('import.append').map(({ input }) => input)
    expect(pieces).toMatchObject([{ piece: 0 }, { piece: 1 }, { piece: 2 }])
    const sent = pieces.map((piece) => Buffer.from(String(Object(piece).bytes), 'base64'))
    expect(Buffer.concat(sent).equals(file)).toBe(true)
    expect(called('import.finish')[0]?.input).toMatchObject({ areaId: leeds, importId, pieces: 3 })
  })

  test('a second click that finds the first had finished goes to the same page', async () => {
    services.refuse('import.append', 'import-moved-on')
    const answer = await browser.upload('/imports/new', 'a,b\n', { mapping: 'ecdop' })
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(path)
  })

  test('without a file, or from nowhere known, brings the page back', async () => {
    const none = await browser.upload('/imports/new', '', { mapping: 'ecdop' })
    expect(none.status).toBe(422)
    expect(none.body).toContain('Choose a CSV or XLSX file')
    const nowhere = await browser.upload('/imports/new', 'a,b\n', { mapping: 'elsewhere' })
    expect(nowhere.body).toContain('Select where the file comes from')
    expect(called('import.begin')).toEqual([])
  })

  test('of more than it takes is refused as too large', async () => {
    const answer = await browser.upload('/imports/new', Buffer.alloc(34_000_000), { mapping: 'ecdop' })
    expect(answer.status).toBe(413)
  })
})

describe('the page of an import', () => {
  test('while it is at work says how far it has come, without a script too', async () => {
    const body = await shown({ state: 'checking', rowsChecked: 300, counts: null })
    expect(body).toContain('<title>The file is being checked – Imports – Child death reviews</title>')
    expect(body).toMatch(/role="status">300 of 1,240 rows checked</)
    expect(body).toContain('Last change: 2 March 2026 at 9:30am')
    expect(body).toContain(`href="${path}">Refresh this page`)
    expect(body).toContain('Cancel this import')
    expect(body).not.toContain('value="confirm"')
    const receiving = await shown({ state: 'confirmed', rowsReceived: 20, mayCancel: false, confirmedAt: at })
    expect(receiving).toMatch(/role="status">20 of 1,240 rows imported</)
    expect(receiving).not.toContain('<button type="submit" class="govuk-button govuk-button--warning"')
  })

  test('shows what would be added, to confirm once and with the rows that were seen', async () => {
    const body = await shown({})
    expect(body).toMatch(
      /Notifications[\s\S]*1,240[\s\S]*already notified in this area[\s\S]*4[\s\S]*more than once in the file[\s\S]*2/,
    )
    expect(body).toContain('Import 1,240 notifications')
    expect(body).toContain('Confirm by 8 March 2026')
    services.answer('import.confirm', { state: 'confirmed' })
    const answer = await browser.submit(path, { _action: 'confirm', rows: '1240' })
    expect(answer.location).toContain(path)
    expect(called('import.confirm')[0]?.input).toMatchObject({ areaId: leeds, importId, rows: 1240 })
  })

  test('cancels, and then says that nothing was kept', async () => {
    services.answer('import.read', seen)
    services.answer('import.cancel', { state: 'cancelled' })
    const answer = await browser.submit(path, { _action: 'cancel' })
    expect(answer.status).toBe(303)
    const body = await shown({ state: 'cancelled', counts: null, mayCancel: false, endedAt: at })
    expect(body).toContain('Nothing of the file was kept')
  })

  test('that moved on meanwhile is shown as it is now, with the reason', async () => {
    services.answer('import.read', seen)
    services.refuse('import.confirm', 'import-moved-on')
    const answer = await browser.submit(path, { _action: 'confirm', rows: '1240' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('This import is no longer where it was')
  })

  test('that was refused says why, what to do, and gives the errors as a file', async () => {
    const refusal = { says: 'Some rows cannot be imported, so none was', cure: 'Download the list' }
    const body = await shown({
      state: 'refused',
      refusal,
      faults: 2,
      counts: null,
      mayCancel: false,
      endedAt: at,
    })
    expect(body).toContain('Some rows cannot be imported, so none was. Download the list.')
    expect(body).toContain(`href="${path}/errors.csv" download>Download the list of 2 errors`)
    services.answer('import.faults', { fileName: 'import-errors-0190a000.csv', csv: 'Row,Column\r\n' })
    const file = await browser.get(`${path}/errors.csv`)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="import-errors-0190a000.csv"')
    expect(file.headers.get('cache-control')).toBe('no-store')
  })

  test('of a file that was there before leads to the import that took it', async () => {
    const refusal = { says: 'The same file was uploaded before', cure: 'Nothing needs to be done' }
    const sameAs = { importId: earlier, beganAt: at, confirmedAt: at }
    const body = await shown({
      state: 'refused',
      refusal,
      sameAs,
      counts: null,
      mayCancel: false,
      endedAt: at,
    })
    expect(body).toContain(`href="/imports/${earlier}">Already imported on 2 March 2026 at 9:30am`)
  })

  test('that is done leads to what came of it', async () => {
    const body = await shown({
      state: 'done',
      rowsReceived: 1240,
      mayCancel: false,
      confirmedAt: at,
      endedAt: at,
    })
    expect(body).toContain('href="/notifications">Go to the notifications')
  })

  test('that is not there, or no id, is the one 404; a button nobody has is refused', async () => {
    services.refuse('import.read', 'not-found')
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.get('/imports/1')).status).toBe(404)
    services.answer('import.read', seen)
    expect((await browser.submit(path, { _action: 'erase' })).status).toBe(400)
    expect((await browser.submit(path, { _action: 'confirm', rows: 'x' })).status).toBe(400)
  })
})

describe('the list of imports', () => {
  test('shows the newest first, who uploaded them and where they stand', async () => {
    const row = { importId, beganBy: seen.beganBy, beganAt: at, rowsTotal: 3, rowsReceived: 0, faults: 0 }
    const rows = Object.keys(importStateTag).map((state) => ({ ...row, state: state as SeenImport['state'] }))
    services.answer('import.list', { rows, total: rows.length })
    const { body } = await browser.get('/imports')
    for (const { text } of Object.values(importStateTag)) expect(body).toContain(text)
    expect(body).toContain('Somebody who has left')
    services.answer('import.list', { rows: [], total: 0 })
    expect((await browser.get('/imports')).body).toContain('No file has been uploaded in this area yet')
  })

  test.each(['helen.marsh', 'tom.harrow', 'owen.pryce', 'nadia.birch'])(
    '%s may not open any of it',
    async (name) => {
      const other = testBrowser(portal.app)
      await other.signIn(`${name}@lds.example`)
      for (const page of ['/imports', '/imports/new', path, `${path}/errors.csv`]) {
        expect((await other.get(page)).status).toBe(403)
      }
    },
  )
})
