import { Instant } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { notificationId } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { readNotification } from '../../testing/notification-answers.ts'

const path = `/notifications/${notificationId}/ask`
const unanswered = [{ linkId: 'place-of-death', question: 'Where did the child die?' }]
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('notification.read', { ...readNotification, unanswered })
  given.services.answer('notification.askUnit', { endsAt: Instant.parse('2026-03-05T10:00:00.000Z') })
})

describe('asking a unit for the answers a notification came without', () => {
  test('shows what is missing, and sends the questions to the address', async () => {
    expect(mainOf((await given.browser.get(path)).body)).toContain('Where did the child die?')
    const { version } = readNotification
    const answer = await given.browser.submit(path, {
      email: ' unit@infirmary.example ',
      version: String(version),
    })
    expect([answer.status, new URL(answer.location).pathname]).toEqual([
      303,
      `/notifications/${notificationId}`,
    ])
    expect(given.services.sent('notification.askUnit')).toMatchObject({
      notificationId,
      version,
      email: 'unit@infirmary.example',
    })
  })

  test('asks for an address that is one, and keeps what was typed', async () => {
    const answer = await given.browser.submit(path, { email: 'the ward', version: '1' })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('Enter an email address in the correct format')
    expect(answer.body).toContain('value="the ward"')
    expect(given.services.calls.map(({ procedure }) => procedure)).not.toContain('notification.askUnit')
  })

  test('is not there when nothing is missing, nor for anybody else', async () => {
    given.services.answer('notification.read', readNotification)
    expect((await given.browser.get(path)).status).toBeGreaterThanOrEqual(400)
    for (const who of nobodyElse) expect(await given.statusFor(who, path)).toBe(403)
  })
})
