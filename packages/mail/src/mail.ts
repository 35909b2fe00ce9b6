/**
 * One message to one mailbox: plain text and nothing that identifies a child. `calendar` is a calendar file (RFC 5545)
 * that goes along; nothing else is ever attached.
 */
export type Message = { to: string; subject: string; text: string; calendar?: string }

/** Sends mail. Resolves when the next mail server has taken the message. */
export interface Mail {
  send(message: Message): Promise<void>
}
