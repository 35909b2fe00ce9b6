import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type NationalDatabase, NationalDatabaseAway, NationalDatabaseRefuses } from './national-database.ts'

/** Milliseconds a call may take. */
const DEADLINE = 10_000
const LARGEST_ANSWER = 100_000

const Receipt = z.object({ receipt: z.string().min(1).max(100) })
const Rejected = z.object({
  problems: z
    .array(
      z.object({
        field: z.string().max(80),
        code: z
          .string()
          .regex(/^[a-z]+(-[a-z]+)*$/)
          .max(60),
      }),
    )
    .max(200),
})
const Held = Receipt.extend({
  state: z.enum(['accepted', 'withdrawn']),
  contentHash: z.string().length(64).nullable(),
})

export type NationalSettings = {
  /** Where it is, without a trailing slash. */
  readonly url: string
  readonly token: string
  /** Milliseconds; 10,000 unless given. */
  readonly deadline?: number
}

type Answered = { status: number; said: unknown }

/** Answers of class 4xx that pass by themselves: too slow, too many, too early. */
const PASSING = [408, 425, 429]

/** What no meaning is agreed for: either it refuses such calls of this service, or it is as good as away. */
function unmeant({ status }: Answered): Error {
  const refuses = status >= 400 && status < 500 && !PASSING.includes(status)
  return refuses ? new NationalDatabaseRefuses() : new NationalDatabaseAway()
}

/** SHA-256 of a content, in hex. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Speaks to the national database by HTTP. What is no whole answer counts as none; no redirection is followed. */
export function httpNationalDatabase({
  url,
  token,
  deadline = DEADLINE,
}: NationalSettings): NationalDatabase {
  async function call(
    method: string,
    key: string,
    sent?: { body: string; hash?: string },
  ): Promise<Answered> {
    try {
      const answer = await fetch(`${url}/submissions/${key}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(sent && { 'content-type': 'application/json' }),
          ...(sent?.hash && { 'content-sha256': sent.hash }),
        },
        ...(sent && { body: sent.body }),
        redirect: 'error',
        signal: AbortSignal.timeout(deadline),
      })
      const text = await answer.text()
      if (text.length > LARGEST_ANSWER) throw new NationalDatabaseAway()
      return {
        status: answer.status,
        said: answer.status < 400 || answer.status === 422 ? JSON.parse(text) : null,
      }
    } catch {
      // What was thrown may quote an address or what was sent.
      throw new NationalDatabaseAway()
    }
  }
  const whole = <Said>(schema: z.ZodType<Said>, { said }: Answered): Said => {
    const read = schema.safeParse(said)
    if (!read.success) throw new NationalDatabaseAway()
    return read.data
  }
  return {
    async submit(key, content) {
      const answered = await call('PUT', key, { body: content, hash: hashOf(content) })
      switch (answered.status) {
        case 200:
        case 201:
          return { answer: 'accepted', receipt: whole(Receipt, answered).receipt }
        case 409:
          return { answer: 'differs' }
        case 410:
          return { answer: 'withdrawn' }
        case 422:
          return { answer: 'rejected', problems: whole(Rejected, answered).problems }
        default:
          throw unmeant(answered)
      }
    },
    async find(key) {
      const answered = await call('GET', key)
      if (answered.status === 404) return null
      if (answered.status !== 200) throw unmeant(answered)
      return whole(Held, answered)
    },
    async withdraw(key, because) {
      const answered = await call('DELETE', key, { body: JSON.stringify({ because }) })
      if (answered.status !== 200) throw unmeant(answered)
      return whole(Receipt, answered)
    },
  }
}
