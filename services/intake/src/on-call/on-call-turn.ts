import { Instant, OnCallPart, PhoneNumber, TurnId, text } from '@cdop/domain'
import { z } from 'zod'

/**
 * Where a page is posted besides the mail. Only over TLS, but for a receiver on this machine in a demonstration: what
 * is posted holds ids alone, and a stranger who reads it could still tell that a child has died.
 */
export const WebhookUrl = z
  .url()
  .max(500)
  .refine((typed) => {
    if (!URL.canParse(typed)) return false
    const { protocol, username, password } = new URL(typed)
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
  })

/** Somebody on call for a stretch of time. */
export const OnCallTurn = z.strictObject({
  turnId: TurnId,
  part: OnCallPart,
  name: z.string(),
  email: z.email(),
  phone: PhoneNumber.nullable(),
  webhook: z.string().nullable(),
  from: Instant,
  until: Instant,
})
export type OnCallTurn = z.infer<typeof OnCallTurn>

/** Who is mailed when nobody is on call or nobody answers. */
export const Fallback = z.strictObject({ name: text(120), email: z.email().max(254) })
export type Fallback = z.infer<typeof Fallback>
