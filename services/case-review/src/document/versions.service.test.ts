import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AreaId, addDays, type CaseId, type DocumentId } from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver } from '../transfer/testing-handed-over.ts'
import type { Follows } from './follows.ts'
import { clamdScanner } from './scan/clamd-scanner.ts'
import { type LocalScanner, startLocalScanner } from './scan/local-scanner.ts'
import { scanDocument } from './scan-document.ts'
import { localDocumentStore } from './store/local-document-store.ts'
import { soundPdf } from './testing-files.ts'
import { inspectorHere } from './testing-inspector.ts'

let given: GivenCaseReview
let folder: string
let scanner: LocalScanner
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'versions-'))
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

const calls = async () => (await given.as(coordinator)).document
const listed = async (caseId: CaseId) => (await (await calls()).list({ areaId: area, caseId })).documents
const one = async (caseId: CaseId, documentId: DocumentId) =>
  (await listed(caseId)).find((document) => document.documentId === documentId)

async function send(caseId: CaseId, follows: Follows | null, content = soundPdf()): Promise<DocumentId> {
  const call = await calls()
  const key = newKey()
  const about = { subject: 'letter' as const, organisationId: null, fileName: 'a.pdf', follows }
  const begun = await call.begin({ areaId: area, caseId, key, ...about })
  if ('fault' in begun) throw new Error(begun.fault)
  const { documentId } = begun
  const of = { areaId: area, caseId, documentId }
  await call.append({ ...of, piece: 0, bytes: content.toString('base64') })
  const contentHash = createHash('sha256').update(content).digest('hex')
  await call.finish({ ...of, key, pieces: 1, contentHash })
  return documentId
}
const scan = (documentId: DocumentId) => scanDocument(given.parts, { areaId: area, documentId })
const opens = async (caseId: CaseId, documentId: DocumentId) =>
  (await calls()).open({ areaId: area, caseId, documentId })

test('newer versions of a document that two people add at the same moment are both kept, in order; one taken out leaves the others', async () => {
  const { caseId, reference } = await givenCase(given, area)
  const first = await send(caseId, null)
  await scan(first)
  const added = await Promise.all([1, 2].map(() => send(caseId, { documentId: first, as: 'version' })))
  for (const documentId of added) await scan(documentId)
  // A version of a version is one of the same document.
  const [second] = added
  if (second === undefined) throw new Error('two were added')
  const last = await send(caseId, { documentId: second, as: 'version' })
  const versions = (await listed(caseId)).map(({ version, versionOf }) => [version, versionOf])
  expect(versions.toSorted()).toEqual([
    [1, null],
    [2, first],
    [3, first],
    [4, first],
  ])
  // Like any file: nobody opens it before the scanner has spoken.
  await expect(opens(caseId, last)).rejects.toThrow('not-looked-at-yet')
  await scan(last)
  for (const documentId of [first, ...added, last]) await opens(caseId, documentId)
  const call = await calls()
  await call.takeOut({ areaId: area, caseId, documentId: second, reason: 'Of another child', key: newKey() })
  await expect(opens(caseId, second)).rejects.toThrow('not-found')
  await opens(caseId, first)
  await opens(caseId, last)
  await expect(send(caseId, { documentId: second, as: 'version' })).rejects.toThrow('not-found')
  const elsewhere = await givenCase(given, area)
  await expect(send(elsewhere.caseId, { documentId: first, as: 'version' })).rejects.toThrow('not-found')
  await expect(
    given.test.look`update case_review.documents set version = 9 where document_id = ${last}`,
  ).rejects.toThrow('stays as it was taken in')
  const copy = await send(caseId, { documentId: first, as: 'redacted-copy' })
  await call.decideRedaction({
    areaId: area,
    caseId,
    documentId: first,
    decision: 'to-be-redacted',
    said: 0,
    key: newKey(),
  })
  const other = newArea()
  await carryCase(given.parts, await handingOver(given).handOver({ caseId, reference }, [area, other]))
  const there = (await given.as(personIn(other, 'coordinator'))).document
  const carried = (await there.list({ areaId: other, caseId })).documents
  expect(carried.map(({ version }) => version).toSorted()).toEqual([1, 1, 2, 3, 4])
  expect(carried.find(({ documentId }) => documentId === copy)).toMatchObject({ redactedOf: first })
  expect(carried.find(({ documentId }) => documentId === first)?.redaction).toMatchObject({
    decision: 'to-be-redacted',
  })
})

test('only a clean version with nothing to redact, or a clean redacted copy, may leave the office', async () => {
  const { caseId } = await givenCase(given, area)
  const documentId = await send(caseId, null)
  const call = await calls()
  const key = newKey()
  const said = { areaId: area, caseId, documentId, decision: 'nothing-to-redact' as const, said: 0, key }
  await expect(call.decideRedaction(said)).rejects.toThrow('not-allowed-in-this-state')
  await scan(documentId)
  expect(await one(caseId, documentId)).toMatchObject({ redaction: null, shareable: false })
  await call.decideRedaction(said)
  await call.decideRedaction(said)
  expect(await one(caseId, documentId)).toMatchObject({
    redaction: { entry: 1, decision: 'nothing-to-redact', decidedBy: coordinator.personId },
    shareable: true,
  })
  // Somebody who had not seen that does not undo it unseen.
  const stale = { ...said, decision: 'to-be-redacted' as const, key: newKey() }
  await expect(call.decideRedaction(stale)).rejects.toThrow('stale')
  await call.decideRedaction({ ...stale, said: 1, key: newKey() })
  expect(await one(caseId, documentId)).toMatchObject({ redaction: { entry: 2 }, shareable: false })
  // What was said of one version holds for no other.
  const newer = await send(caseId, { documentId, as: 'version' })
  await scan(newer)
  expect(await one(caseId, newer)).toMatchObject({ redaction: null, shareable: false })
  const copy = await send(caseId, { documentId, as: 'redacted-copy' })
  expect(await one(caseId, copy)).toMatchObject({ redactedOf: documentId, shareable: false })
  await scan(copy)
  expect(await one(caseId, copy)).toMatchObject({ redactedOf: documentId, version: 1, shareable: true })
  const ofCopy = { ...said, documentId: copy, key: newKey() }
  await expect(call.decideRedaction(ofCopy)).rejects.toThrow('not-allowed-in-this-state')
  await expect(send(caseId, { documentId: copy, as: 'redacted-copy' })).rejects.toThrow(
    'not-allowed-in-this-state',
  )
  const chair = (await given.as(personIn(area, 'chair'))).document
  await expect(chair.decideRedaction({ ...said, key: newKey() })).rejects.toThrow('forbidden')
  const stranger = (await given.as(personIn(newArea(), 'coordinator'))).document
  await expect(stranger.decideRedaction({ ...said, key: newKey() })).rejects.toThrow('not-found')
})

test('a replaced version may not leave, nor a copy of what is under a caveat or was taken out', async () => {
  const { caseId } = await givenCase(given, area)
  const documentId = await send(caseId, null)
  await scan(documentId)
  const call = await calls()
  const said = { areaId: area, caseId, decision: 'nothing-to-redact' as const, said: 0 }
  await call.decideRedaction({ ...said, documentId, key: newKey() })
  const copy = await send(caseId, { documentId, as: 'redacted-copy' })
  await scan(copy)
  expect(await one(caseId, copy)).toMatchObject({ shareable: true })
  const newer = await send(caseId, { documentId, as: 'version' })
  expect(await one(caseId, documentId)).toMatchObject({ shareable: true })
  await scan(newer)
  expect(await one(caseId, documentId)).toMatchObject({ shareable: false })

  const { caveat } = await given.as(coordinator)
  const { caveatId } = await caveat.record({
    areaId: area,
    caseId,
    target: { of: 'document', documentId },
    kind: 'third-party-confidence',
    why: 'Somebody else speaks in it',
    askedBy: 'Invented Clerk',
    owner: 'coordinator',
    reviewOn: addDays(given.clock.today(), 30),
    key: newKey(),
  })
  expect(await one(caseId, copy)).toMatchObject({ shareable: false })
  await caveat.lift({ areaId: area, caseId, caveatId, version: 1, why: 'They agree', key: newKey() })
  expect(await one(caseId, copy)).toMatchObject({ shareable: true })
  await call.takeOut({ areaId: area, caseId, documentId, reason: 'Of another child', key: newKey() })
  expect(await one(caseId, copy)).toMatchObject({ shareable: false })
})
