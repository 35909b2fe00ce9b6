import { CaseId, DuplicateReviewId, NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admittedCase, caseId, child, notificationId } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { listedNotification, readNotification } from '../../testing/notification-answers.ts'

const page = `/notifications/${notificationId}`
const path = `${page}/compare`
const other = NotificationId.parse('0190d000-0000-7000-8000-00000000000d')
const reviewId = DuplicateReviewId.parse('0190d000-0000-7000-8000-00000000000a')
const typed = { typed: 'quillfeather' }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('notification.read', readNotification)
  services.answer('identity.search', {
    found: [
      { notificationId, caseId: null },
      { notificationId: other, caseId: null },
      { notificationId: NotificationId.parse(crypto.randomUUID()), caseId },
    ],
  })
  services.answer('identity.found', [
    {
      notificationId: other,
      state: 'received',
      receivedOn: listedNotification.receivedOn,
      diedOn: listedNotification.diedOn,
      ageBand: listedNotification.ageBand,
      familyName: 'Ashdown',
      givenNames: 'Piet',
    },
  ])
  services.answer('identity.read', [{ caseId, ...child }])
  services.answer('case.admit', { ...admittedCase, pass: 'a pass for the case' })
  services.answer('duplicateReview.raise', { reviewId })
})

describe('comparing a notification with a record of one’s own choice', () => {
  test('is offered on the notification while it can matter, and asks whom to look for', async () => {
    expect(mainOf((await given.browser.get(page)).body)).toContain(`href="${path}"`)
    given.services.answer('notification.read', { ...readNotification, state: 'out-of-scope' })
    expect(mainOf((await given.browser.get(page)).body)).not.toContain(`href="${path}"`)
    const { body } = await given.browser.get(path)
    expect(body).toContain('<title>Compare with another record – Notifications – Child death reviews</title>')
    expect(mainOf(body)).not.toContain('Which record?')
  })

  test('offers what was found but for the notification itself', async () => {
    const { status, body } = await given.browser.submit(path, { ...typed, _action: 'find' })
    expect(status).toBe(200)
    const values = [...body.matchAll(/name="other" type="radio" value="([^"]*)"/g)].map(([, value]) => value)
    expect(values).toEqual([`notification:${other}`, `case:${caseId}`])
    expect(mainOf(body)).toMatch(/Piet Ashdown[\s\S]*Quillfeather/)
    expect(given.services.calls.some(({ procedure }) => procedure === 'duplicateReview.raise')).toBe(false)
  })

  test('asks for the comparison and leads to it: with a case by case-review’s word', async () => {
    const done = await given.browser.submit(path, { ...typed, other: `case:${caseId}`, _action: 'compare' })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(new RegExp(`/duplicates/${reviewId}$`))
    expect(given.services.sent('duplicateReview.raise')).toMatchObject({
      areaId: leeds,
      notificationId,
      with: { caseId },
      pass: 'a pass for the case',
    })
  })

  test('with another notification needs no word of case-review', async () => {
    await given.browser.submit(path, { ...typed, other: `notification:${other}`, _action: 'compare' })
    const sent = given.services.sent('duplicateReview.raise')
    expect(sent).toMatchObject({ notificationId, with: { notificationId: other } })
    expect(sent).not.toHaveProperty('pass')
  })

  test('is not to be had with a case this person may not see', async () => {
    given.services.answer('case.admit', { rows: [], pass: null })
    const hidden = CaseId.parse('0190c000-0000-7000-8000-00000000000b')
    const done = await given.browser.submit(path, { ...typed, other: `case:${hidden}`, _action: 'compare' })
    expect(done.status).toBe(404)
    expect(given.services.calls.some(({ procedure }) => procedure === 'duplicateReview.raise')).toBe(false)
  })

  test.each([
    [{ typed: '', _action: 'find' }, 'typed', 'Enter a name, an NHS number or a case reference'],
    [{ ...typed, _action: 'compare' }, 'other', 'Select the record to compare with'],
  ])('says what is missing: %o', async (fields, id, message) => {
    const { status, body } = await given.browser.submit(path, fields)
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toContain(`id="${id}"`)
  })

  test.each([
    { ...typed, _action: 'erase' },
    { ...typed, _action: 'compare', other: 'case:nobody' },
  ])('takes nothing no button of ours posts: %o', async (fields) => {
    expect((await given.browser.submit(path, fields)).status).toBe(400)
  })

  test('says so when nothing else is found', async () => {
    given.services.answer('identity.search', { found: [{ notificationId, caseId: null }] })
    const { body } = await given.browser.submit(path, { ...typed, _action: 'find' })
    expect(mainOf(body)).toContain('No other record was found')
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
