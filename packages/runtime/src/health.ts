import { Hono } from 'hono'

/** Milliseconds the readiness probe may take. */
const PROBE_DEADLINE = 2_000

/**
 * `/health/live`: the process turns. `/health/ready`: it can commit, proved by committing.
 * @param prove resolves when a commit succeeded
 */
export function healthDoor(prove: () => Promise<void>): Hono {
  const app = new Hono()
  app.get('/health/live', (c) => c.json({ live: true }))
  app.get('/health/ready', async (c) => {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('late')), PROBE_DEADLINE).unref()
    })
    try {
      await Promise.race([prove(), late])
      return c.json({ ready: true })
    } catch {
      return c.json({ ready: false }, 503)
    }
  })
  return app
}
