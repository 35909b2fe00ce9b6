import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AreaId, type CaseId, documentLimits, ImportId, OpenCase, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clamdScanner } from '../../document/scan/clamd-scanner.ts'
import { EICAR, type LocalScanner, startLocalScanner } from '../../document/scan/local-scanner.ts'
import { localDocumentStore } from '../../document/store/local-document-store.ts'
import { sweepDocuments, wakeWaiting } from '../../document/sweep-documents.ts'
import { docxParts, officeOf, soundPdf } from '../../document/testing-files.ts'
import { inspectorHere } from '../../document/testing-inspector.ts'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../../testing.ts'
import { checkedBundles } from '../../testing-intake.ts'
import { checkBundleFile } from './check-file.ts'

let given: GivenCaseReview
let folder: string
let scanner: LocalScanner
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const chair = personIn(area, 'chair')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-files-'))
  scanner = await startLocalScanner({ port: 0 })
  given = await givenCaseReview({
    documents: {
      documents: await localDocumentStore(folder),
      inspector: inspectorHere,
      scanner: clamdScanner({ host: '127.0.0.1', port: scanner.port }),
    },
  })
  given.clock.set('2026-03-02T10:00:00.000Z')
})
afterAll(async () => {
  await given.drop()
  await scanner.stop()
  await rm(folder, { recursive: true })
})

const agency = { name: 'Invented Infirmary', kind: 'hospital', odsCode: null }
const document = (row: number, fileName: string, more: object = {}) => ({
  row,
  fileName,
  subject: 'letter',
  receivedOn: '2025-07-01',
  agency: null,
  ...more,
})
const asked = {
  row: 2,
  agency: { ...agency, email: 'box@infirmary.example' },
  askedOn: '2025-06-20',
  dueOn: null,
  chasedOn: [],
  outcome: 'open',
  answeredOn: null,
  returned: [],
}

function bundle(...cases: object[][]): ImportId {
  const importId = ImportId.parse(crypto.randomUUID())
  const read = cases.map((documents, index) => ({
    diedOn: PlainDate.parse('2025-06-01'),
    open: OpenCase.parse({
      row: index + 2,
      oldReference: `OLD/${index}`,
      stage: 'gathering',
      confirmed: { by: 'hospital-doctor', on: '2025-06-01' },
      notHeld: null,
      panelMeetingOn: null,
      panelQuestions: [],
      reviewedOn: null,
      nationalSubmissionOn: null,
      requests: [asked],
      holds: [],
      meetings: [],
      documents,
    }),
  }))
  checkedBundles.set(importId, { cases: read, state: 'ready' })
  return importId
}
const calls = async (person = coordinator) => (await given.as(person)).openCases
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

/** Sends a file as the portal does, and has the jobs that follow run. */
async function send(
  importId: ImportId,
  fileName: string,
  content: Buffer,
  { key = newKey(), check = true } = {},
) {
  const call = await calls()
  const begun = await call.beginFile({ areaId: area, importId, key, fileName })
  if (!('documentId' in begun)) return begun
  const { row, documentId } = begun
  const pieces = Math.ceil(content.length / documentLimits.piece)
  const of = { areaId: area, importId, row, documentId }
  for (let piece = 0; piece < pieces; piece += 1) {
    const bytes = content.subarray(piece * documentLimits.piece, (piece + 1) * documentLimits.piece)
    await call.appendFile({ ...of, piece, bytes: bytes.toString('base64') })
  }
  await call.finishFile({ ...of, pieces, contentHash: sha256(content) })
  if (check) await checked(importId, row)
  return begun
}
const checked = (importId: ImportId, row: number) =>
  checkBundleFile(given.parts, { areaId: area, importId, row: String(row) })
const stored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length
const statesOf = async (importId: ImportId) =>
  Object.fromEntries(
    (await (await calls()).listFiles({ areaId: area, importId })).files.map(({ row, state }) => [row, state]),
  )
const signOff = async (importId: ImportId, rows: number) =>
  (await calls()).signOff({ areaId: area, importId, key: newKey(), rows })
const begins = (importId: ImportId, row = 2) =>
  givenCase(given, area, {
    diedOn: '2025-06-01',
    receivedOn: '2025-06-01',
    confirmed: false,
    told: { imported: { importId, row } },
  })
const documentsOf = async (caseId: CaseId) =>
  (await (await given.as(coordinator)).document.list({ areaId: area, caseId })).documents

async function contentOf(caseId: CaseId, documentId: string): Promise<Buffer> {
  const call = (await given.as(coordinator)).document
  const [of] = (await documentsOf(caseId)).filter((one) => one.documentId === documentId)
  if (of === undefined) throw new Error('no such document')
  const asking = { areaId: area, caseId, documentId: of.documentId }
  const { opening, chunks } = await call.open(asking)
  const read = []
  for (let at = 0; at < chunks; at += 1) {
    read.push(Buffer.from((await call.read({ ...asking, at, opening })).bytes, 'base64'))
  }
  return Buffer.concat(read)
}

test('the files of a bundle are awaited by row, checked like any file, and with their case become its documents, once', async () => {
  const importId = bundle(
    [
      document(2, 'Letter é.pdf', { agency }),
      document(3, 'report.docx', { subject: 'police-report', receivedOn: null }),
      document(4, 'bad.pdf'),
    ],
    [document(5, 'other.pdf')],
  )
  const pdf = soundPdf()
  expect(await statesOf(importId)).toEqual({ 2: 'awaited', 3: 'awaited', 4: 'awaited', 5: 'awaited' })
  const key = newKey()
  const first = await send(importId, 'Letter é.pdf'.normalize('NFD'), pdf, { key, check: false })
  expect(await send(importId, 'Letter é.pdf'.normalize('NFD'), pdf, { key })).toEqual(first)
  expect(await send(importId, 'Letter é.pdf', soundPdf())).toEqual({ row: 2, there: true })
  expect(await send(importId, 'letter é.pdf', pdf)).toEqual({ row: null })
  await send(importId, 'report.docx', officeOf(docxParts()))
  await send(importId, 'bad.pdf', Buffer.concat([soundPdf(), Buffer.from(`%${EICAR}`)]))
  await send(importId, 'other.pdf', Buffer.from('no PDF'))
  expect(await statesOf(importId)).toEqual({ 2: 'clean', 3: 'clean', 4: 'refused', 5: 'refused' })
  const call = await calls()
  expect((await call.rehearse({ areaId: area, importId })).files).toEqual({
    awaited: [],
    checking: [],
    refused: [4, 5],
    clean: [2, 3],
    leftOut: [],
  })
  await expect(signOff(importId, 2)).rejects.toThrow('files-missing')
  await call.settleFile({ areaId: area, importId, row: 4, reason: 'cannot-be-opened', key: newKey() })
  await send(importId, 'other.pdf', pdf)
  await signOff(importId, 2)
  await expect(send(importId, 'other.pdf', pdf)).rejects.toThrow('import-moved-on')
  await expect(
    call.settleFile({ areaId: area, importId, row: 2, reason: null, key: newKey() }),
  ).rejects.toThrow('import-moved-on')
  const { caseId } = await begins(importId)
  const listed = await documentsOf(caseId)
  expect(listed).toMatchObject([
    { number: 2, fileName: 'report.docx', subject: 'police-report', receivedOn: null, organisationId: null },
    { number: 1, fileName: 'Letter é.pdf', state: 'clean', receivedOn: '2025-07-01' },
  ])
  expect(listed[1]?.organisationId).not.toBeNull()
  expect(listed[1]?.filedBy).toBe(coordinator.personId)
  if (!('documentId' in first)) throw new Error('the first file was begun')
  expect(await contentOf(caseId, first.documentId)).toEqual(pdf)
  expect(await call.report({ areaId: area, importId })).toMatchObject({
    taken: { cases: 1, documents: 2 },
    leftOut: [{ row: 4, reason: 'cannot-be-opened' }],
  })
  expect((await call.origin({ areaId: area, caseId })).origin).toMatchObject({ documentsNotTaken: 1 })
  expect((await call.listFiles({ areaId: area, importId })).files).toMatchObject([
    { row: 2, state: 'taken', about: null },
    { row: 3, state: 'taken', about: null },
    { row: 4, state: 'left-out', about: null },
    { row: 5, state: 'clean' },
  ])
  // What waits, and what was taken in, outlives a sweep long after.
  const old = new Date(Date.now() - 30 * 60 * 60_000)
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (one.isFile()) await utimes(join(one.parentPath, one.name), old, old)
  }
  expect(await sweepDocuments(given.parts)).toBe(0)
  const readable = await given.test.look`
    select 1 from case_review.open_case_files where position('Letter'::bytea in about) > 0`
  expect(readable).toEqual([])
  const again = await begins(importId, 3)
  expect(await documentsOf(again.caseId)).toHaveLength(1)
})

test('a case that is cut off while its documents are taken in has them once when it begins again', async () => {
  const importId = bundle([document(2, 'a.pdf'), document(3, 'b.pdf')])
  await send(importId, 'a.pdf', soundPdf())
  await send(importId, 'b.pdf', soundPdf())
  await signOff(importId, 1)
  const { record } = given.parts.audit
  let cut = 0
  given.parts.audit.record = async (tx, actor, areaId, ...deeds) => {
    if (deeds.some(({ action }) => action === 'case.take-in') && cut === 0) {
      cut += 1
      throw new Error('killed')
    }
    return record.call(given.parts.audit, tx, actor, areaId, ...deeds)
  }
  await expect(begins(importId)).rejects.toThrow()
  given.parts.audit.record = record
  expect(cut).toBe(1)
  expect(await statesOf(importId)).toEqual({ 2: 'clean', 3: 'clean' })
  const { caseId } = await begins(importId)
  expect((await documentsOf(caseId)).map(({ fileName }) => fileName).sort()).toEqual(['a.pdf', 'b.pdf'])
})

test('cancelling destroys every file of a bundle, also one that is being checked', async () => {
  const before = await stored()
  const importId = bundle([document(2, 'a.pdf'), document(3, 'b.pdf')])
  await send(importId, 'a.pdf', soundPdf())
  await send(importId, 'b.pdf', soundPdf(), { check: false })
  checkedBundles.delete(importId)
  await (await calls()).forget({ areaId: area, importId })
  await checked(importId, 3)
  const left = await given.test.look`select 1 from case_review.open_case_files where import_id = ${importId}`
  expect(left).toEqual([])
  expect(await stored()).toBe(before)
  await expect(send(importId, 'a.pdf', soundPdf())).rejects.toThrow('import-moved-on')
})

test('a file whose check was cut off, or whose turn did not come, is checked later; what is taken away is destroyed', async () => {
  const importId = bundle([document(2, 'a.pdf')])
  await send(importId, 'a.pdf', soundPdf(), { check: false })
  const { scan } = given.parts.scanner
  given.parts.scanner.scan = () => Promise.reject(new Error('killed'))
  await expect(checked(importId, 2)).rejects.toThrow('killed')
  expect(await statesOf(importId)).toEqual({ 2: 'received' })
  await expect(signOff(importId, 1)).rejects.toThrow('files-missing')
  given.parts.scanner.scan = scan
  await wakeWaiting(given.parts)
  await checked(importId, 2)
  expect(await statesOf(importId)).toEqual({ 2: 'clean' })
  const call = await calls()
  const before = await stored()
  await call.settleFile({ areaId: area, importId, row: 2, reason: null, key: newKey() })
  expect(await statesOf(importId)).toEqual({ 2: 'awaited' })
  expect(await stored()).toBe(before - 1)
})

test('two who send the file of one row at the same moment leave one, whole; a row is sent to five times at most', async () => {
  const importId = bundle([document(2, 'a.pdf')])
  const call = await calls()
  const [one, other] = await Promise.all(
    [newKey(), newKey()].map((key) => call.beginFile({ areaId: area, importId, key, fileName: 'a.pdf' })),
  )
  const content = soundPdf()
  const outcomes = []
  for (const begun of [one, other]) {
    if (begun === undefined || !('documentId' in begun)) throw new Error('both were begun')
    const of = { areaId: area, importId, row: begun.row, documentId: begun.documentId }
    outcomes.push((await call.appendFile({ ...of, piece: 0, bytes: content.toString('base64') })).wanted)
    await call.finishFile({ ...of, pieces: 1, contentHash: sha256(content) })
  }
  expect(outcomes.sort()).toEqual([false, true])
  await checked(importId, 2)
  expect(await statesOf(importId)).toEqual({ 2: 'clean' })
  const spent = bundle([document(2, 'c.pdf')])
  for (let at = 0; at < 5; at += 1) await send(spent, 'c.pdf', Buffer.from('no PDF'))
  await expect(send(spent, 'c.pdf', content)).rejects.toThrow('too-many-documents')
})

test('only who brings imports in sees or sends the files of a bundle, and only in their area', async () => {
  const importId = bundle([document(2, 'a.pdf')])
  await expect((await calls(chair)).listFiles({ areaId: area, importId })).rejects.toThrow('forbidden')
  const elsewhere = personIn(newArea(), 'coordinator')
  const asking = { areaId: area, importId, key: newKey(), fileName: 'a.pdf' }
  await expect((await calls(elsewhere)).beginFile(asking)).rejects.toThrow('not-found')
  await expect((await calls(elsewhere)).listFiles({ areaId: area, importId })).rejects.toThrow('not-found')
})
