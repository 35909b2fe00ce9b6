import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import { type AnnualReportId, type Person, type ReleaseId, Role } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { type ReportSectionId, requiredSections } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { callerOf } from '../rpc.ts'
import { accepted, envelope, givenReporting, hear, newArea, newCase, signedBySomebody } from '../testing.ts'
import { givenHerefordshireAndWorcestershire } from '../testing-published-figures.ts'

let given: GivenService
let areaId: ReturnType<typeof newArea>
let analyst: Person
let coordinator: Person
let chair: Person
let scrutineer: Person
let publisher: Person
beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2025-06-01T10:00:00.000Z')
  areaId = newArea()
  analyst = givenPerson(['analyst'], areaId)
  coordinator = givenPerson(['coordinator'], areaId)
  chair = givenPerson(['chair'], areaId)
  scrutineer = givenPerson(['scrutineer'], areaId)
  publisher = givenPerson(['publisher'], areaId)
  await givenHerefordshireAndWorcestershire(given, areaId)
})

const key = () => randomUUID()
const as = (actor: Person) =>
  callerOf(router)({ actor, caller: 'portal', assertion: null, parts: given.parts })
const buildAlone = async () =>
  (await as(analyst).release.build({ areaId, reportingYear: '2021-22', key: key() })).releaseId
const build = async () => {
  const releaseId = await buildAlone()
  await signedBySomebody(given, areaId, releaseId)
  return releaseId
}
const begin = async (releaseId: ReleaseId) =>
  (await as(analyst).annualReport.begin({ areaId, releaseId, key: key() })).reportId
const read = (reportId: AnnualReportId, who = analyst) => as(who).annualReport.read({ areaId, reportId })
const save = async (reportId: AnnualReportId, section: ReportSectionId, prose: string, who = analyst) => {
  const { sections } = await read(reportId)
  const version = sections.find(({ block }) => block.section === section)?.block.version ?? 0
  return as(who).annualReport.save({ areaId, reportId, section, version, prose, key: key() })
}
const sound = 'Agencies learnt from what the panel found. {{R1 total count}} reviews were completed.'
const givenWhole = async (releaseId?: ReleaseId) => {
  const reportId = await begin(releaseId ?? (await build()))
  for (const section of requiredSections) await save(reportId, section, sound)
  return reportId
}
const hashOf = async (reportId: AnnualReportId) => (await read(reportId)).contentHash
const sign = async (reportId: AnnualReportId, who: Person, capacity: 'chair' | 'scrutineer') =>
  as(who).annualReport.sign({ areaId, reportId, capacity, contentHash: await hashOf(reportId), key: key() })
const publish = async (reportId: AnnualReportId, who = publisher) =>
  as(who).annualReport.publish({ areaId, reportId, contentHash: await hashOf(reportId), key: key() })
const givenPublished = async () => {
  const reportId = await givenWhole()
  await sign(reportId, chair, 'chair')
  await sign(reportId, scrutineer, 'scrutineer')
  await publish(reportId)
  return reportId
}
const kinds = async (reportId: AnnualReportId) => (await read(reportId)).obstacles.map(({ kind }) => kind)

describe('the annual report', () => {
  test('is read from a release somebody has signed, and from no other', async () => {
    const releaseId = await buildAlone()
    await expect(begin(releaseId)).rejects.toThrow('not-found')
    expect((await as(analyst).annualReport.list({ areaId })).releases).toEqual([])
  })

  test('is written against one release, signed by chair and scrutineer, published by somebody else, and never changes', async () => {
    const reportId = await givenWhole()
    const draft = await read(reportId)
    expect(draft.obstacles.map(({ kind, capacity }) => [kind, capacity])).toEqual([
      ['not-signed', 'chair'],
      ['not-signed', 'scrutineer'],
    ])
    await expect(publish(reportId)).rejects.toThrow('annual-report-not-ready')
    await sign(reportId, chair, 'chair')
    await sign(reportId, scrutineer, 'scrutineer')
    await expect(publish(reportId, analyst)).rejects.toThrow('annual-report-needs-another')
    const { contentHash } = await publish(reportId)
    const found = await as(scrutineer).annualReport.readPublished({ areaId, reportId })
    expect(found.contentHash).toBe(contentHash)
    expect(found.report).toMatchObject({
      reportingYear: '2021-22',
      edition: 1,
      publishedOn: '2025-06-01',
      revisions: [],
    })
    expect(found.report.sections[0]?.paragraphs).toEqual([
      'Agencies learnt from what the panel found. 28 reviews were completed.',
    ])
    await expect(save(reportId, 'foreword', 'Another.')).rejects.toThrow('annual-report-published')
    for (const table of ['published_annual_reports', 'annual_reports']) {
      const name = given.test.look(`reporting.${table}`)
      await expect(given.test.look`delete from ${name} where area_id = ${areaId}`).rejects.toMatchObject({
        code: 'P0001',
      })
    }
    await expect(
      given.test.look`update reporting.annual_report_blocks set version = 9 where area_id = ${areaId}`,
    ).rejects.toThrow('a published report never changes')
  })

  test('is published once by a second click, and not when its words changed after it was signed', async () => {
    const reportId = await givenWhole()
    await sign(reportId, chair, 'chair')
    await sign(reportId, scrutineer, 'scrutineer')
    const before = await hashOf(reportId)
    await save(reportId, 'summary', `${sound} More was learnt.`)
    const asked = { areaId, reportId, contentHash: before, key: key() }
    await expect(as(coordinator).annualReport.publish(asked)).rejects.toThrow('stale')
    expect(await kinds(reportId)).toEqual(['not-signed', 'not-signed'])
    await sign(reportId, chair, 'chair')
    await sign(reportId, scrutineer, 'scrutineer')
    const once = { ...asked, contentHash: await hashOf(reportId), key: key() }
    expect(await as(coordinator).annualReport.publish(once)).toEqual(
      await as(coordinator).annualReport.publish(once),
    )
  })

  test('is not signed while a number has no source, nor in a capacity one does not have', async () => {
    const reportId = await givenWhole()
    await save(reportId, 'summary', 'Twelve children died.')
    expect(
      (await read(reportId)).sections.find(({ block }) => block.section === 'summary')?.read.faults,
    ).toMatchObject([{ kind: 'number-without-source', written: 'Twelve', sentence: 'Twelve children died.' }])
    await expect(sign(reportId, chair, 'chair')).rejects.toThrow('annual-report-not-ready')
    await save(reportId, 'summary', sound)
    await expect(sign(reportId, chair, 'scrutineer')).rejects.toThrow('forbidden')
    const both: Person = { ...chair, roles: ['chair', 'scrutineer'] }
    await sign(reportId, both, 'chair')
    await expect(sign(reportId, both, 'scrutineer')).rejects.toThrow('annual-report-needs-another')
  })

  test('keeps what two people write at the same time: the second is told, and neither is lost', async () => {
    const reportId = await begin(await build())
    const first = {
      areaId,
      reportId,
      section: 'summary' as const,
      version: 0,
      prose: 'One learns.',
      key: key(),
    }
    expect(await as(analyst).annualReport.save(first)).toEqual({ version: 1 })
    expect(await as(analyst).annualReport.save(first)).toEqual({ version: 1 })
    await expect(
      as(coordinator).annualReport.save({ ...first, prose: 'Another learns.', key: key() }),
    ).rejects.toThrow('stale')
    expect((await read(reportId)).sections[0]?.block.prose).toBe('One learns.')
    const [{ sealedBlock }] = (await given.test.look`
      select sealed_block from reporting.annual_report_blocks where area_id = ${areaId}
    `) as unknown as [{ sealedBlock: Buffer }]
    expect(sealedBlock.includes('learns')).toBe(false)
  })

  test('holds a sentence that tells of few children until a second person lets it stand', async () => {
    const reportId = await givenWhole()
    const sentence = 'Only twins were affected.'
    await save(reportId, 'themes', sentence)
    expect(await kinds(reportId)).toContain('held-sentence')
    const asked = {
      areaId,
      reportId,
      section: 'themes' as const,
      sentence,
      learnt: 'nothing-new' as const,
      reason: 'It was in the news.',
    }
    const ask = () => as(coordinator).annualReport.askForSentence({ ...asked, key: key() })
    const { holdId } = await ask()
    await expect(ask()).rejects.toThrow('stale')
    const decide = (who: Person, outcome: 'may-stand' | 'must-go' = 'may-stand') =>
      as(who).annualReport.decideSentence({ areaId, reportId, holdId, outcome, key: key() })
    await expect(decide(coordinator)).rejects.toThrow('annual-report-needs-another')
    await decide(chair)
    await expect(decide(chair, 'must-go')).rejects.toThrow('stale')
    expect(await kinds(reportId)).not.toContain('held-sentence')
    await save(reportId, 'themes', 'Only triplets were affected.')
    expect(await kinds(reportId)).toContain('held-sentence')
  })

  test('waits for comments, which are settled once', async () => {
    const reportId = await givenWhole()
    const { commentId } = await as(scrutineer).annualReport.comment({
      ...{ areaId, reportId, section: 'summary', words: 'Say what changed.', key: key() },
    })
    expect(await kinds(reportId)).toContain('comment-open')
    const settle = () => as(analyst).annualReport.settleComment({ areaId, reportId, commentId, key: key() })
    await settle()
    await expect(settle()).rejects.toThrow('not-found')
    expect(await kinds(reportId)).not.toContain('comment-open')
    await expect(
      as(chair).annualReport.comment({
        areaId,
        reportId,
        section: 'summary',
        words: 'Child 999 000 0018.',
        key: key(),
      }),
    ).rejects.toThrow('identifiers-in-note')
  })

  test('begins with the words of the one before, stale until somebody looked, and says which figures were revised', async () => {
    const first = await givenPublished()
    const cases = Array.from({ length: 7 }, () => newCase())
    given.clock.addDays(1)
    const facts = cases.map((caseId) =>
      envelope(areaId, {
        type: 'notification.accepted.v1',
        subject: caseId,
        payload: accepted(caseId, { diedOn: '2021-10-09' }),
        recordedAt: given.clock.now(),
      }),
    )
    await hear(given, 'intake', facts)
    const releaseId = await build()
    const reportId = await begin(releaseId)
    await expect(begin(releaseId)).rejects.toThrow('annual-report-open')
    expect((await read(reportId)).head).toMatchObject({ edition: 2, begunFrom: first, releaseId })
    expect(new Set(await kinds(reportId))).toEqual(new Set(['not-looked-at', 'not-signed']))
    for (const section of requiredSections) await save(reportId, section, sound)
    expect(await kinds(reportId)).toEqual(['not-signed', 'not-signed'])
    await save(reportId, 'deaths', 'In the year {{N1 latest count}} children died.')
    await sign(reportId, chair, 'chair')
    await sign(reportId, scrutineer, 'scrutineer')
    await publish(reportId)
    const { report } = await as(analyst).annualReport.readPublished({ areaId, reportId })
    expect(report.edition).toBe(2)
    expect((await as(analyst).annualReport.readPublished({ areaId, reportId: first })).report.edition).toBe(1)
  })

  test('read from a newer release, marks what its figures no longer say', async () => {
    const reportId = await givenWhole()
    await save(reportId, 'deaths', 'In the year {{N1 latest count}} children died.')
    given.clock.addDays(1)
    const facts = Array.from({ length: 7 }, () => newCase()).map((caseId) =>
      envelope(areaId, {
        type: 'notification.accepted.v1',
        subject: caseId,
        payload: accepted(caseId, { diedOn: '2021-10-09' }),
        recordedAt: given.clock.now(),
      }),
    )
    await hear(given, 'intake', facts)
    const before = (await read(reportId)).sections.find(({ block }) => block.section === 'deaths')
    await as(analyst).annualReport.pin({ areaId, reportId, releaseId: await build(), key: key() })
    const after = (await read(reportId)).sections.find(({ block }) => block.section === 'deaths')
    expect(after?.read.paragraphs).not.toEqual(before?.read.paragraphs)
    expect(after?.stale).toEqual([
      { sentence: 'In the year {{N1 latest count}} children died.', why: 'figure-changed' },
    ])
  })

  test('is there for nobody of another area, and only for who has a part in it', async () => {
    const reportId = await begin(await build())
    const elsewhere = newArea()
    const stranger = givenPerson(['analyst'], elsewhere)
    await expect(read(reportId, stranger)).rejects.toThrow('not-found')
    await expect(as(stranger).annualReport.read({ areaId: elsewhere, reportId })).rejects.toThrow('not-found')
    const readers: readonly Role[] = ['coordinator', 'chair', 'analyst', 'scrutineer', 'publisher']
    const writers: readonly Role[] = ['coordinator', 'chair', 'analyst']
    for (const role of Role.options) {
      const who = givenPerson([role], areaId)
      if (readers.includes(role)) expect((await read(reportId, who)).head.reportId).toBe(reportId)
      else await expect(read(reportId, who), role).rejects.toThrow('forbidden')
      if (!writers.includes(role)) {
        await expect(save(reportId, 'themes', 'Words.', who), role).rejects.toThrow('forbidden')
      }
    }
    await expect(publish(reportId, chair)).rejects.toThrow('forbidden')
    const seen = await given.test.look`
      select from reporting.audit_entries where area_id = ${areaId} and entry->>'action' = 'annual-report.read'
    `
    expect(seen.length).toBeGreaterThan(0)
    expect((await as(stranger).annualReport.list({ areaId: elsewhere })).reports).toEqual([])
  })
})
