import { ImportId, InformationRequestId, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, informationRequestId, openCase } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/collated`
const other = InformationRequestId.parse('0190e000-0000-4000-8000-0000000000c2')
const said = (organisationName: string, id: InformationRequestId, answer: string) => ({
  informationRequestId: id,
  organisationName,
  entry: 1,
  answer,
  notKnown: false,
  transcribed: null,
  part: false,
  caveats: [],
})
const rows = [
  {
    form: 'reporting',
    question: 'gestation',
    formVersion: '2026-04-01',
    label: 'Gestation at birth, in completed weeks',
    said: [said('The <b>hospital</b>', informationRequestId, '38'), said('The surgery', other, '28')],
    conflict: true,
  },
]
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('collatedRecord.read', { rows, settled: [] })
  given.services.answer('openCases.origin', { origin: null, kept: [] })
  given.services.answer('collatedRecord.settle', { entry: 1 })
})
const made = () =>
  given.services.calls
    .filter(({ procedure }) => procedure === 'collatedRecord.settle')
    .map(({ input }) => input)
const settling = {
  _action: 'reporting.gestation',
  version: '0',
  whose: informationRequestId,
  why: 'Read again',
}

describe('the collated record', () => {
  test('shows where a case came from that was open elsewhere, and what no question here asks', async () => {
    given.services.answer('openCases.origin', {
      origin: {
        importId: ImportId.parse('0190a000-0000-7000-8000-0000000000c1'),
        oldReference: 'OLD/<7>',
        stage: 'gathering',
        documentsNotTaken: 3,
        takenBy: PersonId.parse('0190a000-0000-7000-8000-0000000000d1'),
        takenAt: Instant.parse('2026-03-02T09:30:00.000Z'),
      },
      kept: [
        {
          informationRequestId,
          returnedOn: PlainDate.parse('2018-05-01'),
          number: 'B5',
          name: 'Road traffic accident',
          version: '2016',
          notMapped: [{ column: 'H', heading: 'Seat belt worn?', text: 'Yes' }],
        },
      ],
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('OLD/&lt;7&gt;')
    expect(main).toContain('3 of its documents were not taken over')
    expect(main).toMatch(
      /B5 Road traffic accident 2016, returned 1 May 2018[\s\S]*Seat belt worn\?[\s\S]*Yes/,
    )
  })

  test('shows what agencies say differently, and every answer with its agency', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('What agencies say differently')
    expect(main).toContain('The &lt;b&gt;hospital&lt;/b&gt;: 38')
    expect(main).toContain('Reporting form: every answer')
  })

  test('records whose answer holds, and why', async () => {
    expect((await given.browser.submit(path, settling)).status).toBe(303)
    const asked = { areaId: leeds, caseId, form: 'reporting', question: 'gestation', version: 0 }
    expect(made()).toMatchObject([{ ...asked, whose: informationRequestId, why: 'Read again' }])
  })

  test('names what is missing at the conflict it was typed for, and keeps what was typed', async () => {
    const { status, body } = await given.browser.submit(path, { ...settling, whose: '' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#whose">Select whose answer holds</a>')
    expect(body).toContain('id="whose"')
    expect(body).toContain('Read again</textarea>')
    const empty = await given.browser.submit(path, { ...settling, why: ' ' })
    expect(empty.body).toContain('<a href="#why">Enter why this answer holds</a>')
    expect((await given.browser.submit(path, { ...settling, version: 'x' })).status).toBe(400)
    expect(made()).toEqual([])
  })

  test('says how a conflict was settled, and by whom', async () => {
    const settled = {
      form: 'reporting',
      question: 'gestation',
      whose: informationRequestId,
      answer: '38',
      why: 'The maternity record',
      entry: 1,
      recordedBy: PersonId.parse('0190f000-0000-4000-8000-000000000001'),
      recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
    }
    given.services.answer('collatedRecord.read', { rows, settled: [settled] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Settled: <strong>38</strong>')
    expect(main).toContain('The maternity record')
    expect(main).toContain('name="version" value="1"')
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
