import { DocumentId, ImportId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const importId = ImportId.parse('0190a000-0000-7000-8000-0000000000c1')
const documentId = DocumentId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const path = `/imports/${importId}/documents`
const about = {
  fileName: 'Report <b>a</b>.pdf',
  subject: 'police-report' as const,
  receivedOn: null,
  agency: { name: 'Invented Police', kind: 'police' as const, odsCode: null },
}
const nothing = { fault: null, leftOut: null, doneBy: null, doneAt: null }
const awaited = { row: 2, caseRow: 5, state: 'awaited' as const, about, ...nothing }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('openCases.listFiles', { open: true, files: [awaited] })
  given.services.answer('openCases.beginFile', { row: 2, documentId })
  given.services.answer('openCases.appendFile', { wanted: true })
  given.services.answer('openCases.finishFile', { state: 'whole' })
  given.services.answer('openCases.settleFile', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('the documents of a bundle', () => {
  test('are listed by their rows with what came of each', async () => {
    const files = [
      awaited,
      { ...awaited, row: 3, state: 'refused' as const, fault: 'macros' as const },
      { ...awaited, row: 4, state: 'left-out' as const, leftOut: 'not-found' as const },
      { ...awaited, row: 6, state: 'clean' as const },
    ]
    given.services.answer('openCases.listFiles', { open: true, files })
    const { body } = await given.browser.get(path)
    expect(body).toContain('<h1 class="govuk-heading-l">Documents of the bundle</h1>')
    expect(body).toContain('Report &lt;b&gt;a&lt;/b&gt;.pdf')
    expect(body).toContain('Invented Police')
    expect(body).toContain('2 documents of 4 without a clean file or a reason')
    expect(body).toContain('The file holds macros')
    expect(body).toContain('The file cannot be found')
    expect(body).toContain(' multiple')
    const taken = { ...awaited, state: 'taken' as const, about: null }
    given.services.answer('openCases.listFiles', { open: false, files: [taken] })
    const closed = mainOf((await given.browser.get(path)).body)
    expect(closed).toContain('With its case')
    expect(closed).not.toContain('<form')
    given.services.answer('openCases.listFiles', { open: true, files: [] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('names no documents')
  })

  test('are sent several at once, each by its name; what is wrong with one is said by its row', async () => {
    const sent = await given.browser.upload(path, 'abc', {}, ['a.pdf', 'b.pdf'])
    expect(sent.status).toBe(303)
    expect(made('openCases.beginFile')).toMatchObject([
      { areaId: leeds, importId, fileName: 'a.pdf' },
      { fileName: 'b.pdf' },
    ])
    const keys = given.services.calls
      .filter(({ procedure }) => procedure === 'openCases.beginFile')
      .map(({ input }) => JSON.stringify(input))
    expect(new Set(keys).size).toBe(2)
    expect(made('openCases.finishFile')).toMatchObject([{ row: 2, documentId, pieces: 1 }, { pieces: 1 }])
    given.services.answer('openCases.beginFile', { row: null })
    const extra = await given.browser.upload(path, 'abc', {}, ['c.pdf', '<i>.pdf'])
    expect(extra.status).toBe(422)
    expect(extra.body).toContain('No row of the bundle names the file “c.pdf”')
    expect(extra.body).toContain('“&lt;i&gt;.pdf”')
    given.services.answer('openCases.beginFile', { row: 7, fault: 'kind-not-taken' })
    expect((await given.browser.upload(path, 'abc', {}, 'c.exe')).body).toContain('Row 7: The file must be')
    given.services.answer('openCases.beginFile', { row: 7, there: true })
    expect((await given.browser.upload(path, 'abc', {}, 'c.pdf')).status).toBe(303)
    expect((await given.browser.upload(path, '', {}, '')).body).toContain('Choose a file')
  })

  test('are left out with a reason, or awaited again', async () => {
    const settle = (fields: Record<string, string>) =>
      given.browser.upload(path, '', { _action: 'settle', ...fields }, '')
    for (const [fields, message] of [
      [{ row: '', reason: 'not-found' }, 'Select the row'],
      [{ row: '2', reason: 'x' }, 'Select what becomes of the row'],
    ] as const) {
      const refused = await settle(fields)
      expect(refused.status).toBe(422)
      expect(refused.body).toContain(message)
    }
    expect((await settle({ row: '2', reason: 'not-found' })).status).toBe(303)
    await settle({ row: '2', reason: 'again' })
    expect(made('openCases.settleFile')).toMatchObject([
      { row: 2, reason: 'not-found' },
      { row: 2, reason: null },
    ])
    given.services.refuse('openCases.settleFile', 'import-moved-on')
    expect((await settle({ row: '2', reason: 'again' })).status).toBe(409)
  })

  test('are for coordinators alone', async () => {
    expect(await given.statusFor('helen.marsh@lds.example', path)).toBe(403)
    expect((await given.browser.get('/imports/nothing/documents')).status).toBe(404)
  })
})
