import { NotificationId } from '@cdop/domain'
import { z } from 'zod'

/** A notification as it is sent. `answers` are those of the form, by linkId. */
export const SentNotification = z.strictObject({
  formVersion: z.iso.date().describe('The version of the notification form the answers are given to'),
  answers: z.record(z.string(), z.unknown()),
})
export type SentNotification = z.infer<typeof SentNotification>

/** What whoever sent a notification is told of it: that it is here, and whether it has been decided. No case data. */
export const FollowedNotification = z.strictObject({
  notificationId: NotificationId,
  state: z
    .enum(['received', 'decided'])
    .describe('`received`: the area’s office has it. `decided`: somebody there has looked at it and decided'),
})
export type FollowedNotification = z.infer<typeof FollowedNotification>

/** What the `Idempotency-Key` header holds. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{8,100}$/)
