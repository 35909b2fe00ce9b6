/** One message to one mailbox: plain text, no attachment, nothing that identifies a child. */
export type Message = { to: string; subject: string; text: string }

/** Sends mail. Resolves when the next mail server has taken the message. */
export interface Mail {
  send(message: Message): Promise<void>
}
