import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  type CaseId,
  CaveatKind,
  InformationRequestId,
  MergeId,
  mayShow,
  nationalMappings,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { formVersion as formNamed, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseCipher, findCase } from '../case/case-store.ts'
import { gatherReporting } from '../national-submission/gather-answers.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReading,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver } from '../transfer/testing-handed-over.ts'

const { formVersion, answers } = reportingAnswers()
const MARKER = 'The invented neighbour Thistledown told us in confidence'
const why = 'The trial of Thistledown is in June'
const said = { ...answers, 'involvement-summary': MARKER, gestation: 41 }
/** The label of a question the panel reads, and one it does not. */
const READ = 'gestation'
const NARRATIVE = 'involvement-summary'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
let id: InformationRequestId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
  id = await returned(caseId, said)
})

async function returned(of: CaseId, answered: Record<string, unknown>): Promise<InformationRequestId> {
  const call = await given.as(coordinator)
  const agency = {
    name: 'Invented NHS Trust',
    kind: 'hospital' as const,
    email: `${randomUUID()}@trust.example`,
  }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const sent = await call.informationRequest.send({ areaId: area, caseId: of, organisationId, key: newKey() })
  const reporter = await given.as(linkHolder(area, sent.informationRequestId))
  await reporter.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers: answered })
  return InformationRequestId.parse(sent.informationRequestId)
}

const caveat = (
  part: string | null,
  kind: CaveatKind = 'prosecution-pending',
  of = caseId,
  request = id,
) => ({
  areaId: area,
  caseId: of,
  target: { of: 'return' as const, informationRequestId: request, form: 'reporting' as const, part },
  kind,
  why,
  askedBy: 'Invented Inspector',
  owner: 'coordinator' as const,
  reviewOn: PlainDate.parse('2026-04-01'),
  key: newKey(),
})
const record = async (given_: ReturnType<typeof caveat>, person = coordinator) =>
  (await given.as(person)).caveat.record(given_)
const lift = async (caveatId: Awaited<ReturnType<typeof record>>['caveatId'], of = caseId) =>
  (await given.as(coordinator)).caveat.lift({
    areaId: area,
    caseId: of,
    caveatId,
    version: 1,
    why: 'The trial is over',
    key: newKey(),
  })
const standing = async () =>
  (await (await given.as(coordinator)).caveat.list({ areaId: area, caseId })).caveats

const panelMember = () => personIn(area, 'panel-member')
const pack = async () => (await (await given.as(panelMember())).pack.open({ areaId: area, caseId })).pack
const coded = async (actor = personIn(area, 'chair')) =>
  (await (await given.as(actor)).pack.codedAnswers({ areaId: area, caseId })).answers
const copy = async (as: 'pdf' | 'json' | 'fhir' = 'json') =>
  (await given.as(coordinator)).returnedForm.copy({
    areaId: area,
    informationRequestId: id,
    form: 'reporting',
    as,
  })
const own = async () =>
  (await given.as(linkHolder(area, id))).reportingForm.copy({ form: 'reporting', as: 'json' })
const collated = async () =>
  (await (await given.as(coordinator)).collatedRecord.read({ areaId: area, caseId })).rows
const request = async () =>
  (await given.as(coordinator)).informationRequest.read({ areaId: area, informationRequestId: id })

/** What of a return is submitted nationally. */
async function national(): Promise<Readonly<Record<string, unknown>>> {
  const [newest] = nationalMappings.slice(-1)
  const fields = newest?.fields.reporting ?? []
  return given.parts.database.transaction(coordinator, async (tx) => {
    const found = await findCase(tx, area, caseId)
    if (found === null) throw new Error('the case is gone')
    return (await gatherReporting(tx, given.parts.keys, area, found, fields))?.answers ?? {}
  })
}

describe('what is under a caveat', () => {
  test('leaves by no way that is not for it, of whatever kind and however much of the form, and comes back once lifted', async () => {
    await givenReading(given, coordinator, caseId)
    const before = { pack: await pack(), national: await national() }
    expect(before.pack.withheld).toBe(0)
    expect((await coded()).find((one) => one.question === READ)).toMatchObject({
      form: 'reporting',
      number: 41,
      organisationKind: 'hospital',
    })
    expect(JSON.stringify(await coded())).not.toContain(MARKER)
    for (const stranger of [panelMember(), coordinator, personIn(newArea(), 'chair')]) {
      await expect(coded(stranger)).rejects.toMatchObject({
        message: expect.stringMatching(/not-found|forbidden|not-allowed/),
      })
    }
    expect(JSON.stringify(await copy())).toContain(MARKER)
    const label = (await collated()).find(({ question }) => question === READ)?.label
    const section = (await request()).sections.find(({ rows }) => rows.some((row) => row.linkId === READ))
    for (const kind of CaveatKind.options) {
      for (const part of [READ, section?.linkId ?? '', null]) {
        const { caveatId } = await record(caveat(part, kind))
        const row = (await pack()).returns[0]?.answers.find((one) => one.label === label)
        expect(row, kind).toEqual({
          label,
          answer: mayShow(kind, 'panel') ? '41' : 'Something is withheld here',
          withheld: !mayShow(kind, 'panel'),
        })
        expect((await pack()).withheld > 0).toBe(!mayShow(kind, 'panel'))
        expect((await coded()).some((one) => one.question === READ)).toBe(mayShow(kind, 'panel'))
        for (const as of ['pdf', 'json', 'fhir'] as const) {
          const left = await copy(as)
          expect(left.withheld).toContain(READ)
          expect(left.answers[READ]).toBeUndefined()
        }
        expect((await own()).answers[READ]).toBe(41)
        expect(await national()).toEqual(before.national)
        await lift(caveatId)
      }
    }
    expect(await pack()).toEqual(before.pack)
    const { caveatId } = await record(caveat(NARRATIVE))
    expect(JSON.stringify(await copy())).not.toContain(MARKER)
    expect(JSON.stringify(await pack())).not.toContain(MARKER)
    await lift(caveatId)
    expect(JSON.stringify(await copy())).toContain(MARKER)
  })

  test('is read by the office all the same, marked wherever it stands', async () => {
    const { caveatId } = await record(caveat(NARRATIVE), personIn(area, 'designated-doctor'))
    const marks = [{ caveatId, kind: 'prosecution-pending' }]
    const row = (await collated()).find(({ question }) => question === NARRATIVE)
    expect(row?.said).toMatchObject([{ answer: MARKER, caveats: marks }])
    const other = (await collated()).find(({ question }) => question === READ)
    expect(other?.said).toMatchObject([{ answer: '41', caveats: [] }])
    const read = await request()
    expect(read.caveats).toEqual([{ form: 'reporting', question: NARRATIVE, marks }])
    expect(JSON.stringify(read.sections)).toContain(MARKER)
  })

  test('stays withheld when the agency corrects its form, and also in the earlier version', async () => {
    await record(caveat(NARRATIVE))
    const reporter = await given.as(linkHolder(area, id))
    await reporter.reportingForm.correct({ key: newKey(), why: 'More is known' })
    const { version } = await reporter.reportingForm.begin({})
    const corrected = { ...said, [NARRATIVE]: `${MARKER}, twice` }
    await reporter.reportingForm.submit({ key: newKey(), version, formVersion, answers: corrected })
    const call = await given.as(coordinator)
    for (const entry of [1, 2]) {
      const asked = {
        areaId: area,
        informationRequestId: id,
        form: 'reporting' as const,
        as: 'json' as const,
      }
      const left = await call.returnedForm.copy({ ...asked, entry })
      expect(JSON.stringify(left)).not.toContain(MARKER)
      expect(left.withheld).toEqual([NARRATIVE])
    }
    expect((await own()).answers[NARRATIVE]).toContain(MARKER)
  })
})

describe('a caveat', () => {
  test('is recorded once for a click, once of a kind for the same thing, and its note lies sealed', async () => {
    const first = caveat(NARRATIVE)
    const { caveatId } = await record(first)
    expect(await record(first)).toEqual({ caveatId })
    await expect(record(caveat(NARRATIVE))).rejects.toMatchObject({ message: 'caveat-stands-already' })
    await record(caveat(NARRATIVE, 'originator-agreement'))
    expect(await standing()).toHaveLength(2)
    const rows = await given.test.look<{ note: Buffer }[]>`
      select note from case_review.caveat_entries where caveat_id = ${caveatId}`
    expect(rows.map(({ note }) => note.toString('latin1')).join()).not.toContain('Thistledown')
    const two = await Promise.allSettled([record(caveat(READ)), record(caveat(READ))])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is audited each time, with its case and nothing it says', async () => {
    const { caveatId } = await record(caveat(NARRATIVE))
    await lift(caveatId)
    await standing()
    const rows = await given.test.look<{ entry: { action: string } }[]>`
      select entry from case_review.audit_entries
      where area_id = ${area} and entry ->> 'action' like 'caveat.%' order by entry ->> 'at', id`
    expect(rows.map(({ entry }) => entry.action)).toEqual(
      expect.arrayContaining(['caveat.record', 'caveat.lift', 'caveat.list']),
    )
    expect(JSON.stringify(rows)).not.toContain('Thistledown')
  })

  test('recorded while only answers to a family could be kept back opens as it was written', async () => {
    const family = (await given.as(coordinator)).family
    const { familyQuestionId } = await family.ask({
      areaId: area,
      caseId,
      key: newKey(),
      body: 'coroner',
      askedBy: null,
      askedOn: given.clock.today(),
      channel: 'in-person',
      asked: 'Who was there?',
    })
    const id = randomUUID()
    await given.parts.database.transaction(coordinator, async (tx) => {
      const cipher = await caseCipher(tx, given.parts.keys, area, caseId)
      const note = cipher.sealJson(`family_caveats/${id}`, 'caveat', { why, owner: 'Invented Inspector' })
      await tx`
        insert into case_review.caveats (area_id, caveat_id, case_id, kind, family_question_id, review_on)
        values (${area}, ${id}, ${caseId}, 'not-for-family', ${familyQuestionId}, '2026-04-01')`
      await tx`
        insert into case_review.caveat_entries (area_id, caveat_id, entry, what, owner_person, review_on, note, recorded_by,
          recorded_at)
        values (${area}, ${id}, 1, 'recorded', ${coordinator.personId}, '2026-04-01', ${note}, ${coordinator.personId},
          ${given.clock.now()})`
    })
    expect(await standing()).toMatchObject([
      { caveatId: id, entries: [{ note: { why, askedBy: 'Invented Inspector' } }] },
    ])
    const { family: seen } = await family.open({ areaId: area, caseId, named: false })
    expect(seen.questions).toMatchObject([{ withheld: true }])
  })

  test('is looked at again and lifted by whoever may, from its newest entry only, and keeps all that was said', async () => {
    const { caveatId } = await record(caveat(NARRATIVE))
    const doctor = await given.as(personIn(area, 'designated-doctor'))
    const place = { areaId: area, caseId, caveatId }
    const again = { why: 'Adjourned', askedBy: 'Invented Inspector', reviewOn: PlainDate.parse('2026-05-01') }
    const looked = { ...place, ...again, owner: coordinator.personId, version: 1, key: newKey() }
    expect(await doctor.caveat.review(looked)).toEqual({ version: 2 })
    expect(await doctor.caveat.review(looked)).toEqual({ version: 2 })
    await expect(lift(caveatId)).rejects.toMatchObject({ message: 'stale' })
    const past = { ...looked, version: 2, reviewOn: given.clock.today(), key: newKey() }
    await expect(doctor.caveat.review(past)).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await doctor.caveat.lift({ ...place, version: 2, why: 'Acquitted', key: newKey() })
    await expect(doctor.caveat.review({ ...looked, version: 3, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    expect(await standing()).toMatchObject([
      {
        owner: coordinator.personId,
        liftedOn: '2026-03-02',
        entries: [
          { entry: 3, what: 'lifted', note: { why: 'Acquitted' } },
          { entry: 2, what: 'reviewed', reviewOn: '2026-05-01' },
          { entry: 1, what: 'recorded', note: { why } },
        ],
      },
    ])
    expect((await copy()).withheld).toEqual([])
    const unlifted = given.parts.database.transaction(
      coordinator,
      (tx) => tx`update case_review.caveats set lifted_on = null where caveat_id = ${caveatId}`,
    )
    await expect(unlifted).rejects.toMatchObject({ sqlState: '23514' })
    const after = given.parts.database.transaction(
      coordinator,
      (tx) => tx`
        insert into case_review.caveat_entries (area_id, caveat_id, entry, what, review_on, note, recorded_by, recorded_at)
        values (${area}, ${caveatId}, 4, 'reviewed', '2026-05-01', ${Buffer.from('note')}, ${coordinator.personId}, now())`,
    )
    await expect(after).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('is for the office of its area alone, and of what its case has', async () => {
    await expect(record(caveat(NARRATIVE), personIn(newArea(), 'coordinator'))).rejects.toMatchObject({
      message: 'not-found',
    })
    for (const role of ['key-worker', 'panel-member', 'chair', 'response-lead'] as const) {
      const call = await given.as(personIn(area, role))
      await expect(call.caveat.record(caveat(NARRATIVE))).rejects.toMatchObject({ message: 'forbidden' })
      await expect(call.caveat.list({ areaId: area, caseId })).rejects.toMatchObject({ message: 'forbidden' })
    }
    const other = await givenCase(given, area)
    await expect(record(caveat(NARRATIVE, 'not-for-family', other.caseId))).rejects.toMatchObject({
      message: 'not-found',
    })
    await expect(record(caveat('no-such-question'))).rejects.toMatchObject({ message: 'not-found' })
    const { caveatId } = await record(caveat(NARRATIVE))
    await expect(lift(caveatId, other.caseId)).rejects.toMatchObject({ message: 'not-found' })
    const conflicted = personIn(area, 'coordinator', 'chair')
    await givenListing(given, coordinator, caseId)
    await (await given.as(conflicted)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(record(caveat(READ), conflicted)).rejects.toMatchObject({ message: 'not-found' })
  })

  test('stands on the worklist on its day, when nothing else is due before, until somebody looks at it or lifts it', async () => {
    const open = async () =>
      (await (await given.as(coordinator)).case.open({ areaId: area, caseId, fieldClasses: [] })).case
    const listed = async () =>
      (await (await given.as(coordinator)).case.list({ areaId: area, view: 'all', page: 1 })).rows[0]?.next
    const read = { areaId: area, informationRequestId: id, entry: 1, seen: 'returned' as const }
    await (await given.as(coordinator)).returnedForm.accept({ ...read, key: newKey() })
    const due = async () =>
      (await (await given.as(coordinator)).case.list({ areaId: area, view: 'caveats-to-review', page: 1 }))
        .rows
    const before = await listed()
    const { caveatId } = await record(caveat(NARRATIVE))
    expect(await listed()).toEqual({ what: 'caveat-review', dueOn: '2026-04-01' })
    expect((await open()).caveats).toEqual({ standing: 1, reviewDue: 0 })
    expect(await due()).toEqual([])
    given.clock.set('2026-04-01T09:00:00.000Z')
    expect((await open()).caveats).toEqual({ standing: 1, reviewDue: 1 })
    expect(await due()).toMatchObject([{ caseId }])
    expect((await open()).tasks).toContainEqual({
      stage: 'caveats',
      status: 'there-is-a-problem',
      why: null,
    })
    await lift(caveatId)
    expect(await listed()).toEqual(before)
    expect(await due()).toEqual([])
    expect((await open()).caveats).toEqual({ standing: 0, reviewDue: 0 })
  })

  test('goes along when its case is merged, and back when that is undone', async () => {
    const { caveatId } = await record(caveat(NARRATIVE))
    const kept = await givenCase(given, area)
    const told = (type: 'case.merged.v1' | 'case.merge-undone.v1') => {
      const mergeId = MergeId.parse(randomUUID())
      const payload = { caseId, intoCaseId: kept.caseId, mergeId }
      return type === 'case.merged.v1'
        ? given.hear('intake', area, { type, subject: caseId, payload })
        : given.hear('intake', area, { type, subject: caseId, payload: { caseId, mergeId } })
    }
    await told('case.merged.v1')
    const listed = async (of: CaseId) =>
      (await (await given.as(coordinator)).caveat.list({ areaId: area, caseId: of })).caveats
    expect(await listed(kept.caseId)).toMatchObject([{ caveatId, entries: [{ note: { why } }] }])
    await expect(record(caveat(READ))).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    await record(caveat(READ, 'prosecution-pending', kept.caseId))
    expect((await copy()).withheld).toEqual(expect.arrayContaining([READ, NARRATIVE]))
    await told('case.merge-undone.v1')
    expect(await listed(kept.caseId)).toEqual([])
    expect(await standing()).toHaveLength(2)
  })

  test('goes along to another area: withheld there too, with whoever leads the case to ask again', async () => {
    const { caveatId } = await record({ ...caveat(NARRATIVE) })
    const personal = { ...caveat(READ), owner: coordinator.personId }
    await (await given.as(coordinator)).caveat.record(personal)
    const { reference } = (
      await (await given.as(coordinator)).case.open({ areaId: area, caseId, fieldClasses: [] })
    ).case
    const other = newArea()
    await carryCase(given.parts, await handingOver(given).handOver({ caseId, reference }, [area, other]))
    await expect(standing()).rejects.toMatchObject({ message: 'not-found' })
    const there = await given.as(personIn(other, 'coordinator'))
    const { caveats } = await there.caveat.list({ areaId: other, caseId })
    expect(caveats).toHaveLength(2)
    expect(caveats.find((one) => one.caveatId === caveatId)).toMatchObject({
      owner: 'coordinator',
      entries: [{ note: { why } }],
    })
    expect(caveats.find((one) => one.caveatId !== caveatId)).toMatchObject({ owner: null })
    const asked = { areaId: other, informationRequestId: id, form: 'reporting' as const, as: 'json' as const }
    expect(JSON.stringify(await there.returnedForm.copy(asked))).not.toContain(MARKER)
  })
})

test('a question that was renamed since is put under a caveat by the name it has today, once', async () => {
  given.clock.set('2020-05-04T10:00:00.000Z')
  const then = await givenCase(given, area, { diedOn: '2020-04-20', receivedOn: '2020-04-21' })
  const call = await given.as(coordinator)
  const agency = { name: 'Invented council', kind: 'other' as const, email: `${randomUUID()}@c.example` }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const asked = { areaId: area, caseId: then.caseId, organisationId, key: newKey() }
  const { informationRequestId } = await call.informationRequest.send(asked)
  const forms = [{ kind: 'drowning' as const, stages: null }]
  await call.supplementaryForm.ask({ areaId: area, informationRequestId, forms, key: newKey() })
  const reporter = await given.as(linkHolder(area, informationRequestId))
  const begun = await reporter.reportingForm.begin({})
  expect(begun.supplementary).toMatchObject([{ kind: 'drowning', formVersion: '2019-04-01' }])
  await reporter.supplementaryForm.saveDraft({
    kind: 'drowning',
    formVersion: '2019-04-01',
    version: 0,
    key: newKey(),
    answers: { 'holds-information': 'yes', 'water-kind': 'pond', 'adult-present': 'alone' },
  })
  const reporting = formNamed(statutoryForms, REPORTING_FORM, begun.formVersion)
  const known = reporting.pages.flatMap(({ items }) => items.map(({ linkId }) => linkId))
  await reporter.reportingForm.submit({
    key: newKey(),
    version: 0,
    formVersion: begun.formVersion,
    answers: {
      ...Object.fromEntries(Object.entries(answers).filter(([linkId]) => known.includes(linkId))),
      'last-seen': '2020-04-19',
    },
  })
  given.clock.set('2026-03-02T10:00:00.000Z')
  const { rows } = await call.collatedRecord.read({ areaId: area, caseId: then.caseId })
  const row = rows.find(({ form, question }) => form === 'drowning' && question === 'supervised')
  expect(row?.said).toMatchObject([{ informationRequestId, caveats: [] }])
  const target = {
    of: 'return' as const,
    informationRequestId,
    form: 'drowning' as const,
    part: 'supervised',
  }
  const { key: _key, ...put } = { ...caveat('supervised', 'prosecution-pending', then.caseId), target }
  await call.caveat.record({ ...put, key: newKey() })
  await expect(call.caveat.record({ ...put, key: newKey() })).rejects.toMatchObject({
    message: 'caveat-stands-already',
  })
  const marked = await call.collatedRecord.read({ areaId: area, caseId: then.caseId })
  expect(
    marked.rows.find(({ form, question }) => form === 'drowning' && question === 'supervised')?.said,
  ).toMatchObject([{ caveats: [{ kind: 'prosecution-pending' }] }])
  const nowhere = { ...put, target: { ...target, part: 'gestation' }, key: newKey() }
  await expect(call.caveat.record(nowhere)).rejects.toMatchObject({ message: 'not-found' })
})
