import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AreaId, addDays, documentLimits, type InformationRequestId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'
import { scanDocument } from './scan-document.ts'
import { localDocumentStore } from './store/local-document-store.ts'
import { soundPdf } from './testing-files.ts'
import { inspectorHere } from './testing-inspector.ts'

let given: GivenCaseReview
let folder: string
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'answer-files-'))
  const scanner = { scan: async () => ({ infected: false, engine: 'finds nothing' }) }
  const documents = { documents: await localDocumentStore(folder), inspector: inspectorHere, scanner }
  given = await givenCaseReview({ documents })
})
afterAll(async () => {
  await given.drop()
  await rm(folder, { recursive: true })
})
beforeEach(() => given.clock.set('2026-03-02T10:00:00.000Z'))

const stored = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name)).length

async function asked() {
  const call = await given.as(coordinator)
  const { caseId } = await givenCase(given, area)
  const agency = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'desk@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const { informationRequestId } = await call.informationRequest.send({
    areaId: area,
    caseId,
    organisationId,
    key: newKey(),
  })
  return { call, caseId, organisationId, informationRequestId }
}
const filesOf = async (id: InformationRequestId) => (await given.as(linkHolder(area, id))).answerFile

async function send(id: InformationRequestId, { key = newKey(), content = soundPdf() } = {}) {
  const files = await filesOf(id)
  const begun = await files.begin({ key, subject: 'letter', fileName: 'About Quillfeather.pdf' })
  if ('fault' in begun) throw new Error(begun.fault)
  const { documentId } = begun
  await files.append({ documentId, piece: 0, bytes: content.toString('base64') })
  const contentHash = createHash('sha256').update(content).digest('hex')
  const finished = await files.finish({ documentId, key, pieces: 1, contentHash })
  if ('fault' in finished) throw new Error(finished.fault)
  await scanDocument(given.parts, { areaId: area, documentId })
  return documentId
}
const submit = async (id: InformationRequestId) => {
  const { formVersion, answers } = reportingAnswers()
  const reporter = (await given.as(linkHolder(area, id))).reportingForm
  await reporter.submit({ key: newKey(), version: 0, formVersion, answers })
}
const seenBy = async (caseId: Awaited<ReturnType<typeof asked>>['caseId']) =>
  (await (await given.as(coordinator)).document.list({ areaId: area, caseId })).documents

describe('a file an agency sends with its answer', () => {
  test('is the agency’s own until the answer is sent; then the office sees it as that agency’s, and it stays', async () => {
    const { call, caseId, organisationId, informationRequestId: id } = await asked()
    const documentId = await send(id)
    const files = await filesOf(id)
    expect((await files.list({})).files).toMatchObject([
      { documentId, state: 'clean', fileName: 'About Quillfeather.pdf', sent: false },
    ])
    expect(await seenBy(caseId)).toEqual([])
    const open = () => call.document.open({ areaId: area, caseId, documentId })
    await expect(open()).rejects.toThrow('not-found')
    const out = { areaId: area, caseId, documentId, reason: 'Not ours', key: newKey() }
    await expect(call.document.takeOut(out)).rejects.toThrow('not-found')
    await submit(id)
    expect(await seenBy(caseId)).toMatchObject([
      { documentId, organisationId, informationRequestId: id, filedBy: null, number: 1 },
    ])
    expect((await open()).number).toBe(1)
    expect(await files.list({})).toMatchObject({ open: false, files: [{ sent: true }] })
    await expect(files.takeBack({ documentId, key: newKey() })).rejects.toThrow('request-answered')
    await expect(send(id)).rejects.toThrow('request-answered')
    await call.document.takeOut(out)
    expect(await seenBy(caseId)).toMatchObject([{ documentId, state: 'taken-out' }])
  })

  test('goes with a part of the answer as with the whole: it stays, and further ones are still taken', async () => {
    const { caseId, informationRequestId: id } = await asked()
    const documentId = await send(id)
    const { formVersion } = reportingAnswers()
    const reporter = (await given.as(linkHolder(area, id))).reportingForm
    const answers = { 'reporter-name': 'R. Porter' }
    await reporter.saveDraft({ key: newKey(), version: 0, formVersion, answers })
    const promisedOn = addDays(given.clock.today(), 1)
    await reporter.returnPart({ key: newKey(), version: 1, promisedOn, reason: 'staff-absent' })
    const files = await filesOf(id)
    expect(await files.list({})).toMatchObject({ open: true, files: [{ documentId, sent: true }] })
    await expect(files.takeBack({ documentId, key: newKey() })).rejects.toThrow('request-answered')
    expect(await seenBy(caseId)).toMatchObject([{ documentId, informationRequestId: id }])
    await send(id)
    expect((await files.list({})).files.map(({ sent }) => sent).sort()).toEqual([false, true])
    expect(await seenBy(caseId)).toHaveLength(1)
  })

  test('is taken back before, once however often, and destroyed; by nobody else', async () => {
    const { caseId, informationRequestId: id } = await asked()
    const { informationRequestId: other } = await asked()
    const before = await stored()
    const documentId = await send(id)
    const theirs = await filesOf(other)
    expect((await theirs.list({})).files).toEqual([])
    await expect(theirs.takeBack({ documentId, key: newKey() })).rejects.toThrow('not-found')
    const files = await filesOf(id)
    const key = newKey()
    await Promise.all([files.takeBack({ documentId, key }), files.takeBack({ documentId, key })])
    expect((await files.list({})).files).toEqual([])
    expect(await stored()).toBe(before)
    await submit(id)
    expect(await seenBy(caseId)).toEqual([])
  })

  test('is filed once for two clicks, numbered after what the office filed, and goes on to a colleague it is passed to', async () => {
    const { caseId, informationRequestId: id } = await asked()
    const key = newKey()
    const [one, again] = [await send(id), await send(id, { key })]
    expect(await send(id, { key })).toBe(again)
    const reporter = (await given.as(linkHolder(area, id))).reportingForm
    await reporter.passOn({ name: 'A colleague', email: 'colleague@trust.example', key: newKey() })
    await expect(send(id)).rejects.toThrow('link-dead')
    await expect((await filesOf(id)).list({})).rejects.toThrow('link-dead')
    const [row] = await given.test
      .look`select information_request_id from case_review.documents where document_id = ${one}`
    const next: InformationRequestId = row?.['informationRequestId'] ?? row?.['information_request_id']
    expect(next).not.toBe(id)
    expect((await (await filesOf(next)).list({})).files).toHaveLength(2)
    await submit(next)
    expect((await seenBy(caseId)).map(({ number }) => number)).toEqual([2, 1])
  })

  test('is not sent through a link that was recalled, and stays unseen; no more than a share a day', async () => {
    const { call, caseId, informationRequestId: id } = await asked()
    await send(id)
    const files = await filesOf(id)
    await given.test.look`
      insert into case_review.document_attempts (area_id, document_id, information_request_id, begun_at)
      select ${area}, gen_random_uuid(), ${id}, ${given.parts.clock.now()}::timestamptz
      from generate_series(1, ${documentLimits.filesOfRequestInADay - 1})
    `
    await expect(send(id)).rejects.toThrow('too-many-documents')
    const recalled = { areaId: area, informationRequestId: id, key: newKey() }
    await call.informationRequest.recall({ ...recalled, reason: 'no-longer-needed' })
    const about = { key: newKey(), subject: 'letter' as const, fileName: 'a.pdf' }
    await expect(files.begin(about)).rejects.toThrow('link-dead')
    expect(await seenBy(caseId)).toEqual([])
  })
})
