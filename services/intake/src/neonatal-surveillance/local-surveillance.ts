import { type Clock, londonDate } from '@cdop/domain'
import { every, type Log, type Running, serveProcess } from '@cdop/runtime'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { type Door, type Outbox, outboxTo } from './outbox.ts'
import { SurveillanceRecord } from './surveillance-record.ts'

const HOST = '127.0.0.1'
/** Milliseconds between two rounds of sending. */
const ROUND = 500

export type LocalSurveillance = {
  /** http://127.0.0.1:… : `/` for people, `POST /records` and `/records.json` for programs. */
  pageUrl: string
  stop(): Promise<void>
}

function pages(outbox: Outbox): Hono {
  const app = new Hono()
  app.get('/health/live', (c) => c.json({ live: true }))
  app.get('/health/ready', (c) => c.json({ ready: true }))
  app.get('/records.json', (c) => c.json(outbox.list()))
  app.post('/records', async (c) => {
    const record = SurveillanceRecord.safeParse(await c.req.json().catch(() => null))
    if (!record.success) {
      const wrong = new Set(record.error.issues.map(({ path }) => path.join('.')))
      return c.json({ wrong: [...wrong] }, 422)
    }
    outbox.add(record.data)
    return c.json({ recordId: record.data.recordId }, 202)
  })
  app.get('/', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Neonatal surveillance – demonstration</title>
          </head>
          <body>
            <main>
              <h1>Neonatal surveillance</h1>
              <p>A demonstration: invented records, forwarded by FHIR until each is acknowledged.</p>
              <table>
                <caption>
                  Records, the newest first
                </caption>
                <thead>
                  <tr><th scope="col">Record</th><th scope="col">State</th><th scope="col">Sent</th></tr>
                </thead>
                <tbody>
                  ${outbox.list().map(
                    ({ recordId, state, attempts, because }) =>
                      html`<tr>
                        <td>${recordId}</td>
                        <td>${[state, ...because].join(': ')}</td>
                        <td>${attempts}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </main>
          </body>
        </html>`,
      200,
      { 'cache-control': 'no-store' },
    ),
  )
  return app
}

/**
 * Stands for a surveillance programme in demonstrations and tests: a server of its own, on loopback only, that forwards
 * newborn deaths through the very door a real one would use. It keeps nothing when it stops.
 */
export async function startLocalSurveillance(
  { port, door }: { port: number; door: Door },
  clock: Pick<Clock, 'now'>,
  log: Log,
): Promise<LocalSurveillance> {
  const outbox = outboxTo(door, () => londonDate(clock.now()))
  const rounds = every(ROUND, 'forwarding failed', () => outbox.sendWaiting(), log)
  const running: Running = await serveProcess({
    app: pages(outbox),
    hostname: HOST,
    port,
    log,
    closing: [() => rounds.stop()],
  })
  return { pageUrl: `http://${HOST}:${running.port}`, stop: () => running.stop() }
}
