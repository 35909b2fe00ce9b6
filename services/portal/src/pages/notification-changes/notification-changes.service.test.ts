import { Instant, PersonId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, notificationId, openCase, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { readNotification } from '../../testing/notification-answers.ts'

const page = `/notifications/${notificationId}`
const path = `${page}/changes`
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())

const change = {
  version: 1,
  replacedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
  replacedAt: Instant.parse('2026-02-24T09:40:00.000Z'),
  questions: [
    {
      path: 'child-family-name',
      linkId: 'child-family-name',
      question: 'Child’s family name',
      was: 'Quillfether',
      is: child.familyName,
    },
    {
      path: 'local-authority',
      linkId: 'local-authority',
      question: 'Local authority',
      was: null,
      is: 'E08000035',
    },
  ],
}
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.withheld', [])
  given.services.answer('notification.read', { ...readNotification, changes: [change] })
  given.services.answer('notification.changes', [change])
})

describe('what was changed in a notification', () => {
  test('is told question by question: what it was, what it became, by whom and when', async () => {
    const [asha] = await given.portal.test.look<{ personId: string }[]>`
      select person_id from portal.users where display_name like 'Asha%'`
    const by = PersonId.parse(asha?.personId)
    given.services.answer('notification.changes', [{ ...change, replacedBy: by }])
    const { status, body } = await given.browser.get(path)
    expect(status).toBe(200)
    expect(body).toContain('<title>What was changed – Notifications – Child death reviews</title>')
    const main = mainOf(body)
    expect(main).toMatch(/24 February 2026[\s\S]*Changed by Asha/)
    expect(main).toMatch(/Child’s family name[\s\S]*Was[\s\S]*Quillfether[\s\S]*Became[\s\S]*Quillfeather/)
    expect(main).toMatch(/Local authority[\s\S]*Not asked[\s\S]*Leeds/)
    expect(main).not.toContain('E08000035')
  })

  test('names whoever was asked for answers, and whoever has left, without a name', async () => {
    given.services.answer('notification.changes', [{ ...change, replacedBy: null }, change])
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('somebody who was asked for the answers')
    expect(main).toContain('somebody who no longer has access')
  })

  test('is linked from the notification, and from one nobody changed there is nothing to see', async () => {
    expect(mainOf((await given.browser.get(page)).body)).toContain(`href="${path}"`)
    given.services.answer('notification.read', { ...readNotification, sections: [], changes: [change] })
    expect(mainOf((await given.browser.get(page)).body)).not.toContain(`href="${path}"`)
    given.services.answer('notification.changes', [])
    expect(mainOf((await given.browser.get(path)).body)).toContain('as they were notified')
  })

  test('of a child who has a case is not there without case-review’s word', async () => {
    const accepted = { ...readNotification, state: 'accepted' as const, caseId, caseReference: reference }
    given.services.answer('notification.read', accepted)
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    await given.browser.get(path)
    expect(given.services.sent('notification.changes')).toMatchObject({ notificationId, pass: 'a pass' })
    given.services.refuse('case.open', 'not-found')
    given.services.refuse('notification.changes', 'not-found')
    expect((await given.browser.get(path)).status).toBe(404)
    expect(given.services.sent('notification.changes')).not.toHaveProperty('pass')
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
