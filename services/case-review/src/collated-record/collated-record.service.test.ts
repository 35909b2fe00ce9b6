import { type AreaId, type CaseId, InformationRequestId, type Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers } = reportingAnswers()
const why = 'The maternity record of Quillfeather was read'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
let hospital: InformationRequestId
let surgery: InformationRequestId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
  hospital = await returned('Invented Hospital', 38)
  given.clock.set('2026-03-02T10:01:00.000Z')
  surgery = await returned('Invented Surgery', 28)
})

async function returned(name: string, gestation: number): Promise<InformationRequestId> {
  const call = await given.as(coordinator)
  const organisation = { name, kind: 'other' as const, email: 'a@agency.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...organisation })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  const reporter = await given.as(linkHolder(area, sent.informationRequestId))
  const form = { key: newKey(), version: 0, formVersion, answers: { ...answers, gestation } }
  await reporter.reportingForm.submit(form)
  return InformationRequestId.parse(sent.informationRequestId)
}

const read = async (person = coordinator) =>
  (await given.as(person)).collatedRecord.read({ areaId: area, caseId })
const settling = () => ({
  areaId: area,
  caseId,
  form: 'reporting',
  question: 'gestation',
  version: 0,
  whose: hospital,
  why,
  key: newKey(),
})

describe('the collated record of a case', () => {
  test('has each answer with its agency and version, and shows what they say differently', async () => {
    const { rows, settled } = await read()
    expect(settled).toEqual([])
    expect(rows.filter(({ conflict }) => conflict)).toMatchObject([
      {
        form: 'reporting',
        question: 'gestation',
        said: [
          { informationRequestId: hospital, organisationName: 'Invented Hospital', entry: 1, answer: '38' },
          { informationRequestId: surgery, organisationName: 'Invented Surgery', entry: 1, answer: '28' },
        ],
      },
    ])
    expect(rows.length).toBeGreaterThan(10)
  })

  test('keeps who settled a conflict and why, once for a click, and again as a further entry', async () => {
    const call = await given.as(coordinator)
    const first = settling()
    expect(await call.collatedRecord.settle(first)).toEqual({ entry: 1 })
    expect(await call.collatedRecord.settle(first)).toEqual({ entry: 1 })
    await expect(call.collatedRecord.settle(settling())).rejects.toMatchObject({ message: 'stale' })
    await call.collatedRecord.settle({ ...settling(), version: 1, whose: surgery })
    expect((await read()).settled).toMatchObject([
      {
        question: 'gestation',
        entry: 2,
        whose: surgery,
        answer: '28',
        why,
        recordedBy: coordinator.personId,
      },
    ])
    const rows = await given.test.look<{ content: Buffer }[]>`
      select content from case_review.settled_conflicts where case_id = ${caseId}`
    expect(rows).toHaveLength(2)
    expect(rows.map(({ content }) => content.toString('latin1')).join()).not.toContain('Quillfeather')
  })

  test('settles nothing that nobody disputes, and nothing for whoever said nothing', async () => {
    const call = await given.as(coordinator)
    for (const wrong of [{ question: 'birth-weight' }, { whose: InformationRequestId.parse(caseId) }]) {
      await expect(call.collatedRecord.settle({ ...settling(), ...wrong })).rejects.toMatchObject({
        message: 'stale',
      })
    }
  })

  test('is there for nobody of another area, and no more for whoever declares a conflict of interest', async () => {
    await expect(read(personIn(newArea(), 'coordinator'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(read(personIn(area, 'panel-member'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const member = personIn(area, 'coordinator', 'panel-member')
    await givenListing(given, coordinator, caseId)
    await (await given.as(member)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(read(member)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
