import type { Mail, Message } from './mail.ts'

/** What was sent, when a test gives no mail server. */
type KeptMail = Mail & { sent: Message[] }

export function keptMail(): KeptMail {
  const sent: Message[] = []
  return {
    sent,
    async send(message) {
      sent.push(message)
    },
  }
}
