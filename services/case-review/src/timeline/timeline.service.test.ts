import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AboutDate,
  type AreaId,
  type CaseId,
  DocumentId,
  type InformationRequestId,
  LifeEventId,
  MergeId,
  type Person,
  PlainDate,
  TimelineKind,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDocumentStore } from '../document/store/local-document-store.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReturn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver } from '../transfer/testing-handed-over.ts'

let given: GivenCaseReview
let folder: string
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const WORDS = 'Moved to a new school, as Quillfeather’s mother said'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timeline-'))
  given = await givenCaseReview({ documents: { documents: await localDocumentStore(folder) } })
})
afterAll(async () => {
  await given.drop()
  await rm(folder, { recursive: true })
})

type Source =
  | { is: 'office' }
  | { is: 'agency'; informationRequestId: InformationRequestId }
  | { is: 'document'; documentId: DocumentId }

async function write(caseId: CaseId, on: string, source: Source = { is: 'office' }, key = newKey()) {
  const event = { on: AboutDate.parse(on), what: WORDS }
  return (await given.as(coordinator)).timeline.record({ areaId: area, caseId, key, event, source })
}
async function read(
  caseId: CaseId,
  {
    kinds = TimelineKind.options,
    page,
    person = coordinator,
    areaId = area,
  }: {
    kinds?: TimelineKind[]
    page?: number
    person?: Person
    areaId?: AreaId
  } = {},
) {
  const as = page === undefined ? { as: 'whole' as const } : { as: 'page' as const, page }
  return (await given.as(person)).timeline.read({ areaId, caseId, kinds, read: as })
}
const titles = ({ entries }: Awaited<ReturnType<typeof read>>) =>
  entries.map((entry) => (entry.is === 'answered' ? entry.question : entry.what))

/** A document of the case that was found clean: the office's, or one an agency has not sent with its answer yet. */
async function givenDocument(
  caseId: CaseId,
  unsentBy: InformationRequestId | null = null,
): Promise<DocumentId> {
  const documentId = DocumentId.parse(randomUUID())
  await given.test.look`
    insert into case_review.documents (area_id, document_id, case_id, number, kind, subject, name, state, object_name,
      chunks, bytes, kept, filed_by, information_request_id, filed_at, scanned_at, scanned_with)
    values (${area}, ${documentId}, ${caseId}, 1, 'pdf', 'letter', '\\x00', 'clean', ${'a'.repeat(64)}, 1, 10,
      '{}', ${unsentBy === null ? coordinator.personId : null}, ${unsentBy}, now(), now(), 'a scanner')
  `
  return documentId
}

describe('the timeline of a case', () => {
  test('tells the life, the death, the review and what the system did, each as often as it happened', async () => {
    const { caseId } = await givenCase(given, area)
    await givenReturn(given, coordinator, caseId)
    await write(caseId, '2024-09')
    const everything = await read(caseId)
    expect(titles(everything)).toEqual(
      expect.arrayContaining([
        WORDS,
        'Date the child was last seen',
        'died',
        'notified',
        'case-opened',
        'information-request-sent',
        'information-request-returned',
      ]),
    )
    expect(Object.values(everything.counts).reduce((sum, count) => sum + count, 0)).toBe(everything.total)
    expect(titles(await read(caseId, { kinds: ['death'] }))).toEqual(['died', 'notified', 'confirmed'])
    const sent = everything.entries.find(
      (entry) => entry.is === 'recorded' && entry.what === 'information-request-sent',
    )
    expect(sent).toMatchObject({
      byPersonId: coordinator.personId,
      about: { is: 'organisation', name: 'Invented NHS Trust' },
    })
  })

  test('puts what is known by month or year within it, and reads backwards by pages what it reads forwards whole', async () => {
    const { caseId } = await givenCase(given, area)
    const dates = ['2024-09-14', '2024', '2024-09', '2023-12-31', '2025-01-01', '2024-08-31']
    for (const on of dates) await write(caseId, on)
    const life = await read(caseId, { kinds: ['life'] })
    expect(life.entries.map(({ at }) => at)).toEqual([
      '2023-12-31',
      '2024',
      '2024-08-31',
      '2024-09',
      '2024-09-14',
      '2025-01-01',
    ])
    for (let more = 0; more < 24; more++) await write(caseId, '2022-05-01')
    const whole = await read(caseId)
    const pages = [await read(caseId, { page: 1 }), await read(caseId, { page: 2 })]
    expect(pages.map(({ entries }) => entries.length)).toEqual([25, whole.total - 25])
    expect(pages.flatMap(({ entries }) => entries)).toEqual(whole.entries.toReversed())
  })

  test('is read only after that was written down, and keeps no word of a life in the clear', async () => {
    const { caseId } = await givenCase(given, area)
    const { lifeEventId } = await write(caseId, '2024-09')
    await read(caseId)
    const [audited] = await given.test.look<{ count: number }[]>`
      select count(*)::int as count from case_review.audit_entries
      where entry -> 'object' ->> 'id' = ${caseId} and entry ->> 'action' in ('timeline.read', 'life-event.record')`
    expect(audited?.count).toBe(2)
    const [row] = await given.test.look<{ row: string }[]>`
      select to_jsonb(e)::text as row from case_review.life_events e where life_event_id = ${lifeEventId}`
    expect(row?.row).not.toMatch(/Moved|2024-09/)
  })

  test('does not exist for another area, a member of the panel, a key worker, or whoever has a conflict', async () => {
    const { caseId } = await givenCase(given, area)
    const outside = personIn(newArea(), 'coordinator')
    await expect(read(caseId, { person: outside })).rejects.toMatchObject({ message: 'not-found' })
    for (const role of ['panel-member', 'key-worker', 'analyst'] as const) {
      const call = read(caseId, { person: personIn(area, role) })
      await expect(call).rejects.toMatchObject({ message: expect.stringMatching(/^(forbidden|not-found)$/) })
    }
    const conflicted = personIn(area, 'coordinator', 'panel-member')
    await givenListing(given, coordinator, caseId)
    await (await given.as(conflicted)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(read(caseId, { person: conflicted })).rejects.toMatchObject({ message: 'not-found' })
  })
})

describe('something from the life of a child', () => {
  test('is written down once however often the button is pressed, and not of a time after the death', async () => {
    const { caseId } = await givenCase(given, area)
    const key = newKey()
    const first = await write(caseId, '2025', { is: 'office' }, key)
    expect(await write(caseId, '2025', { is: 'office' }, key)).toEqual(first)
    expect((await read(caseId)).counts.life).toBe(1)
    await expect(write(caseId, '2026-03')).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await expect(write(caseId, '2026-02-11')).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await expect(write(caseId, '2026-02')).resolves.toBeDefined()
  })

  test('disappears with the document that said so, and it is told that something is missing', async () => {
    const { caseId } = await givenCase(given, area)
    const documentId = await givenDocument(caseId)
    await write(caseId, '2025-03', { is: 'document', documentId })
    const before = await read(caseId, { kinds: ['life'] })
    expect(before).toMatchObject({ withoutSource: 0, entries: [{ document: { documentId, number: 1 } }] })
    const call = await given.as(coordinator)
    const taking = { areaId: area, caseId, documentId, key: newKey(), reason: 'It is of another child' }
    await call.document.takeOut(taking)
    expect(await read(caseId, { kinds: ['life'] })).toMatchObject({ withoutSource: 1, entries: [], total: 0 })
    await expect(write(caseId, '2025-04', { is: 'document', documentId })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
  })

  test('stays while the form that says so is sent back for more', async () => {
    const { caseId } = await givenCase(given, area)
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    await write(caseId, '2025-03', { is: 'agency', informationRequestId })
    const call = await given.as(coordinator)
    await call.returnedForm.sendBack({
      areaId: area,
      informationRequestId,
      entry: 1,
      missing: { questions: [], note: 'The ward notes' },
      answerBy: PlainDate.parse('2026-03-30'),
      key: newKey(),
    })
    expect(await read(caseId, { kinds: ['life'] })).toMatchObject({ withoutSource: 0, counts: { life: 2 } })
    await expect(write(caseId, '2025', { is: 'agency', informationRequestId })).resolves.toBeDefined()
  })

  test('does not rest on what an agency has not sent yet', async () => {
    const { caseId } = await givenCase(given, area)
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    const documentId = await givenDocument(caseId, informationRequestId)
    await expect(write(caseId, '2025-03', { is: 'document', documentId })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
  })

  test('rests on a source of this child only', async () => {
    const [{ caseId }, other] = [await givenCase(given, area), await givenCase(given, area)]
    const documentId = await givenDocument(other.caseId)
    await expect(write(caseId, '2025-03', { is: 'document', documentId })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
  })

  test('that does not stand is taken out once, is kept with the reason, and cannot be changed', async () => {
    const { caseId } = await givenCase(given, area)
    const { lifeEventId } = await write(caseId, '2025')
    const call = await given.as(coordinator)
    const taking = { areaId: area, caseId, lifeEventId, key: newKey(), because: 'It was the brother' }
    await call.timeline.takeOut(taking)
    await call.timeline.takeOut(taking)
    expect((await read(caseId)).counts.life).toBe(0)
    await expect(call.timeline.takeOut({ ...taking, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    const none = { ...taking, key: newKey(), lifeEventId: LifeEventId.parse(randomUUID()) }
    await expect(call.timeline.takeOut(none)).rejects.toMatchObject({ message: 'stale' })
    await expect(
      given.test
        .look`update case_review.life_events set taken_out_at = now() where life_event_id = ${lifeEventId}`,
    ).rejects.toMatchObject({ code: '23514' })
  })

  test('is of the case its source belongs to: a merge shows it with the other, undone it is back', async () => {
    const [merged, kept] = [await givenCase(given, area), await givenCase(given, area)]
    const documentId = await givenDocument(merged.caseId)
    const mergeId = MergeId.parse(randomUUID())
    await given.hear('intake', area, {
      type: 'case.merged.v1',
      subject: merged.caseId,
      payload: { caseId: merged.caseId, intoCaseId: kept.caseId, mergeId },
    })
    await write(kept.caseId, '2025-05', { is: 'document', documentId })
    expect((await read(kept.caseId)).counts.life).toBe(1)
    await expect(write(merged.caseId, '2025')).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    await given.hear('intake', area, {
      type: 'case.merge-undone.v1',
      subject: merged.caseId,
      payload: { caseId: merged.caseId, mergeId },
    })
    expect((await read(kept.caseId)).counts.life).toBe(0)
    expect((await read(merged.caseId)).counts.life).toBe(1)
  })

  test('goes along to another area, what was taken out with it', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await write(caseId, '2024-09')
    const { lifeEventId } = await write(caseId, '2025')
    const call = await given.as(coordinator)
    await call.timeline.takeOut({ areaId: area, caseId, lifeEventId, key: newKey(), because: 'Wrong year' })
    const other = newArea()
    await carryCase(given.parts, await handingOver(given).handOver({ caseId, reference }, [area, other]))
    const there = await read(caseId, {
      person: personIn(other, 'coordinator'),
      areaId: other,
      kinds: ['life'],
    })
    expect(there.entries).toMatchObject([{ what: WORDS, at: '2024-09' }])
  })
})
