import { expect, test } from 'vitest'
import { NotificationId } from '../id/id.ts'
import { notificationReference } from './notification-reference.ts'

test('a notification is quoted by a part of its own id, in two groups that can be read out', () => {
  const notificationId = NotificationId.parse('3f2a91bc-04d5-4e6f-8a9b-0c1d2e3f4a5b')
  expect(notificationReference(notificationId)).toBe('N-3F2A9-1BC04')
})
