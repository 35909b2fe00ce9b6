import { NotificationId, type Organisation, Refusal, type RefusalCode } from '@cdop/domain'
import { procedures } from '@cdop/rpc'
import { z } from 'zod'
import type { BelowRouters } from './services-below.ts'

/** A notification as it arrived at intake. */
type Arrived = {
  actor: Organisation
  key: string
  formVersion: string
  answers: Readonly<Record<string, unknown>>
}

/** Intake as an organisation's request meets it: what arrived can be looked at, and it refuses what it is told to. */
export type NotifyingServices = {
  routers: BelowRouters
  arrived: Arrived[]
  refusing: { with: RefusalCode | null; fields: readonly string[] }
}

const Sent = z.strictObject({
  key: z.string(),
  formVersion: z.string(),
  answers: z.record(z.string(), z.unknown()),
})

export function notifyingServices(): NotifyingServices {
  const { router, requires } = procedures<null>()
  const arrived: Arrived[] = []
  const known = new Map<string, { id: NotificationId; body: string }>()
  const refusing: NotifyingServices['refusing'] = { with: null, fields: [] }
  const intake = router({
    notification: router({
      send: requires('notification:send')
        .input(Sent)
        .output(z.strictObject({ notificationId: NotificationId }))
        .mutation(({ ctx: { actor }, input }) => {
          if (actor.kind !== 'organisation') throw new Refusal('forbidden')
          if (refusing.with !== null) throw new Refusal(refusing.with, refusing.fields)
          const body = JSON.stringify(input)
          const before = known.get(input.key)
          if (before !== undefined && before.body !== body) throw new Refusal('key-reused')
          if (before !== undefined) return { notificationId: before.id }
          const id = NotificationId.parse(crypto.randomUUID())
          known.set(input.key, { id, body })
          arrived.push({ actor, ...input })
          return { notificationId: id }
        }),
      follow: requires('notification:follow')
        .input(z.strictObject({ notificationId: NotificationId }))
        .output(z.strictObject({ notificationId: NotificationId, state: z.enum(['received', 'decided']) }))
        .query(({ input: { notificationId } }) => {
          if (![...known.values()].some(({ id }) => id === notificationId)) throw new Refusal('not-found')
          return { notificationId, state: 'received' as const }
        }),
    }),
  })
  return { routers: { intake }, arrived, refusing }
}
