import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AreaId, type CaseId, type DocumentId, documentLimits, type Person, Refusal } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver } from '../transfer/testing-handed-over.ts'
import type { Inspector } from './inspect/inspector.ts'
import { clamdScanner } from './scan/clamd-scanner.ts'
import { EICAR, type LocalScanner, startLocalScanner } from './scan/local-scanner.ts'
import { scanDocument } from './scan-document.ts'
import { localDocumentStore } from './store/local-document-store.ts'
import { sweepDocuments } from './sweep-documents.ts'
import { docxParts, officeOf, soundPdf } from './testing-files.ts'
import { inspectorHere } from './testing-inspector.ts'

let given: GivenCaseReview
let folder: string
let scanner: LocalScanner
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const FILE_NAME = 'Report on Quillfeather.pdf'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'))
  scanner = await startLocalScanner({ port: 0 })
  given = await givenCaseReview({
    documents: {
      documents: await localDocumentStore(folder),
      inspector: inspectorHere,
      scanner: clamdScanner({ host: '127.0.0.1', port: scanner.port }),
    },
  })
})
afterAll(async () => {
  await given.drop()
  await scanner.stop()
  await rm(folder, { recursive: true })
})

type Sending = { person?: Person; key?: string; fileName?: string; whole?: Buffer }

/** Sends a file as the portal does: begun, piece by piece, finished. */
async function send(caseId: CaseId, content: Buffer, sending: Sending = {}) {
  const { person = coordinator, key = newKey(), fileName = FILE_NAME, whole = content } = sending
  const call = (await given.as(person)).document
  const about = { subject: 'post-mortem-report' as const, organisationId: null, fileName }
  const begun = await call.begin({ areaId: area, caseId, key, ...about })
  if ('fault' in begun) return begun
  const { documentId } = begun
  const pieces = Math.ceil(content.length / documentLimits.piece)
  for (let piece = 0; piece < pieces; piece += 1) {
    const bytes = content.subarray(piece * documentLimits.piece, (piece + 1) * documentLimits.piece)
    await call.append({ areaId: area, caseId, documentId, piece, bytes: bytes.toString('base64') })
  }
  const contentHash = createHash('sha256').update(whole).digest('hex')
  return call.finish({ areaId: area, caseId, documentId, key, pieces, contentHash })
}

async function filed(caseId: CaseId, content: Buffer, sending: Sending = {}): Promise<DocumentId> {
  const sent = await send(caseId, content, sending)
  if ('fault' in sent) throw new Error(sent.fault)
  return sent.documentId
}
const scan = (documentId: DocumentId) => scanDocument(given.parts, { areaId: area, documentId })
const stored = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name))

async function read(caseId: CaseId, documentId: DocumentId, person = coordinator) {
  const call = (await given.as(person)).document
  const asked = { areaId: area, caseId, documentId }
  const { opening, chunks, ...opened } = await call.open(asked)
  const content: Buffer[] = []
  for (let at = 0; at < chunks; at += 1) {
    content.push(Buffer.from((await call.read({ ...asked, at, opening })).bytes, 'base64'))
  }
  return { ...opened, content: Buffer.concat(content) }
}
const listed = async (caseId: CaseId, person = coordinator) =>
  (await (await given.as(person)).document.list({ areaId: area, caseId })).documents

describe('a document of a case', () => {
  test('is opened by nobody before the scanner has spoken, and then as it was filed', async () => {
    const { caseId, reference } = await givenCase(given, area)
    // Of several pieces, so that order counts.
    const pdf = soundPdf([`<</Long(${'An invented report. '.repeat(60_000)})>>`])
    const documentId = await filed(caseId, pdf)
    expect(await listed(caseId)).toMatchObject([
      { documentId, number: 1, state: 'received', fileName: FILE_NAME },
    ])
    await expect(read(caseId, documentId)).rejects.toThrow('not-looked-at-yet')
    await scan(documentId)
    const opened = await read(caseId, documentId)
    expect(opened).toMatchObject({ reference, number: 1, kind: 'pdf', bytes: pdf.length })
    expect(opened.content.equals(pdf)).toBe(true)
    const doctor = personIn(area, 'designated-doctor')
    expect((await read(caseId, documentId, doctor)).content.equals(pdf)).toBe(true)
    const [audited] = await given.test.look`
      select count(*)::int as times from case_review.audit_entries e
      where e.entry ->> 'action' = 'document.open' and e.entry #>> '{object,id}' = ${documentId}
    `
    expect(audited).toEqual({ times: 2 })
  })

  test('lies in the store and in the database sealed, its name too', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf(['<</Title(Quillfeather)>>']))
    for (const name of await stored()) {
      expect(name).not.toContain(documentId)
      const bytes = (await readFile(join(folder, name))).toString('latin1')
      expect(bytes).not.toMatch(/%PDF|Quillfeather/)
    }
    const [row] = await given.test
      .look`select d::text as all from case_review.documents d where document_id = ${documentId}`
    expect(row?.['all']).not.toContain(Buffer.from('Quillfeather').toString('hex'))
  })

  test('in which the scanner finds something is destroyed and never opened', async () => {
    const { caseId } = await givenCase(given, area)
    const before = await stored()
    const documentId = await filed(
      caseId,
      soundPdf([`<</Note(${EICAR.replaceAll(/[()\\]/g, '\\$&')})>>`, `(x) %${EICAR}`]),
    )
    await scan(documentId)
    expect(await listed(caseId)).toMatchObject([{ documentId, state: 'refused' }])
    await expect(read(caseId, documentId)).rejects.toThrow('not-found')
    expect(await stored()).toEqual(before)
  })

  test('waits while the scanner is away, and is asked for again', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    const away = { ...given.parts, scanner: clamdScanner({ host: '127.0.0.1', port: 9 }) }
    await scanDocument(away, { areaId: area, documentId })
    expect(await listed(caseId)).toMatchObject([{ state: 'received' }])
    const [job] = await given.test.look`
      select j.run_at > now() as later from case_review_jobs._private_jobs j where j.key = ${`scan-document:${documentId}`}
    `
    expect(job).toEqual({ later: true })
    await scan(documentId)
    expect(await listed(caseId)).toMatchObject([{ state: 'clean' }])
  })

  test('says no more who wrote it', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, officeOf(docxParts()), { fileName: 'Report.DOCX' })
    await scan(documentId)
    const { content, kind } = await read(caseId, documentId)
    expect(kind).toBe('docx')
    expect(content.includes('coreProperties')).toBe(true)
    expect(content.includes('Quillfeather')).toBe(false)
  })

  test('that is not taken leaves nothing behind, and says why', async () => {
    const { caseId } = await givenCase(given, area)
    const before = await stored()
    expect(await send(caseId, officeOf(docxParts()))).toEqual({ fault: 'not-what-it-says' })
    expect(await send(caseId, Buffer.alloc(0))).toEqual({ fault: 'empty' })
    expect(await send(caseId, soundPdf(), { fileName: 'report.exe' })).toEqual({ fault: 'kind-not-taken' })
    expect(await stored()).toEqual(before)
    expect(await listed(caseId)).toEqual([])
  })

  test('is filed once however often it is sent, also when the first click has not ended', async () => {
    const { caseId } = await givenCase(given, area)
    const key = newKey()
    const [one, other] = await Promise.all([
      send(caseId, soundPdf(), { key }),
      send(caseId, soundPdf(), { key }),
    ])
    expect(other).toEqual(one)
    expect(await send(caseId, soundPdf(), { key })).toEqual(one)
    expect(await listed(caseId)).toHaveLength(1)
    await expect(send(caseId, soundPdf(), { key, fileName: 'another.pdf' })).rejects.toThrow('key-reused')
    const sameLength = Buffer.from(soundPdf().toString('latin1').replace('%%EOF', '%%EOG'), 'latin1')
    await expect(send(caseId, sameLength, { key })).rejects.toThrow('key-reused')
  })

  test('is not filed from the pieces of two files, or from some of one', async () => {
    const { caseId } = await givenCase(given, area)
    const sent = send(caseId, soundPdf(), { whole: Buffer.concat([soundPdf(), soundPdf()]) })
    await expect(sent).rejects.toThrow('key-reused')
    expect(await listed(caseId)).toEqual([])
  })

  test('that was refused counts in the share of a day, also when many come at the same moment', async () => {
    const { caseId } = await givenCase(given, area)
    const other = personIn(area, 'coordinator')
    const limit = documentLimits.filesOfPersonInADay
    await given.test.look`
      insert into case_review.document_attempts (area_id, document_id, person_id, begun_at)
      select ${area}, gen_random_uuid(), ${other.personId}, ${given.parts.clock.now()}::timestamptz
      from generate_series(1, ${limit - 3})
    `
    const about = { subject: 'letter' as const, organisationId: null }
    const call = (await given.as(other)).document
    const begin = (fileName: string) =>
      call.begin({ areaId: area, caseId, key: newKey(), ...about, fileName })
    expect(await begin('no.exe')).toEqual({ fault: 'kind-not-taken' })
    expect(await send(caseId, Buffer.from('no'), { person: other })).toEqual({ fault: 'not-what-it-says' })
    const rest = await Promise.allSettled([begin('a.pdf'), begin('b.pdf'), begin('c.pdf')])
    expect(rest.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(begin('no.exe')).rejects.toThrow('too-many-documents')
    // Nobody else's share, and not for ever.
    await filed(caseId, soundPdf())
    await given.test
      .look`update case_review.document_attempts set begun_at = begun_at - interval '1 day' where person_id = ${other.personId}`
    expect(await begin('d.pdf')).toMatchObject({ documentId: expect.any(String) })
  })

  test('that came whole while others were looked into is kept, and finished later as it came; not looked into without end', async () => {
    const { caseId } = await givenCase(given, area)
    const parts = { ...given.parts }
    const busy: Inspector = { inspect: () => Promise.reject(new Refusal('files-waiting')) }
    given.parts.inspector = busy
    for (let turn = 0; turn < 7; turn += 1) {
      await expect(send(caseId, soundPdf(), { key: 'the same attempt' })).rejects.toThrow('files-waiting')
    }
    given.parts.inspector = parts.inspector
    const call = (await given.as(coordinator)).document
    const { waiting } = await call.list({ areaId: area, caseId })
    expect(waiting).toMatchObject([{ subject: 'post-mortem-report', fileName: FILE_NAME, pieces: 1 }])
    const [file] = waiting
    if (file === undefined) throw new Error('nothing waits')
    const { documentId, pieces, contentHash } = file
    const colleague = (await given.as(personIn(area, 'coordinator'))).document
    expect((await colleague.list({ areaId: area, caseId })).waiting).toEqual([])
    const asked = { areaId: area, caseId, documentId, pieces }
    await expect(colleague.finish({ ...asked, contentHash, key: newKey() })).rejects.toThrow('not-found')
    for (let turn = 0; turn < 5; turn += 1) {
      const wrong = { ...asked, contentHash: 'a'.repeat(64), key: newKey() }
      await expect(call.finish(wrong)).rejects.toThrow(turn < 4 ? 'key-reused' : /key-reused|too-many/)
    }
    await expect(call.finish({ ...asked, contentHash, key: newKey() })).rejects.toThrow('too-many-documents')
    await given.test.look`update case_review.document_uploads set looks = 0 where document_id = ${documentId}`
    expect(await call.finish({ ...asked, contentHash, key: newKey() })).toEqual({ documentId })
    expect((await call.list({ areaId: area, caseId })).waiting).toEqual([])
    expect(await listed(caseId)).toHaveLength(1)
  })

  test('whose content is damaged is set aside and named, and not taken for a scanner that is away', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    const [row] = await given.test
      .look`select object_name from case_review.documents where document_id = ${documentId}`
    const name = z.string().parse(row?.['objectName'] ?? row?.['object_name'])
    const path = join(folder, name.slice(0, 2), name)
    const whole = await readFile(path)
    const bytes = Buffer.from(whole)
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
    await writeFile(path, bytes)
    await scan(documentId)
    expect(await listed(caseId)).toMatchObject([{ state: 'received', unreadableAt: expect.any(String) }])
    await expect(read(caseId, documentId)).rejects.toThrow('not-looked-at-yet')
    const jobs = () => given.test.look`
      select 1 from case_review_jobs._private_jobs j where j.key = ${`scan-document:${documentId}`} and j.run_at > now()
    `
    expect(await jobs()).toHaveLength(0)
    // The store is whole again.
    await writeFile(path, whole)
    await scan(documentId)
    expect(await listed(caseId)).toMatchObject([{ state: 'clean', unreadableAt: null }])
    await rm(path)
    await expect(read(caseId, documentId)).rejects.toThrow()
    expect(await listed(caseId)).toMatchObject([{ state: 'clean', unreadableAt: expect.any(String) }])
    await writeFile(path, whole)
    expect((await read(caseId, documentId)).content.equals(soundPdf())).toBe(true)
    expect(await listed(caseId)).toMatchObject([{ state: 'clean', unreadableAt: null }])
  })

  test('that cannot be read back is the office’s to do, until it reads again or is taken out', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    await scan(documentId)
    const call = await given.as(coordinator)
    const next = async () => {
      const { rows } = await call.case.list({ areaId: area, view: 'to-move', page: 1 })
      return rows.find((one) => one.caseId === caseId)?.next
    }
    const before = await next()
    const [row] = await given.test
      .look`select object_name from case_review.documents where document_id = ${documentId}`
    const name = z.string().parse(row?.['objectName'])
    const path = join(folder, name.slice(0, 2), name)
    const whole = await readFile(path)
    await rm(path)
    await expect(read(caseId, documentId)).rejects.toThrow()
    expect(await next()).toEqual({ what: 'document-damaged', dueOn: given.clock.today() })
    await writeFile(path, whole)
    await read(caseId, documentId)
    expect(await next()).toEqual(before)
    await rm(path)
    await expect(read(caseId, documentId)).rejects.toThrow()
    expect(await next()).toMatchObject({ what: 'document-damaged' })
    const taken = { areaId: area, caseId, documentId, reason: 'An invented mistake', key: newKey() }
    await call.document.takeOut(taken)
    expect(await next()).toEqual(before)
  })

  test('that a store cannot give now is not taken for damaged, neither by the scanner nor by whoever opens it', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    const [row] = await given.test
      .look`select object_name from case_review.documents where document_id = ${documentId}`
    const name = z.string().parse(row?.['objectName'])
    const path = join(folder, name.slice(0, 2), name)
    const whole = await readFile(path)
    // A folder can be opened and not be read: an error that says nothing of the content.
    const away = async () => {
      await rm(path)
      await mkdir(path)
    }
    const back = async () => {
      await rmdir(path)
      await writeFile(path, whole)
    }
    await away()
    await expect(scan(documentId)).rejects.toThrow('EISDIR')
    expect(await listed(caseId)).toMatchObject([{ state: 'received', unreadableAt: null }])
    await back()
    await scan(documentId)
    await away()
    await expect(read(caseId, documentId)).rejects.toThrow()
    expect(await listed(caseId)).toMatchObject([{ state: 'clean', unreadableAt: null }])
    await back()
    expect((await read(caseId, documentId)).content.equals(soundPdf())).toBe(true)
    await writeFile(path, whole.subarray(0, whole.length - 1))
    await expect(read(caseId, documentId)).rejects.toThrow()
    expect(await listed(caseId)).toMatchObject([{ unreadableAt: expect.any(String) }])
    await writeFile(path, whole)
  })

  test('is taken out of a case it does not belong to: content, key and name are destroyed, who and why stay', async () => {
    const { caseId } = await givenCase(given, area)
    const before = await stored()
    const documentId = await filed(caseId, soundPdf(['<</Wrongly/Filed>>']))
    await scan(documentId)
    const call = (await given.as(coordinator)).document
    const { opening } = await call.open({ areaId: area, caseId, documentId })
    const asked = { areaId: area, caseId, documentId, reason: 'It is of another child', key: newKey() }
    for (const role of ['designated-doctor', 'key-worker', 'chair'] as const) {
      const other = (await given.as(personIn(area, role))).document
      await expect(other.takeOut(asked)).rejects.toThrow('forbidden')
    }
    const elsewhere = newArea()
    const stranger = (await given.as(personIn(elsewhere, 'coordinator'))).document
    await expect(stranger.takeOut({ ...asked, areaId: elsewhere })).rejects.toThrow('not-found')
    const { caseId: another } = await givenCase(given, area)
    await expect(call.takeOut({ ...asked, caseId: another, key: newKey() })).rejects.toThrow('not-found')
    await Promise.all([call.takeOut(asked), call.takeOut(asked)])
    await expect(call.takeOut({ ...asked, key: newKey() })).rejects.toThrow('not-found')
    expect(await listed(caseId)).toMatchObject([
      {
        documentId,
        number: 1,
        state: 'taken-out',
        fileName: '',
        takenOutBy: coordinator.personId,
        takenOutReason: asked.reason,
      },
    ])
    expect(await stored()).toEqual(before)
    await expect(call.read({ areaId: area, caseId, documentId, at: 0, opening })).rejects.toThrow('not-found')
    const [row] = await given.test.look`
      select d.content_key is null as destroyed, d::text as all, count(e.*)::int as audited from case_review.documents d
      left join case_review.audit_entries e
        on e.entry ->> 'action' = 'document.take-out' and e.entry #>> '{object,id}' = d.document_id::text
      where d.document_id = ${documentId} group by d.*, d.content_key
    `
    expect(row).toMatchObject({ destroyed: true, audited: 1 })
    expect(row?.['all']).not.toContain(Buffer.from('another child').toString('hex'))
    const back = given.test
      .look`update case_review.documents set state = 'clean' where document_id = ${documentId}`
    await expect(back).rejects.toThrow('stays as it was taken in')
    // The scanner, late, finds nothing to do.
    await scan(documentId)
    await filed(caseId, soundPdf())
    expect((await listed(caseId)).map(({ number }) => number)).toEqual([2, 1])
  })

  test('lies under a key of its own: another document’s opens nothing of it', async () => {
    const { caseId } = await givenCase(given, area)
    const [one, other] = [await filed(caseId, soundPdf()), await filed(caseId, soundPdf())]
    await scan(one)
    await given.test.look`alter table case_review.documents disable trigger scanned_only`
    await given.test.look`
      update case_review.documents set content_key =
        (select content_key from case_review.documents where document_id = ${other})
      where document_id = ${one}
    `
    await given.test.look`alter table case_review.documents enable trigger scanned_only`
    await expect(read(caseId, one)).rejects.toThrow()
  })

  test('is not there for another area, role, or whoever withdrew, not even in the middle', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    await scan(documentId)
    const asked = { areaId: area, caseId, documentId }
    const elsewhere = (await given.as(personIn(newArea(), 'coordinator'))).document
    await expect(elsewhere.open(asked)).rejects.toThrow('not-found')
    for (const role of ['panel-member', 'chair', 'analyst', 'administrator'] as const) {
      const other = (await given.as(personIn(area, role))).document
      await expect(other.open(asked)).rejects.toThrow('forbidden')
      await expect(other.list(asked)).rejects.toThrow('forbidden')
    }
    const { caseId: another } = await givenCase(given, area)
    await expect(read(another, documentId)).rejects.toThrow('not-found')
    const conflicted = personIn(area, 'coordinator', 'chair')
    await givenListing(given, coordinator, caseId)
    const call = await given.as(conflicted)
    const { opening } = await call.document.open(asked)
    await call.conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(call.document.read({ ...asked, at: 0, opening })).rejects.toThrow('not-found')
    await expect(call.document.list({ areaId: area, caseId })).rejects.toThrow('not-found')
  })

  test('cannot be read with somebody else’s opening, or without one', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    await scan(documentId)
    const asked = { areaId: area, caseId, documentId }
    const { opening } = await (await given.as(coordinator)).document.open(asked)
    const colleague = (await given.as(personIn(area, 'coordinator'))).document
    await expect(colleague.read({ ...asked, at: 0, opening })).rejects.toThrow('not-found')
  })

  test('goes with its case to another area, and opens there alone', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const [scannedHere, notYet] = [await filed(caseId, soundPdf()), await filed(caseId, soundPdf())]
    await scan(scannedHere)
    const other = newArea()
    const carrying = await handingOver(given).handOver({ caseId, reference }, [area, other])
    await carryCase(given.parts, carrying)
    const there = (await given.as(personIn(other, 'coordinator'))).document
    expect((await there.list({ areaId: other, caseId })).documents).toMatchObject([
      { documentId: notYet, number: 2, state: 'received', fileName: FILE_NAME },
      { documentId: scannedHere, number: 1, state: 'clean', fileName: FILE_NAME },
    ])
    const asked = { areaId: other, caseId, documentId: scannedHere }
    const { opening } = await there.open(asked)
    expect(
      Buffer.from((await there.read({ ...asked, at: 0, opening })).bytes, 'base64').equals(soundPdf()),
    ).toBe(true)
    await expect(read(caseId, scannedHere)).rejects.toThrow('not-found')
    await scanDocument(given.parts, { areaId: other, documentId: notYet })
    expect((await there.list({ areaId: other, caseId })).documents[0]).toMatchObject({ state: 'clean' })
  })

  test('that nobody came to write down is swept away, and nothing else is, also where no agency was ever asked', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await filed(caseId, soundPdf())
    await scan(documentId)
    const store = given.parts.documents
    const orphan = store.newName()
    await store.write(
      orphan,
      (async function* () {
        yield Buffer.from('left by a crash')
      })(),
    )
    const old = {
      ...given.parts,
      documents: {
        ...store,
        async *all() {
          for await (const { name } of store.all()) yield { name, writtenAt: new Date(0) }
        },
      },
    }
    expect(await sweepDocuments(given.parts)).toBe(0)
    expect(await sweepDocuments(old)).toBeGreaterThan(0)
    expect((await stored()).some((name) => name.endsWith(orphan))).toBe(false)
    expect((await read(caseId, documentId)).bytes).toBeGreaterThan(0)
  })
})
