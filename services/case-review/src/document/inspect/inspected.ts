import type { FiledMail, KeptTrace } from '@cdop/domain'

/**
 * What is kept of a file that is taken: its content without what it says of its maker, and what could not be taken out; of
 * a mail, what it says of itself.
 */
export type Inspected = { content: Buffer; kept: readonly KeptTrace[]; mail?: FiledMail }
