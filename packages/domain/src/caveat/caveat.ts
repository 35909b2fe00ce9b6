import { z } from 'zod'
import { PersonId } from '../id/id.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** Why something an agency said, a document, or an answer to a family does not go everywhere the rest of a case goes. */
export const CaveatKind = z.enum([
  /** A criminal case that is not over: what is known outside it can harm it. */
  'prosecution-pending',
  'not-for-family',
  /** Said in confidence by, or about, somebody else who lives. */
  'third-party-confidence',
  /** Whoever it came from is asked before it goes any further. */
  'originator-agreement',
])
export type CaveatKind = z.infer<typeof CaveatKind>

/** Where something of a case is shown, or leaves to. */
export const CaveatAudience = z.enum([
  /** Coordinators and designated doctors of the area, on their pages: each place is marked with its caveats. */
  'office',
  /** A file the office takes out (PDF, JSON, FHIR): nobody knows in whose hands it ends. */
  'copy',
  /** The pack a panel reads. */
  'panel',
  /** Key workers, and whatever a family is told. */
  'family',
  /** The agency that returned it, looking at its own form. */
  'reporter',
  /** What is submitted nationally. */
  'national-database',
  /** Another panel's area that takes the case over. */
  'receiving-area',
])
export type CaveatAudience = z.infer<typeof CaveatAudience>

/**
 * What is shown to whom while a caveat stands, for every kind and every audience: none is left to a default.
 *
 * - The office sees everything: it keeps the caveats, and could not judge them unread.
 * - The agency sees its own form: it said what is there.
 * - The national database is supplied by statute with what is known of a death and of its review (Children Act 2004,
 *   section 16M; domain reference 1.3, step 7): nobody's agreement is asked for it, and it publishes nothing of one child.
 * - An area that takes the case over takes over its review (section 16M) and goes on keeping the caveats, which go along.
 * - No copy carries what is under a caveat: the file bears no rule of who may read it.
 * - A family is told nothing that is under any caveat: a witness is a parent often enough, what was said in confidence is
 *   most often said about the family itself, and whoever is asked for agreement has not given it.
 * - A panel may read what only the family must not. The rest waits: its members speak for agencies that may be witnesses
 *   in a prosecution; a third party's confidence is kept to those who need it (Caldicott principle 4); and what needs
 *   its originator's agreement is not passed on before that is given.
 */
const shows: Readonly<Record<CaveatKind, Readonly<Record<CaveatAudience, boolean>>>> = {
  'prosecution-pending': {
    office: true,
    copy: false,
    panel: false,
    family: false,
    reporter: true,
    'national-database': true,
    'receiving-area': true,
  },
  'not-for-family': {
    office: true,
    copy: false,
    panel: true,
    family: false,
    reporter: true,
    'national-database': true,
    'receiving-area': true,
  },
  'third-party-confidence': {
    office: true,
    copy: false,
    panel: false,
    family: false,
    reporter: true,
    'national-database': true,
    'receiving-area': true,
  },
  'originator-agreement': {
    office: true,
    copy: false,
    panel: false,
    family: false,
    reporter: true,
    'national-database': true,
    'receiving-area': true,
  },
}

/** Whether something that is under a caveat of this kind is shown to an audience. */
export function mayShow(kind: CaveatKind, audience: CaveatAudience): boolean {
  return shows[kind][audience]
}

/** A caveat as far as a rule asks. */
export type StandingCaveat = { readonly kind: CaveatKind; readonly liftedOn: PlainDate | null }

/** The caveats that keep something from an audience: those that stand and are not for it. */
export function keptFrom<Caveat extends StandingCaveat>(
  audience: CaveatAudience,
  caveats: readonly Caveat[],
): readonly Caveat[] {
  return caveats.filter(({ kind, liftedOn }) => liftedOn === null && !mayShow(kind, audience))
}

/** Who asks whether a caveat is still needed: a person, or whoever has a part in the area. */
export const CaveatOwner = z.union([PersonId, z.enum(['coordinator', 'designated-doctor'])])
export type CaveatOwner = z.infer<typeof CaveatOwner>

/** Somebody has to ask today whether a caveat is still needed: on the day it was to be looked at, and ever after. */
export function isReviewDue(
  { liftedOn, reviewOn }: Pick<StandingCaveat, 'liftedOn'> & { readonly reviewOn: PlainDate },
  today: PlainDate,
): boolean {
  return liftedOn === null && reviewOn <= today
}
