import { z } from 'zod'
import type { NotificationId } from '../id/id.ts'

/**
 * What somebody who notified a death is told to quote, such as `N-3F2A9-1BC04`: 40 random bits of the notification's
 * own id. It says nothing about a case, and whether there is one.
 */
export const NotificationReference = z
  .string()
  .regex(/^N-[0-9A-F]{5}-[0-9A-F]{5}$/)
  .brand<'NotificationReference'>()
export type NotificationReference = z.infer<typeof NotificationReference>

export function notificationReference(notificationId: NotificationId): NotificationReference {
  const digits = notificationId.replaceAll('-', '').toUpperCase()
  return NotificationReference.parse(`N-${digits.slice(0, 5)}-${digits.slice(5, 10)}`)
}
