import { z } from 'zod'
import { addMonths, type Instant, londonDate, type PlainDate } from '../plain-date/plain-date.ts'

/** Which words somebody signed: this product's own, by their number. */
export const StatementVersion = z.templateLiteral(['own-', z.int().positive()])
export type StatementVersion = z.infer<typeof StatementVersion>

/**
 * What a panel member promises before the first pack, in this product's own words: not taken from national guidance, and
 * not seen by an area's legal adviser. Other words are another version, which everybody is asked to sign anew.
 */
export const confidentialityStatement: {
  readonly version: StatementVersion
  readonly promises: readonly string[]
} = {
  version: 'own-1',
  promises: [
    'I read what the panel gives me only to prepare for the child death review and to take part in it.',
    'I do not say outside the panel who a child was, what I read of a case, or what anybody said in the meeting.',
    'I do not copy, photograph, print, keep or forward what I read, and I do not put it into any other tool.',
    'I read where nobody else can see the screen or listen.',
    'I do not try to find out who a child was. If I recognise a child or a family, I say so.',
    'I declare a conflict as soon as I know of it, and read nothing more of that case.',
    'I tell the coordinator at once if something I read was lost, seen by somebody else or sent to the wrong place.',
  ],
}

/** What somebody put their name to, and when. */
export type SignedStatement = { readonly version: StatementVersion; readonly signedAt: Instant }

export const StatementState = z.enum(['not-signed', 'signed', 'lapsed', 'words-changed'])
export type StatementState = z.infer<typeof StatementState>

/** How somebody's confidentiality statement stands. `lapsesOn` is the first day on which it no longer holds. */
export type StatementStanding =
  | { readonly state: 'not-signed' }
  | {
      readonly state: Exclude<StatementState, 'not-signed'>
      readonly signedOn: PlainDate
      readonly lapsesOn: PlainDate
    }

/**
 * How a person's newest statement stands on a day, where these words are asked for. It holds a year: until the same day
 * of the next one, 28 February after a leap day, by the calendar in London. One that ran out is `lapsed`, also when
 * the words have changed since.
 */
export function statementStanding(
  newest: SignedStatement | null,
  { asked, on }: { asked: StatementVersion; on: PlainDate },
): StatementStanding {
  if (newest === null) return { state: 'not-signed' }
  const signedOn = londonDate(newest.signedAt)
  const lapsesOn = addMonths(signedOn, 12)
  if (lapsesOn <= on) return { state: 'lapsed', signedOn, lapsesOn }
  return { state: newest.version === asked ? 'signed' : 'words-changed', signedOn, lapsesOn }
}

/** Somebody may sign anew in the last two months, so that a statement need not run out just before a meeting. */
export function maySignStatement(standing: StatementStanding, on: PlainDate): boolean {
  return standing.state !== 'signed' || addMonths(standing.lapsesOn, -2) <= on
}
