import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

/** Milliseconds the mail server may take to answer. */
const PATIENCE = 10_000

/** The mail server could not be reached or refused the message. Holds neither the address nor the text. */
class MailNotSent extends Error {
  constructor() {
    super('The mail server did not take the message.')
    this.name = 'MailNotSent'
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** True unless the server is on this machine. */
export function needsTls(url: string): boolean {
  return !loopback.has(new URL(url).hostname)
}

/** Whoever sends a calendar file is its organiser: a calendar takes changes from nobody else (RFC 5546). */
function attached(calendar: string | undefined, from: string) {
  if (calendar === undefined) return []
  const [, method = 'PUBLISH'] = /^METHOD:([A-Z]+)\r$/m.exec(calendar) ?? []
  return [
    {
      filename: 'meeting.ics',
      content: calendar.replace('BEGIN:VEVENT\r\n', (begin) => `${begin}ORGANIZER:mailto:${from}\r\n`),
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    },
  ]
}

/**
 * Mail through an SMTP server, for example smtp://127.0.0.1:1025. Links and codes never leave this machine in clear:
 * another machine's server must offer TLS, or nothing is sent.
 */
export function smtpMail(url: string, from: string): Mail & { close(): void } {
  const transport = createTransport({
    url,
    requireTLS: needsTls(url),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, calendar }) {
      try {
        await transport.sendMail({ from, to, subject, text, attachments: attached(calendar, from) })
      } catch {
        throw new MailNotSent()
      }
    },
    close: () => transport.close(),
  }
}
