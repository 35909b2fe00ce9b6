import type { FiledMail, KeptTrace } from '@cdop/domain'

/**
 * What is kept of a file that is taken: its content, in order, without what it says of its maker, and what could not be taken out; of
 * a mail, what it says of itself.
 */
export type Inspected = { content: readonly Buffer[]; kept: readonly KeptTrace[]; mail?: FiledMail }

/** Bytes of content that lies in several pieces. */
export function lengthOf(content: readonly Buffer[]): number {
  return content.reduce((length, bytes) => length + bytes.length, 0)
}
