import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { child, notificationId } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import {
  notificationAnswers,
  notificationForm,
  readNotification,
} from '../../testing/notification-answers.ts'
import { postedFields } from '../../testing/posted-fields.ts'

const page = `/notifications/${notificationId}`
const path = `${page}/change`
const present = {
  version: 3,
  receivedOn: PlainDate.parse('2026-02-23'),
  formVersion: notificationForm.version,
  answers: notificationAnswers,
}
const filledIn = { ...postedFields(notificationForm, notificationAnswers), _version: '3' }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('notification.answers', present)
  given.services.answer('notification.read', readNotification)
  given.services.answer('notification.amend', { version: 4, scope: readNotification.scope })
})

const made = () =>
  given.services.calls.filter(({ procedure }) => procedure === 'notification.amend').map(({ input }) => input)

describe('changing the answers of a notification', () => {
  test('begins with the answers as they stand, named without the child', async () => {
    const { status, body } = await given.browser.get(path)
    expect(status).toBe(200)
    expect(body).toContain('<title>Change answers – Notifications – Child death reviews</title>')
    expect(body).toContain(`value="${child.familyName}"`)
    expect(body).toMatch(/<option value="E08000035" selected>Leeds/)
    expect(body).toContain('name="_version" value="3"')
    expect(mainOf(body)).not.toContain('When did you receive the notification')
  })

  test('is checked in words, saved once, and leads back to the notification', async () => {
    const { hidden } = await given.browser.get(path)
    const checked = await given.browser.post(path, {
      ...hidden,
      ...filledIn,
      'child-family-name': 'Quillfeather-Moss',
    })
    expect(checked.status).toBe(200)
    expect(mainOf(checked.body)).toContain('Quillfeather-Moss')
    expect(mainOf(checked.body)).toContain('Nothing is changed until you save')
    expect(made()).toEqual([])
    const kept = [...checked.body.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
    const fields = Object.fromEntries(kept.map(([, name = '', value = '']) => [name, value]))
    const saved = await given.browser.post(path, { ...fields, _action: 'submit' })
    expect(saved.status).toBe(303)
    expect(saved.location).toMatch(new RegExp(`${page}$`))
    expect(made()).toMatchObject([
      {
        areaId: leeds,
        notificationId,
        version: 3,
        formVersion: notificationForm.version,
        answers: { ...notificationAnswers, 'child-family-name': 'Quillfeather-Moss' },
      },
    ])
  })

  test.each([
    [{ 'child-family-name': '' }, 'child-family-name', 'Enter the child’s family name'],
    [
      { 'date-of-death-day': '24' },
      'date-of-death-day',
      'The date of death must be the same as or before the day you received the notification',
    ],
    [
      {
        'child-date-of-birth-day': '21',
        'child-date-of-birth-month': '2',
        'child-date-of-birth-year': '2026',
      },
      'date-of-death-day',
      'The date of death must be the same as or after the date of birth',
    ],
  ])('refuses %o in words, with everything typed', async (change, id, message) => {
    const { status, body } = await given.browser.submit(path, { ...filledIn, ...change })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toContain('value="Ottoline"')
    expect(made()).toEqual([])
  })

  test('takes an entry more without saving', async () => {
    const { status, body } = await given.browser.submit(path, { ...filledIn, _action: 'add:agencies' })
    expect(status).toBe(200)
    expect(body).toContain('name="agencies[1].agency-name"')
    expect(made()).toEqual([])
  })

  test('says so when somebody else changed it first, and when it is decided', async () => {
    given.services.refuse('notification.amend', 'stale')
    const late = await given.browser.submit(path, { ...filledIn, _action: 'submit' })
    expect(late.status).toBe(409)
    given.services.refuse('notification.answers', 'notification-decided')
    expect((await given.browser.get(path)).status).toBe(409)
  })

  test('is offered, and what was changed is dated, on the notification', async () => {
    const replaced = {
      version: 1,
      replacedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
      replacedAt: Instant.parse('2026-02-24T09:40:00.000Z'),
    }
    given.services.answer('notification.read', { ...readNotification, changes: [replaced] })
    const main = mainOf((await given.browser.get(page)).body)
    expect(main).toContain(`href="${path}"`)
    expect(main).toMatch(/Answers changed 24 February 2026/)
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
