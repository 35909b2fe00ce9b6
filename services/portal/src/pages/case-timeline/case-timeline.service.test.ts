import { AboutDate, Instant, LifeEventId, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/timeline`
const lifeEventId = LifeEventId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c01')
const byPersonId = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c02')
const informationRequestId = openCase.case.requests[0]?.informationRequestId ?? ''
const written = {
  is: 'written' as const,
  lifeEventId,
  at: AboutDate.parse('2024-03'),
  what: 'Moved <b>home</b>',
  agency: null,
  document: null,
  byPersonId,
}
const answered = {
  is: 'answered' as const,
  part: false,
  caveats: [],
  at: PlainDate.parse('2026-02-01'),
  question: 'Date the child was last seen',
  organisationName: 'Invented NHS Trust',
  informationRequestId: openCase.case.requests[0]?.informationRequestId,
}
const recorded = {
  is: 'recorded' as const,
  at: Instant.parse('2026-02-24T09:32:00.000Z'),
  what: 'information-request-sent' as const,
  byPersonId: null,
  about: { is: 'organisation' as const, name: 'Invented NHS Trust' },
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())

function answer(total = 3) {
  if (answered.informationRequestId === undefined) throw new Error('the case has a request')
  const from = { ...answered, informationRequestId: answered.informationRequestId }
  given.services.answer('timeline.read', {
    entries: [recorded, from, written],
    total,
    counts: { life: 2, death: 0, process: 1, system: 0 },
    withoutSource: 1,
  })
}
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('document.list', { documents: [], waiting: [] })
  given.services.answer('timeline.record', { lifeEventId })
  given.services.answer('timeline.takeOut', undefined)
  answer()
})
const asked = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('the page of a timeline', () => {
  test('shows each entry with who says so, “about” where the day is not known, and what lost its source', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Information request sent: Invented NHS Trust')
    expect(main).toContain('Answered by Invented NHS Trust')
    expect(main).toContain('About March 2024')
    expect(main).toContain('Moved &lt;b&gt;home&lt;/b&gt;')
    expect(main).toContain('1 entry is not shown: what said so was taken out of the case.')
    expect(asked('timeline.read')).toEqual([
      { areaId: leeds, caseId, kinds: ['life', 'death', 'process', 'system'], read: { as: 'page', page: 1 } },
    ])
  })

  test('keeps what is shown in an address of codes, by pages or in the order of time and whole', async () => {
    answer(60)
    const { body } = await given.browser.get(`${path}?show=death&show=life&page=2`)
    expect(body).toContain(`${path}?show=life&amp;show=death&amp;page=3`)
    expect(body).toContain(`${path}?show=life&amp;show=death&amp;order=time`)
    const whole = await given.browser.get(`${path}?order=time`)
    expect(mainOf(whole.body)).not.toContain('govuk-pagination')
    expect(asked('timeline.read')).toMatchObject([
      { kinds: ['life', 'death'], read: { as: 'page', page: 2 } },
      { read: { as: 'whole' } },
    ])
  })

  test('beyond the last page is the last page, and what is no code counts for nothing', async () => {
    const beyond = await given.browser.get(`${path}?page=9`)
    expect([beyond.status, beyond.headers.get('location')]).toEqual([303, path])
    expect((await given.browser.get(`${path}?show=%3Cb%3E&page=x&order=y`)).status).toBe(200)
  })
})

describe('something from the life of a child', () => {
  const filledIn = { 'on-month': '3', 'on-year': '2024', 'on-day': '', what: 'Moved home', source: 'office' }

  test('is written down as well as its date is known', async () => {
    const done = await given.browser.submit(`${path}/new`, filledIn)
    expect(done.status).toBe(303)
    await given.browser.submit(`${path}/new`, { ...filledIn, 'on-month': '' })
    await given.browser.submit(`${path}/new`, {
      ...filledIn,
      'on-day': '9',
      source: `agency:${informationRequestId}`,
    })
    expect(asked('timeline.record')).toMatchObject([
      { event: { on: '2024-03', what: 'Moved home' }, source: { is: 'office' } },
      { event: { on: '2024' } },
      { event: { on: '2024-03-09' }, source: { is: 'agency', informationRequestId } },
    ])
  })

  test.each([
    [{ 'on-year': '' }, 'on-year', 'Enter at least the year it was'],
    [{ 'on-year': '24' }, 'on-year', 'When it was must have a year with 4 numbers'],
    [{ 'on-month': '', 'on-day': '3' }, 'on-month', 'When it was must include a month with its day'],
    [{ 'on-month': '13' }, 'on-month', 'When it was must be a real date'],
    [{ 'on-month': '2', 'on-day': '30' }, 'on-day', 'When it was must be a real date'],
    [{ 'on-year': '2027' }, 'on-day', 'When it was must be the same as or before the date of death'],
    [{ what: ' ' }, 'what', 'Enter what happened'],
    [{ what: 'x'.repeat(1_001) }, 'what', 'What happened must be 1000 characters or fewer'],
    [{ source: '' }, 'source', 'Select who or what says so'],
    [{ source: 'agency:me' }, 'source', 'Select who or what says so'],
    [{ source: 'document:' }, 'source', 'Select who or what says so'],
  ])('is not written down with %o', async (change, id, message) => {
    const { status, body } = await given.browser.submit(`${path}/new`, { ...filledIn, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toContain(`id="${id}"`)
    expect(asked('timeline.record')).toEqual([])
  })

  test('is taken out with a reason, and is nowhere when it was taken out before', async () => {
    const page = `${path}/${lifeEventId}`
    expect(mainOf((await given.browser.get(page)).body)).toContain('About March 2024')
    expect((await given.browser.submit(page, { because: ' ' })).body).toContain(
      '<a href="#because">Enter why it does not stand</a>',
    )
    expect((await given.browser.submit(page, { because: 'It was the brother' })).status).toBe(303)
    expect(asked('timeline.takeOut')).toMatchObject([{ lifeEventId, because: 'It was the brother' }])
    const other = LifeEventId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c09')
    expect((await given.browser.get(`${path}/${other}`)).status).toBe(404)
    expect((await given.browser.get(`${path}/nowhere`)).status).toBe(404)
  })
})
