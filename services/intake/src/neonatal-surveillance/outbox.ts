import { z } from 'zod'
import { forwardedBundle } from './forwarded-bundle.ts'
import type { SurveillanceRecord } from './surveillance-record.ts'

/** How far one record has come. */
type Forwarded = {
  recordId: string
  state: 'waiting' | 'taken' | 'refused'
  attempts: number
  /** Of a refused one: what the door said, which names questions and cures and no child. */
  because: readonly string[]
}

/** Where records are forwarded to, and with whose token. */
export type Door = { url: string; token: string }

export type Outbox = {
  add(record: SurveillanceRecord): void
  /** Everything there ever was, the newest first. */
  list(): readonly Forwarded[]
  /** Sends whatever waits, once each. What is not acknowledged waits on. */
  sendWaiting(): Promise<void>
}

const DEADLINE = 5_000

const Outcome = z.looseObject({
  issue: z.array(z.looseObject({ details: z.looseObject({ text: z.string() }).optional() })),
})

/** A refusal that the same message would meet again: everything else may pass. */
const isFinal = (status: number) => status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status)

/**
 * Records on their way, each sent until it is acknowledged: at least once. An acknowledgement that was lost means that a
 * record arrives twice, under the same identifier; a record that was refused waits for a person.
 */
export function outboxTo({ url, token }: Door, today: () => string): Outbox {
  const waiting = new Map<string, { record: SurveillanceRecord; forwarded: Forwarded }>()

  async function send({ record, forwarded }: { record: SurveillanceRecord; forwarded: Forwarded }) {
    forwarded.attempts += 1
    const response = await fetch(`${url}/fhir/R4`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${token}` },
      body: JSON.stringify(forwardedBundle(record, today())),
      signal: AbortSignal.timeout(DEADLINE),
    })
    if (response.ok) forwarded.state = 'taken'
    if (!isFinal(response.status)) return
    const outcome = Outcome.safeParse(await response.json())
    forwarded.state = 'refused'
    forwarded.because = outcome.success
      ? outcome.data.issue.flatMap(({ details }) => details?.text ?? [])
      : [`The door answered ${response.status}`]
  }

  return {
    add(record) {
      const { recordId } = record
      if (waiting.has(recordId)) return
      waiting.set(recordId, { record, forwarded: { recordId, state: 'waiting', attempts: 0, because: [] } })
    },
    list: () => [...waiting.values()].map(({ forwarded }) => ({ ...forwarded })).reverse(),
    async sendWaiting() {
      for (const one of waiting.values()) {
        if (one.forwarded.state !== 'waiting') continue
        // Away, or an answer that was cut off: it is sent again.
        await send(one).catch(() => undefined)
      }
    },
  }
}
