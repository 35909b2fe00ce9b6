import { z } from 'zod'

/** Why no response was started although a trigger was notified. */
export const NoResponseReason = z.enum([
  'natural-cause-known',
  'expected-death',
  'trigger-given-in-error',
  'led-by-another-area',
  'already-under-way',
])
export type NoResponseReason = z.infer<typeof NoResponseReason>

/** What the on-call lead decided. */
export const ResponseDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('start') }),
  z.strictObject({ decision: z.literal('not-start'), reason: NoResponseReason }),
])
export type ResponseDecision = z.infer<typeof ResponseDecision>
