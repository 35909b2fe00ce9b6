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

/** Mail through an SMTP server, for example smtp://127.0.0.1:1025. */
export function smtpMail(url: string, from: string): Mail & { close(): void } {
  const transport = createTransport({
    url,
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
