import { once } from 'node:events'
import { type Log, type Running, serveProcess } from '@cdop/runtime'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { z } from 'zod'

/** A mail as it arrived. */
export const ReceivedMail = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** The calendar file that came along. */
  calendar: z.string().nullable(),
  receivedAt: z.iso.datetime(),
})
export type ReceivedMail = z.infer<typeof ReceivedMail>

export type LocalMailSink = {
  /** smtp://127.0.0.1:… to send to. */
  smtpUrl: string
  /** http://127.0.0.1:… to read at: `/` for people, `/mails.json` for programs, both newest first. */
  pageUrl: string
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
/** Mails kept; older ones are forgotten. */
const KEPT = 500
const LARGEST_MAIL = 1_000_000

/**
 * A real mail server for demonstrations and tests, on loopback only. It delivers nothing: it shows what it was sent.
 * Ports of 0 are chosen by the system.
 */
export async function startLocalMailSink(
  ports: { smtpPort: number; pagePort: number },
  log: Log,
): Promise<LocalMailSink> {
  const mails: ReceivedMail[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_MAIL,
    logger: false,
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        ({ subject = '', text = '', attachments }) => {
          const to = session.envelope.rcptTo.map((recipient) => recipient.address).join(', ')
          const file = attachments.find(({ contentType }) => contentType === 'text/calendar')
          const calendar = file === undefined ? null : file.content.toString('utf8')
          mails.unshift({ to, subject, text, calendar, receivedAt: new Date().toISOString() })
          mails.length = Math.min(mails.length, KEPT)
          done()
        },
        () => done(new Error('The message could not be read')),
      )
    },
  })
  smtp.on('error', (thrown: unknown) => log.failure('mail sink', thrown))
  smtp.listen(ports.smtpPort, HOST)
  await once(smtp.server, 'listening')
  const address = smtp.server.address()
  const smtpPort = typeof address === 'object' && address !== null ? address.port : ports.smtpPort
  const page: Running = await serveProcess({
    app: mailPages(mails),
    hostname: HOST,
    port: ports.pagePort,
    log,
    closing: [() => new Promise<void>((resolve) => smtp.close(() => resolve()))],
  })
  return {
    smtpUrl: `smtp://${HOST}:${smtpPort}`,
    pageUrl: `http://${HOST}:${page.port}`,
    stop: () => page.stop(),
  }
}

/** Splits a text into what is a link and what is not, so that a person can follow the link. */
function withLinks(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece, at) => (at % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : html`${piece}`))
}

function mailPages(mails: readonly ReceivedMail[]): Hono {
  const app = new Hono()
  app.get('/health/live', (c) => c.json({ live: true }))
  app.get('/health/ready', (c) => c.json({ ready: true }))
  app.get('/mails.json', (c) => c.json(mails, 200, { 'cache-control': 'no-store' }))
  app.get('/', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Mails – demonstration</title>
          </head>
          <body>
            <main>
              <h1>Mails</h1>
              <p>A demonstration: these mails went nowhere else. Newest first.</p>
              ${mails.length === 0 ? html`<p>No mail has been sent yet.</p>` : ''}
              ${mails.map(
                (mail) => html`<article>
                  <h2>${mail.subject}</h2>
                  <p>To ${mail.to}, <time datetime="${mail.receivedAt}">${mail.receivedAt}</time></p>
                  <p style="white-space: pre-line">${withLinks(mail.text)}</p>
                  ${mail.calendar === null ? '' : html`<pre>${mail.calendar}</pre>`}
                </article>`,
              )}
            </main>
          </body>
        </html>`,
      200,
      { 'cache-control': 'no-store' },
    ),
  )
  return app
}
