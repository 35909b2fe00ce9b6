import type { Db } from '@cdop/database'
import { type AreaId, type Instant, Refusal, type ResponseId } from '@cdop/domain'
import { areaSettings } from '../area/area-settings-store.ts'
import { areaName as nameOfArea } from '../area/area-store.ts'
import { webhookSecret } from '../on-call/webhook-secret.ts'
import type { Parts } from '../parts.ts'
import { claimStep, type DueStep, dropStep, putOff } from './due-steps.ts'
import { intakeItself } from './intake-itself.ts'
import { pageMessage, pageNotice, responseLink } from './page-message.ts'
import { later, markSent, pageNext, pagesOf, type ResponsePage } from './page-store.ts'
import { postPage } from './post-page.ts'
import { findResponse } from './response-store.ts'

/** Seconds until what could not be sent is tried again, also when this process dies while sending. */
const TRY_AGAIN = 20
/** Seconds until somebody may have come on call. */
const LOOK_AGAIN = 60
/** Seconds after which nobody is paged any more: it stands in the list by day. */
const GIVE_UP = 48 * 3_600

type Sending = { areaName: string; minutes: number; unsent: readonly ResponsePage[] }

const isUnsent = ({ mailedAt, webhook, postedAt }: ResponsePage) =>
  mailedAt === null || (webhook !== null && postedAt === null)

/** Looks at a response whose time has come, pages the next if nobody has answered, and says what is still to be sent. */
async function look(tx: Db, step: DueStep, now: Instant): Promise<Sending | null> {
  const { areaId, responseId } = step
  if (!(await claimStep(tx, step, now))) return null
  const response = await findResponse(tx, areaId, responseId)
  const over = later(response.openedAt, GIVE_UP) <= now
  if (response.state !== 'awaiting-decision' || response.acknowledgedAt !== null || over) {
    await dropStep(tx, step)
    return null
  }
  const newest = (await pagesOf(tx, areaId, responseId)).at(-1)
  if (newest === undefined || newest.escalateAt <= now) await pageNext(tx, areaId, responseId, now)
  const pages = await pagesOf(tx, areaId, responseId)
  const unsent = pages.filter(isUnsent)
  const escalateAt = pages.at(-1)?.escalateAt ?? now
  const next = escalateAt > now ? escalateAt : later(now, LOOK_AGAIN)
  await putOff(tx, step, unsent.length > 0 ? later(now, TRY_AGAIN) : next)
  const { pageDeputyAfterMinutes: minutes } = await areaSettings(tx, areaId)
  return { areaName: await nameOfArea(tx, areaId), minutes, unsent }
}

/** Mails and posts one page. What has left is written down even when the other half has not. */
async function send(
  parts: Parts,
  step: DueStep,
  { areaName, minutes }: Sending,
  page: ResponsePage,
): Promise<readonly unknown[]> {
  const { areaId, responseId } = step
  const { rung, email: to, webhook } = page
  const link = responseLink(parts.portalPublicUrl, responseId)
  const mailing =
    page.mailedAt === null
      ? parts.mail.send(pageMessage({ areaName, rung, to, minutes, link }))
      : Promise.resolve()
  const posting =
    webhook !== null && page.postedAt === null
      ? postPage(webhook, {
          id: `${responseId}:${rung}`,
          at: parts.clock.now(),
          secret: webhookSecret(parts.keys, areaId),
          content: pageNotice(areaId, responseId, rung, link),
        })
      : Promise.resolve()
  const [mailed, posted] = await Promise.allSettled([mailing, posting])
  await parts.database.transaction(intakeItself(areaId), (tx) =>
    markSent(tx, areaId, responseId, {
      rung,
      mailed: mailed.status === 'fulfilled',
      posted: webhook !== null && posted.status === 'fulfilled',
      at: parts.clock.now(),
    }),
  )
  return [mailed, posted].flatMap((half) => (half.status === 'rejected' ? [half.reason] : []))
}

/**
 * Keeps at a response until somebody has acknowledged it: sends what is to be sent, and pages the next when the time
 * of the one before is over. Bears being run twice, and by two processes.
 * @throws what the mail server or a webhook threw: it is tried again
 */
export async function watchResponse(parts: Parts, areaId: AreaId, responseId: ResponseId): Promise<void> {
  const step = { areaId, responseId, step: 'page' as const }
  const self = intakeItself(areaId)
  const sending = await parts.database.transaction(self, (tx) => look(tx, step, parts.clock.now()))
  if (sending === null || sending.unsent.length === 0) return
  const failures = (await Promise.all(sending.unsent.map((page) => send(parts, step, sending, page)))).flat()
  if (failures.length > 0) throw failures[0]
  await parts.database.transaction(self, async (tx) => {
    const newest = (await pagesOf(tx, areaId, responseId)).at(-1)
    if (newest === undefined) throw new Refusal('not-found')
    await putOff(tx, step, newest.escalateAt)
  })
}
