import { CaseId, DocumentId, documentLimits, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { documentsApp } from '../../document/documents-app.ts'
import { caseId, hospital, openCase, organisationId, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { DOCUMENTS_URL, leeds } from '../../testing/given-portal.ts'

const documentId = DocumentId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const path = `/cases/${caseId}/documents`
const clean = {
  documentId,
  caseId: CaseId.parse(caseId),
  number: 1,
  kind: 'pdf' as const,
  subject: 'post-mortem-report' as const,
  organisationId,
  informationRequestId: null,
  state: 'clean' as const,
  bytes: 2_500_000,
  kept: ['pdf-properties' as const],
  filedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02'),
  filedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
  scannedAt: Instant.parse('2026-03-01T10:00:01.000Z'),
  fileName: 'Quillfeather <b>report</b>.pdf',
  mail: null,
  unreadableAt: null,
  caveats: [],
  answeredAt: null,
  takenOutAt: null,
  takenOutBy: null,
  takenOutReason: null,
  receivedOn: PlainDate.parse('2025-11-03'),
  version: 1,
  versionOf: null,
  redactedOf: null,
  redaction: null,
  shareable: false,
}
const content = Buffer.from('%PDF-1.7 invented')
const opening = { at: clean.filedAt, proof: 'p'.repeat(43) }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('organisation.list', { rows: [hospital], contacts: [] })
  given.services.answer('document.list', { documents: [clean], waiting: [] })
  given.services.answer('document.begin', { documentId })
  given.services.answer('document.append', { wanted: true })
  given.services.answer('document.finish', { documentId })
  given.services.answer('document.open', {
    reference,
    number: 1,
    kind: 'pdf',
    bytes: content.length,
    chunks: 1,
    opening,
  })
  given.services.answer('document.read', { bytes: content.toString('base64') })
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)
const filledIn = { subject: 'post-mortem-report', from: organisationId }
const app = () => documentsApp(given.portal.parts)
const opened = async () => (await given.browser.get(`${path}/${documentId}`)).location

describe('the documents of a case', () => {
  test('are listed with whose they are and what they still say; only a scanned one can be opened', async () => {
    const waiting = { ...clean, number: 2, state: 'received' as const, scannedAt: null, kept: [] }
    given.services.answer('document.list', { documents: [waiting, clean], waiting: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Quillfeather &lt;b&gt;report&lt;/b&gt;.pdf')
    expect(main).toContain('Leeds Hospital')
    expect(main).toContain('2.4 MB')
    expect(main).toContain('received on 3 November 2025')
    expect(main).toContain('Waiting to be scanned')
    expect(main).toContain('the properties of the PDF, such as its author')
    expect(main.split(`href="${path}/${documentId}"`)).toHaveLength(2)
    const attachments = ['scan.pdf', 'note.docx']
    const mail = {
      subject: 'A <i>question</i>',
      from: 'Invented <a@b.example>',
      sentAt: clean.filedAt,
      attachments,
    }
    given.services.answer('document.list', { documents: [{ ...clean, kind: 'eml', mail }], waiting: [] })
    const mailed = mainOf((await given.browser.get(path)).body)
    expect(mailed).toContain('Subject: A &lt;i&gt;question&lt;/i&gt;')
    expect(mailed).toContain('From: Invented &lt;a@b.example&gt;')
    expect(mailed).toContain('Attached: scan.pdf, note.docx')
    given.services.answer('document.list', { documents: [], waiting: [] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('This case has no documents yet.')
  })

  test('name one that cannot be read back', async () => {
    given.services.answer('document.list', {
      documents: [{ ...clean, unreadableAt: clean.filedAt }],
      waiting: [],
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Cannot be read')
    expect(main).toContain('ask for the file')
  })

  test('keep a file that came whole while others were being checked, and have it checked without sending it again', async () => {
    const file = { documentId, subject: 'letter' as const, fileName: 'kept.pdf' }
    const whole = { pieces: 2, contentHash: 'a'.repeat(64) }
    given.services.answer('document.list', { documents: [], waiting: [{ ...file, ...whole }] })
    given.services.refuse('document.finish', 'files-waiting')
    const sent = await given.browser.upload(`${path}/new`, content, filledIn, 'kept.pdf')
    expect(new URL(sent.location).pathname).toBe(path)
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('You do not have to send')
    expect(main).toContain('kept.pdf')
    const still = await given.browser.submit(path, { documentId })
    expect(still.status).toBe(429)
    expect(mainOf(still.body)).toContain('kept.pdf')
    given.services.answer('document.finish', { documentId })
    expect((await given.browser.submit(path, { documentId })).status).toBe(303)
    expect(made('document.finish').at(-1)).toMatchObject({ caseId, documentId, ...whole })
  })

  test('take a file in pieces, in their order, and lead back to the list', async () => {
    const file = Buffer.alloc(documentLimits.piece + 10, 'x')
    const done = await given.browser.upload(`${path}/new`, file, filledIn, 'Quillfeather.pdf')
    expect(done.status).toBe(303)
    expect(new URL(done.location).pathname).toBe(path)
    expect(made('document.begin')).toMatchObject([
      { areaId: leeds, caseId, subject: 'post-mortem-report', organisationId, fileName: 'Quillfeather.pdf' },
    ])
    expect(made('document.append')).toMatchObject([{ piece: 0 }, { piece: 1, bytes: 'eHh4eHh4eHh4eA==' }])
    expect(made('document.finish')).toMatchObject([{ documentId, pieces: 2 }])
    await given.browser.upload(`${path}/new`, file, { ...filledIn, from: 'office' }, 'a.pdf')
    expect(made('document.begin')[1]).toMatchObject({ organisationId: null })
  })

  test.each([
    [{ subject: '' }, 'a.pdf', 'subject', 'Select what the document is'],
    [{ subject: 'x' }, 'a.pdf', 'subject', 'Select what the document is'],
    [{ from: '' }, 'a.pdf', 'from', 'Select where the document comes from'],
    [{ from: 'nowhere' }, 'a.pdf', 'from', 'Select where the document comes from'],
    [{}, '', 'file', 'Choose a file'],
  ])('take nothing with %o and the file %j', async (change, name, id, message) => {
    const answer = await given.browser.upload(`${path}/new`, 'x', { ...filledIn, ...change }, name)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(made('document.begin')).toEqual([])
  })

  test('say what is wrong with a file and what to do', async () => {
    given.services.answer('document.finish', { fault: 'macros' })
    const refused = await given.browser.upload(`${path}/new`, 'x', filledIn, 'a.docx')
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('Save it as a docx or xlsx without macros, or as a PDF')
    expect(refused.body).toContain('value="post-mortem-report" checked')
    given.services.refuse('document.begin', 'too-many-documents')
    expect((await given.browser.upload(`${path}/new`, 'x', filledIn, 'a.pdf')).status).toBe(429)
  })

  test('are taken out with a reason; a mark of them stays', async () => {
    const out = `${path}/${documentId}/take-out`
    given.services.answer('document.takeOut', undefined)
    expect(mainOf((await given.browser.get(out)).body)).toContain('cannot be brought back')
    for (const [reason, message] of [
      [' ', 'Enter why the document does not belong to this case'],
      ['x'.repeat(1_001), 'must be 1,000 characters or fewer'],
    ] as const) {
      const refused = await given.browser.submit(out, { reason })
      expect(refused.status).toBe(422)
      expect(refused.body).toContain(message)
    }
    const done = await given.browser.submit(out, { reason: 'Of another child' })
    expect(new URL(done.location).pathname).toBe(path)
    expect(made('document.takeOut')).toMatchObject([{ caseId, documentId, reason: 'Of another child' }])
    const gone = { ...clean, state: 'taken-out' as const, fileName: '', takenOutAt: clean.filedAt }
    const mark = { ...gone, takenOutBy: clean.filedBy, takenOutReason: 'Of <i>another</i> child' }
    given.services.answer('document.list', { documents: [mark], waiting: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Taken out: destroyed')
    expect(main).toContain('Of &lt;i&gt;another&lt;/i&gt; child')
    expect(main).not.toContain('/take-out')
    expect((await given.browser.get(out)).status).toBe(404)
  })

  test('stand in the list by their newest version, with what was said of redacting each', async () => {
    const next = DocumentId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b09')
    const copy = DocumentId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b0a')
    const said = { entry: 3, decision: 'to-be-redacted' as const, decidedAt: clean.filedAt }
    const documents = [
      { ...clean, documentId: copy, number: 3, redactedOf: documentId, shareable: true },
      { ...clean, redaction: { ...said, decidedBy: clean.filedBy } },
      { ...clean, documentId: next, number: 2, version: 2, versionOf: documentId },
    ]
    given.services.answer('document.list', { documents, waiting: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main.indexOf('Version 2')).toBeLessThan(main.indexOf('Another version of document 2'))
    expect(main).toContain('Redacted copy of document 1, version 1')
    expect(main).toContain('To be redacted')
    expect(main).toContain('Not looked at')
    expect(main.match(/May be given outside the office/g)).toHaveLength(1)
    const page = `${path}/${documentId}/versions`
    const shown = mainOf((await given.browser.get(page)).body)
    expect(shown).toContain('name="said" value="3"')
    expect(mainOf((await given.browser.get(`${path}/${copy}/versions`)).body)).not.toContain('redacted-copy')
    given.services.answer('document.decideRedaction', undefined)
    const decide = (fields: Record<string, string>) =>
      given.browser.upload(page, '', { _action: 'decide', said: '3', ...fields }, '')
    expect((await decide({})).body).toContain('Select whether anything is to be redacted')
    expect((await decide({ decision: 'nothing-to-redact' })).status).toBe(303)
    expect(made('document.decideRedaction')).toMatchObject([
      { caseId, documentId, decision: 'nothing-to-redact', said: 3 },
    ])
    expect((await given.browser.upload(page, 'x', {}, 'b.pdf')).body).toContain('Select what the file is')
    expect((await given.browser.upload(page, 'x', { as: 'version' }, '')).body).toContain('Choose a file')
    expect((await given.browser.upload(page, 'x', { as: 'version' }, 'b.pdf')).status).toBe(303)
    expect(made('document.begin')).toMatchObject([
      { subject: 'post-mortem-report', fileName: 'b.pdf', follows: { documentId, as: 'version' } },
    ])
    given.services.answer('document.finish', { fault: 'macros' })
    const refused = await given.browser.upload(page, 'x', { as: 'redacted-copy' }, 'b.docx')
    expect(refused.body).toContain('Save it as a docx or xlsx without macros')
  })

  test('are for coordinators and designated doctors, who add none', async () => {
    for (const who of nobodyElse) {
      const status = await given.statusFor(who, `${path}/new`)
      expect([who, status]).toEqual([who, 403])
    }
  })
})

describe('a document', () => {
  test('opens at its own origin as a file that is nobody’s, once', async () => {
    const location = await opened()
    expect(location).toMatch(new RegExp(`^${DOCUMENTS_URL}/[\\w-]{43}$`))
    const answer = await app().request(location)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-1.pdf"`)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await app().request(location)).status).toBe(404)
    expect(made('document.open')).toHaveLength(1)
    // What was opened with goes along with every chunk.
    expect(made('document.read')).toEqual([{ areaId: leeds, caseId, documentId, at: 0, opening }])
  })

  test('opens no more after half a minute, after signing out, or by guessing', async () => {
    const late = await opened()
    given.portal.clock.set('2026-03-02T10:00:31.000Z')
    expect((await app().request(late)).status).toBe(404)
    given.portal.clock.set('2026-03-02T10:00:00.000Z')
    expect((await app().request(`${DOCUMENTS_URL}/${'x'.repeat(43)}`)).status).toBe(404)
    expect((await app().request(`${DOCUMENTS_URL}/`)).status).toBe(404)
    const ended = await opened()
    await given.portal.test.look`delete from portal.sessions`
    expect((await app().request(ended)).status).toBe(404)
    await given.browser.signIn('asha.linden@lds.example')
    expect(made('document.open')).toEqual([])
  })

  test('that is only asked after is not opened by it, and leaves its ticket good', async () => {
    const location = await opened()
    expect((await app().request(location, { method: 'HEAD' })).status).toBe(404)
    expect(made('document.open')).toEqual([])
    expect((await app().request(location)).status).toBe(200)
  })

  test('goes no further once whoever opened it has signed out', async () => {
    const answer = await app().request(await opened())
    await given.portal.test.look`delete from portal.sessions`
    await expect(answer.arrayBuffer()).rejects.toThrow('has gone')
    expect(made('document.read')).toEqual([])
    await given.browser.signIn('asha.linden@lds.example')
  })

  test('that may not be seen is not there, and one that cannot be fetched says so', async () => {
    given.services.refuse('document.open', 'not-found')
    expect((await app().request(await opened())).status).toBe(404)
    expect((await given.browser.get(`${path}/nothing`)).status).toBe(404)
    const call = () => {
      throw new Error('nothing answers')
    }
    const away = documentsApp({ ...given.portal.parts, call })
    expect((await away.request(await opened())).status).toBe(503)
  })
})
