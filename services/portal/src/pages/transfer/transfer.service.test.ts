import { AreaId, AuthorityCode, Instant, PersonId, PlainDate, TransferId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, notificationId, openCase, reference } from '../../testing/case-answers.ts'
import type { CaseAnswers } from '../../testing/case-services.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import {
  emptyQueue,
  foundPlace,
  listedNotification,
  readNotification,
} from '../../testing/notification-answers.ts'

const transferId = TransferId.parse('0190e000-0000-7000-8000-000000000001')
const bradford = AreaId.parse('0190e000-0000-7000-8000-000000000002')
const path = `/transfers/${transferId}`
const asking = `/notifications/${notificationId}/transfer`
const somebody = PersonId.parse('0190e000-0000-7000-8000-000000000003')
const at = Instant.parse('2026-03-01T10:00:00.000Z')

const areas: CaseAnswers['transfer.areas'] = [
  {
    areaId: bradford,
    code: 'BRD',
    name: 'Bradford',
    authorities: [
      {
        code: AuthorityCode.parse('E08000032'),
        name: 'Bradford Council',
        from: PlainDate.parse('2019-04-01'),
        until: null,
      },
    ],
  },
]
const offered: CaseAnswers['transfer.read'] = {
  transferId,
  side: 'asked',
  otherAreaId: bradford,
  otherAreaName: 'Bradford',
  notificationId,
  caseId: null,
  caseReference: null,
  state: 'requested',
  version: 1,
  reason: 'main-services',
  ageBand: '5-9y',
  diedIn: '2026-02',
  localAuthority: AuthorityCode.parse('E08000032'),
  placeOfDeath: 'home',
  requestedBy: somebody,
  requestedAt: at,
  answeredBy: null,
  answeredAt: null,
  declineReason: null,
  recalledBy: null,
  recalledAt: null,
  completedAt: null,
  plan: 'A joint learning day in June',
  stub: null,
}
const { plan: _plan, stub: _stub, ...listed } = offered
const elsewhere = {
  ...readNotification,
  scope: {
    outcome: 'out' as const,
    ruleId: 'R8' as const,
    evidence: 'Normally resident outside this area on the date of death',
  },
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('transfer.areas', areas)
  given.services.answer('transfer.read', offered)
  given.services.answer('transfer.list', { rows: [listed] })
  given.services.answer('notification.read', elsewhere)
  for (const change of ['request', 'accept', 'decline', 'recall'] as const) {
    given.services.answer(`transfer.${change}`, { transferId })
  }
})

describe('a notification of a child who lived elsewhere', () => {
  test('leads with its reason to asking another area, on a page that says what they will see', async () => {
    const main = mainOf((await given.browser.get(`/notifications/${notificationId}`)).body)
    expect(main).toContain('Normally resident outside this area on the date of death')
    expect(main).toContain(`href="${asking}"`)
    const asked = mainOf((await given.browser.get(asking)).body)
    expect(asked).toContain('Bradford (BRD)')
    expect(asked).toContain('They do not see who the child was until they have accepted')
    expect(asked).not.toContain(child.familyName)
    const { hidden } = await given.browser.get(asking)
    const typed = { area: bradford, reason: 'residence', plan: 'A joint day', version: '1' }
    const done = await given.browser.post(asking, { ...hidden, ...typed })
    expect(done).toMatchObject({ status: 303 })
    expect(done.location).toMatch(new RegExp(`${path}$`))
    expect(given.services.sent('transfer.request')).toEqual({
      areaId: leeds,
      notificationId,
      key: hidden._key,
      version: 1,
      toAreaId: bradford,
      reason: 'residence',
      plan: 'A joint day',
    })
  })

  test('names the area a possible duplicate is in, that of the authority somebody decided on, or that of the postcode', async () => {
    expect((await given.browser.get(`${asking}?to=${bradford}`)).body).toMatch(
      new RegExp(`value="${bradford}" selected`),
    )
    expect((await given.browser.get(`${asking}?to=nowhere`)).body).not.toMatch(
      new RegExp(`value="${bradford}" selected`),
    )
    const place = { localAuthority: AuthorityCode.parse('E08000032') }
    given.services.answer('notification.read', { ...elsewhere, postcode: foundPlace(place) })
    expect((await given.browser.get(asking)).body).toMatch(new RegExp(`value="${bradford}" selected`))
  })

  test.each([
    [{ area: '' }, 'area', 'Select the area you ask'],
    [{ area: leeds }, 'area', 'Select the area you ask'],
    [{ reason: 'x' }, 'reason', 'Select why they should take this record'],
    [{ plan: '  ' }, 'plan', 'Enter how what is learnt will be shared'],
    [{ plan: 'x'.repeat(2001) }, 'plan', 'The plan must be 2,000 characters or fewer'],
  ])('asks nobody with %o', async (change, id, message) => {
    const right = { area: bradford, reason: 'residence', plan: 'A joint day', version: '1' }
    const { status, body } = await given.browser.submit(asking, { ...right, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(given.services.calls.filter(({ procedure }) => procedure === 'transfer.request')).toEqual([])
  })

  test('is not described by a plan that names the child: the plan comes back with what is wrong', async () => {
    given.services.refuse('transfer.request', 'identifiers-in-plan', ['name'])
    const typed = { area: bradford, reason: 'residence', plan: 'We tell her school', version: '1' }
    const { status, body } = await given.browser.submit(asking, typed)
    expect(status).toBe(422)
    expect(body).toContain('The plan names or numbers the child')
    expect(body).toContain('We tell her school')
  })

  test('is not decided while another area was asked, and leads there', async () => {
    given.services.answer('notification.read', { ...elsewhere, transfer: { transferId, state: 'requested' } })
    const main = mainOf((await given.browser.get(`/notifications/${notificationId}`)).body)
    expect(main).toContain(`href="${path}"`)
    expect(main).not.toContain('Declare out of scope')
    expect((await given.browser.get(asking)).location).toMatch(new RegExp(`${path}$`))
  })

  test('leads to where it went once it is with the other area', async () => {
    given.services.refuse('notification.read', 'not-found')
    given.services.answer('transfer.ofNotification', { transferId })
    expect((await given.browser.get(`/notifications/${notificationId}`)).location).toMatch(
      new RegExp(`${path}$`),
    )
    given.services.answer('transfer.ofNotification', { transferId: null })
    expect((await given.browser.get(`/notifications/${notificationId}`)).status).toBe(404)
    given.services.answer('response.alerts', { unanswered: 0, nobodyOnCall: [] })
    given.services.answer('case.withheld', [])
    given.services.answer('notification.list', {
      ...emptyQueue,
      rows: [{ ...listedNotification, state: 'transferred' }],
      total: 1,
    })
    expect(mainOf((await given.browser.get('/notifications?view=transferred')).body)).toContain(
      'With another area',
    )
  })
})

describe('transfers', () => {
  test('are listed by who asks whom, by age and month and without a name', async () => {
    given.services.answer('transfer.list', {
      rows: [listed, { ...listed, side: 'asking', state: 'accepted' }],
    })
    const main = mainOf((await given.browser.get('/transfers')).body)
    expect(main).toMatch(
      /Other areas ask you to take[\s\S]*Waiting for your answer[\s\S]*You ask other areas/,
    )
    expect(main).toContain('5 to 9 years, died in February 2026')
    expect(main).toContain('Accepted: being handed over')
    given.services.answer('transfer.list', { rows: [] })
    expect(mainOf((await given.browser.get('/transfers?show=ended')).body)).toContain(
      'No other area has asked you before.',
    )
  })

  test('show the asked area what it decides by, and take its answer', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    for (const words of ['Bradford', 'Bradford Council', 'A joint learning day in June', 'February 2026']) {
      expect(main).toContain(words)
    }
    expect(main).not.toContain('Read the notification')
    expect((await given.browser.submit(path, { _action: 'accept', version: '1' })).status).toBe(303)
    expect(given.services.sent('transfer.accept')).toMatchObject({ areaId: leeds, transferId, version: 1 })
    const declined = { _action: 'decline', version: '1', reason: 'already-reviewed-there' }
    expect((await given.browser.submit(path, declined)).status).toBe(303)
    expect(given.services.sent('transfer.decline')).toMatchObject({ reason: 'already-reviewed-there' })
    const { status, body } = await given.browser.submit(path, { ...declined, reason: '' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#reason">Select why you do not take this record</a>')
  })

  test('let the asking area recall, say when somebody was quicker, and take no other button', async () => {
    given.services.answer('transfer.read', { ...offered, side: 'asking' })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Recall this request')
    expect(main).not.toContain('Take this record')
    given.services.refuse('transfer.recall', 'transfer-answered')
    const late = await given.browser.submit(path, { _action: 'recall', version: '1' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('This request has already been answered or recalled')
    expect(
      (await given.browser.submit(path, { _action: 'burn', version: '1' })).status,
    ).toBeGreaterThanOrEqual(400)
  })

  test('leave a stub: when it came and went, and nothing to press', async () => {
    const stub = { receivedOn: PlainDate.parse('2026-02-23'), diedOn: child.dateOfDeath, caseId: null }
    const done = { answeredBy: somebody, answeredAt: at, completedAt: at, version: 3 }
    given.services.answer('transfer.read', { ...offered, ...done, side: 'asking', state: 'completed', stub })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('This record is with the other area now')
    expect(main).toContain('23 February 2026')
    expect(main).not.toMatch(/<form|Read the notification/)
    expect(main).not.toContain(child.familyName)
  })
})

describe('a case', () => {
  const page = `/cases/${caseId}/transfer`
  const fresh = { ...openCase, case: { ...openCase.case, state: 'gathering' as const, requests: [] } }
  beforeEach(() => {
    given.services.answer('case.open', fresh)
    given.services.answer('case.offer', { transferId })
    given.services.answer('transfer.ofCase', { transferId: null, state: null })
  })

  test('can be offered at every stage before it is listed, with whatever was asked and however it waits', async () => {
    for (const state of ['gathering', 'review-meeting-not-held', 'deferred'] as const) {
      given.services.answer('case.open', { ...openCase, case: { ...openCase.case, state } })
      expect(mainOf((await given.browser.get(`/cases/${caseId}`)).body)).toContain(`href="${page}"`)
      expect((await given.browser.get(page)).status).toBe(200)
    }
    const { hidden, body } = await given.browser.get(page)
    expect(mainOf(body)).toContain('The case goes with all that belongs to it')
    const typed = { area: bradford, reason: 'residence', plan: 'A joint day' }
    const done = await given.browser.post(page, { ...hidden, ...typed })
    expect(done.location).toMatch(new RegExp(`${path}$`))
    expect(given.services.sent('case.offer')).toEqual({
      areaId: leeds,
      caseId,
      toAreaId: bradford,
      reason: 'residence',
      plan: 'A joint day',
      key: hidden._key,
    })
    const { status, body: again } = await given.browser.submit(page, { ...typed, plan: '' })
    expect(status).toBe(422)
    expect(again).toContain('<a href="#plan">Enter how what is learnt will be shared</a>')
  })

  test.each([
    ['listed', 'Take it off the agenda first'],
    ['reviewed', 'the area that reviewed it keeps it'],
  ] as const)('that is %s is not offered, and the page says what to do', async (state, words) => {
    given.services.answer('case.open', { ...openCase, case: { ...openCase.case, state } })
    const { status, body } = await given.browser.get(page)
    expect(status).toBe(409)
    expect(mainOf(body)).toContain(words)
  })

  test('says that it is offered, and leads to the request', async () => {
    given.services.answer('case.open', { ...fresh, case: { ...fresh.case, offered: true } })
    given.services.answer('transfer.ofCase', { transferId, state: 'requested' })
    expect(mainOf((await given.browser.get(`/cases/${caseId}`)).body)).toContain('Nothing is sent meanwhile')
    expect((await given.browser.get(page)).location).toMatch(new RegExp(`${path}$`))
  })

  test('leads to where it went once another area has taken it, and not before', async () => {
    given.services.refuse('case.open', 'not-found')
    expect((await given.browser.get(`/cases/${caseId}`)).status).toBe(404)
    given.services.answer('transfer.ofCase', { transferId, state: 'completed' })
    expect((await given.browser.get(`/cases/${caseId}`)).location).toMatch(new RegExp(`${path}$`))
    given.services.answer('transfer.read', {
      ...offered,
      caseId,
      caseReference: reference,
      state: 'completed',
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain(`Case ${reference}`)
    expect(main).toContain(`href="/cases/${caseId}"`)
  })
})

test.each(nobodyElse)('none of these pages is for %s', async (subject) => {
  expect(await given.statusFor(subject, '/transfers')).toBe(403)
  expect(await given.statusFor(subject, path)).toBe(403)
  expect(await given.statusFor(subject, asking)).toBe(403)
})
