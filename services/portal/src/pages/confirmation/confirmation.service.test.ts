import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, notificationId, openCase, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/notifications/${notificationId}/confirmation`
const nothing = {
  state: 'received' as const,
  diedOn: child.dateOfDeath,
  caseId: null,
  caseReference: null,
  entries: [],
}
const word = { by: 'hospital-doctor' as const, on: PlainDate.parse('2026-02-21'), time: '14:05' }
const rowan = { name: 'Rowan Ferris', organisation: 'Leeds Hospital' }
const entry = {
  entry: 1,
  death: word,
  identity: word,
  names: { death: rowan, identity: rowan },
  recordedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
  recordedAt: Instant.parse('2026-02-24T09:40:00.000Z'),
}
const typedWord = (of: 'death' | 'identity', on = '21') => ({
  [`${of}By`]: 'hospital-doctor',
  [`${of}Name`]: 'Rowan Ferris',
  [`${of}Organisation`]: 'Leeds Hospital',
  [`${of}On-day`]: on,
  [`${of}On-month`]: '2',
  [`${of}On-year`]: '2026',
  [`${of}Time`]: '2:05pm',
})
const filledIn = { version: '0', same: 'yes', ...typedWord('death') }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.withheld', [])
  given.services.answer('confirmation.read', nothing)
  given.services.answer('confirmation.record', { entry: 1 })
})

const made = () => given.services.calls.filter(({ procedure }) => procedure === 'confirmation.record')

describe('who confirmed the death and who the child is', () => {
  test('is typed once when it was one person at one time', async () => {
    const { hidden, body } = await given.browser.get(path)
    expect(mainOf(body)).toContain('No request, letter or submission leaves before this is recorded')
    const done = await given.browser.post(path, { ...hidden, ...filledIn })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(new RegExp(`${path}$`))
    const said = { ...word, ...rowan }
    expect(made().map(({ input }) => input)).toEqual([
      { areaId: leeds, notificationId, version: 0, death: said, identity: said, key: hidden._key },
    ])
  })

  test('is typed for each when it was not', async () => {
    const typed = { ...filledIn, same: 'no', ...typedWord('identity', '22'), identityTime: '' }
    expect((await given.browser.submit(path, typed)).status).toBe(303)
    expect(made().at(-1)?.input).toMatchObject({
      death: { on: '2026-02-21', time: '14:05' },
      identity: { on: '2026-02-22', time: null },
    })
  })

  test.each([
    [{ deathBy: '' }, 'deathBy', 'Select who confirmed the death'],
    [{ deathName: ' ' }, 'deathName', 'Enter the name of the person who confirmed the death'],
    [
      { deathName: 'x'.repeat(201) },
      'deathName',
      'The name of the person who confirmed the death must be 200 characters or fewer',
    ],
    [
      { deathOrganisation: '' },
      'deathOrganisation',
      'Enter the organisation of the person who confirmed the death',
    ],
    [{ 'deathOn-year': '' }, 'deathOn-year', 'The date the death was confirmed must include a year'],
    [{ 'deathOn-day': '32' }, 'deathOn-day', 'The date the death was confirmed must be a real date'],
    [
      { 'deathOn-year': '2027' },
      'deathOn-day',
      'The date the death was confirmed must be today or in the past',
    ],
    [
      { 'deathOn-day': '19' },
      'deathOn-day',
      'The date the death was confirmed must be the same as or after the date of death',
    ],
    [{ deathTime: 'noonish' }, 'deathTime', 'The time the death was confirmed must be a time, like 9:30am'],
    [
      { 'deathOn-day': '2', 'deathOn-month': '3', deathTime: '23:59' },
      'deathTime',
      'The time the death was confirmed must be in the past',
    ],
    [{ same: '' }, 'same', 'Select whether the same person confirmed who the child is'],
    [{ same: 'no' }, 'identityBy', 'Select who confirmed who the child is'],
    [
      { same: 'no', ...typedWord('identity'), identityName: '' },
      'identityName',
      'Enter the name of the person who confirmed who the child is',
    ],
    [
      { same: 'no', ...typedWord('identity'), identityOrganisation: '' },
      'identityOrganisation',
      'Enter the organisation of the person who confirmed who the child is',
    ],
  ])('is not recorded with %o', async (change, id, message) => {
    const answer = await given.browser.submit(path, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(answer.body).toMatch(/<title>Error: Who confirmed/)
    expect(made()).toEqual([])
  })

  test('is shown with every entry, and corrected from the newest', async () => {
    given.services.answer('confirmation.read', {
      ...nothing,
      entries: [
        { ...entry, entry: 2 },
        { ...entry, names: { death: rowan, identity: { ...rowan, name: 'Sam Vale' } } },
      ],
    })
    const { body, hidden } = await given.browser.get(path)
    const main = mainOf(body)
    expect(main).toContain('Rowan Ferris, Leeds Hospital (hospital doctor), on 21 February 2026 at 14:05')
    expect(main).toMatch(/Earlier entries[\s\S]*Sam Vale/)
    expect(main).toMatch(/name="deathName"[^>]*value="Rowan Ferris"/)
    given.services.refuse('confirmation.record', 'stale')
    const late = await given.browser.post(path, { ...hidden, ...filledIn, version: '2' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('Somebody else changed this while you were working')
  })

  test('of a child who has a case needs case-review’s word: without it no name is shown and no form', async () => {
    const accepted = { ...nothing, state: 'accepted' as const, caseId, caseReference: reference }
    given.services.answer('confirmation.read', { ...accepted, entries: [{ ...entry, names: null }] })
    given.services.refuse('case.open', 'not-found')
    const bare = mainOf((await given.browser.get(path)).body)
    expect(bare).not.toContain('<form')
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    given.services.answer('confirmation.read', { ...accepted, entries: [entry] })
    const shown = await given.browser.get(path)
    expect(mainOf(shown.body)).toContain(`href="/cases/${caseId}"`)
    await given.browser.post(path, { ...shown.hidden, ...filledIn, version: '1' })
    expect(made().at(-1)?.input).toMatchObject({ pass: 'a pass', version: 1 })
  })

  test('is reached from its case', async () => {
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    given.services.answer('notification.ofCase', { notificationId })
    const there = await given.browser.get(`/cases/${caseId}/confirmation`)
    expect([there.status, there.location]).toEqual([303, expect.stringContaining(path)])
    const unconfirmed = { ...openCase.case, confirmation: null }
    given.services.answer('case.open', { ...openCase, case: unconfirmed })
    given.services.answer('informationRequest.list', { rows: [], returnWorkingDays: 15 })
    given.services.answer('organisation.list', { rows: [], contacts: [] })
    const requests = mainOf((await given.browser.get(`/cases/${caseId}/requests`)).body)
    expect(requests).toContain(`href="/cases/${caseId}/confirmation"`)
    expect(requests).not.toContain('Send request')
  })

  test.each([{ version: '-1' }, { version: 'x' }, {}])(
    'takes nothing no form of ours posts: %o',
    async (fields) => {
      const { hidden } = await given.browser.get(path)
      const { version: _, ...typed } = filledIn
      expect((await given.browser.post(path, { ...hidden, ...typed, ...fields })).status).toBe(400)
      expect(made()).toEqual([])
    },
  )

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
