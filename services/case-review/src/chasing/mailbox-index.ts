import { blindIndex, type KeyProvider } from '@cdop/encryption'

/** Tells a mailbox from another without keeping its address. */
export const mailboxIndex = (keys: KeyProvider, mailbox: string): Buffer =>
  blindIndex(keys, 'chaser-mailbox', mailbox)
