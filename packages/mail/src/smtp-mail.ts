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
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text })
      } catch {
        throw new MailNotSent()
      }
    },
    close: () => transport.close(),
  }
}
