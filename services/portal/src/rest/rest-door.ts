import { NotificationId, Refusal } from '@cdop/domain'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { heldToForm, Wrong, wrongIn } from '../notifying/found-wrong.ts'
import { jsonBody } from '../notifying/json-body.ts'
import { type MachineVisit, machineDoor } from '../notifying/machine-door.ts'
import { KeyMissing } from '../notifying/not-taken.ts'
import type { PortalParts } from '../portal-parts.ts'
import { type FollowedNotification, IdempotencyKey, SentNotification } from './notification-resource.ts'
import { openApiDocument } from './open-api-document.ts'
import { problemResponse } from './problem.ts'

const KEY_CURE =
  'Send an Idempotency-Key header of 8 to 100 visible characters, new for each notification and the same when you retry'

async function post({ intake, actor }: MachineVisit, c: Context): Promise<Response> {
  const key = IdempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new KeyMissing(KEY_CURE)
  const sent = SentNotification.safeParse(await jsonBody(c.req.raw, ['application/json']))
  if (!sent.success) throw new Wrong(wrongIn(sent.error))
  const { formVersion } = sent.data
  const answers = heldToForm(formVersion, sent.data.answers, actor.door)
  const { notificationId } = await intake.notification.send.mutate({ key: key.data, formVersion, answers })
  const received: FollowedNotification = { notificationId, state: 'received' }
  return c.json(received, 201, { Location: `/api/v1/notifications/${notificationId}` })
}

async function follow({ intake }: MachineVisit, c: Context): Promise<Response> {
  const notificationId = NotificationId.safeParse(c.req.param('notificationId'))
  if (!notificationId.success) throw new Refusal('not-found')
  return c.json(await intake.notification.follow.query({ notificationId: notificationId.data }))
}

/** REST for the systems of other organisations: /api/v1. No browser of another origin may read an answer. */
export function restDoor(parts: PortalParts): Hono {
  const app = new Hono()
  const door = machineDoor(parts, 'rest', problemResponse)
  app.get(
    '/api/v1/openapi.json',
    door.open((c) => c.json(openApiDocument(parts.publicUrl, parts.clock.today()))),
  )
  app.all('/api/v1/openapi.json', door.wrongMethod('GET'))
  app.post('/api/v1/notifications', door.withToken(post))
  app.all('/api/v1/notifications', door.wrongMethod('POST'))
  app.get('/api/v1/notifications/:notificationId', door.withToken(follow))
  app.all('/api/v1/notifications/:notificationId', door.wrongMethod('GET'))
  app.all('/api/*', door.nothingHere)
  return app
}
