import { createHmac } from 'node:crypto'
import type { Instant } from '@cdop/domain'

/** Milliseconds a receiver may take to answer. */
const PATIENCE = 5_000

/** The receiver did not take the page. Holds neither its address nor its answer. */
class PageNotPosted extends Error {
  constructor() {
    super('The webhook did not take the page.')
    this.name = 'PageNotPosted'
  }
}

/** The signature of a body as the Standard Webhooks convention has it: HMAC-SHA-256 over id, seconds and body. */
export function webhookSignature(secret: string, id: string, seconds: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/**
 * Posts a page, signed. Follows no redirect: whom it is posted to is what a coordinator wrote down and nobody else.
 * @throws PageNotPosted unless the receiver answers 2xx in time
 */
export async function postPage(
  url: string,
  page: { id: string; at: Instant; secret: string; content: object },
): Promise<void> {
  const body = JSON.stringify(page.content)
  const seconds = String(Math.floor(Date.parse(page.at) / 1000))
  const answer = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      'content-type': 'application/json',
      'webhook-id': page.id,
      'webhook-timestamp': seconds,
      'webhook-signature': webhookSignature(page.secret, page.id, seconds, body),
    },
  }).catch(() => null)
  await answer?.body?.cancel()
  if (answer === null || !answer.ok) throw new PageNotPosted()
}
