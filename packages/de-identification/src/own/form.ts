import type { Entity, FindingKind, FindingReason, Instead } from '../finding.ts'
import { isOrdinary } from '../words/ordinary-words.ts'

/** One way in which one identifier may be written, closed up. */
export type Form = {
  readonly closed: string
  /** What sort of writing it is: decides what may be mistyped, shortened, or must be in capitals. */
  readonly sort: 'given' | 'family' | 'nickname' | 'place' | 'address' | 'code' | 'abbreviation' | 'initials'
  readonly kind: FindingKind
  readonly instead: Instead
  readonly reason: FindingReason
  /** How many words it has as it is usually written. */
  readonly pieces: number
  /** It is also a word of ordinary English. */
  readonly ordinary: boolean
  /** Which letters occur, a bit each. */
  readonly letters: number
}

export function form(
  closed: string,
  what: Omit<Form, 'closed' | 'pieces' | 'ordinary' | 'letters'> & { pieces?: number },
): Form {
  return {
    ...what,
    closed,
    pieces: what.pieces ?? 1,
    ordinary: isOrdinary(closed),
    letters: lettersIn(closed),
  }
}

export const instead = (entity: Entity): Instead => ({ type: 'entity', entity })
export const words = (text: string): Instead => ({ type: 'words', words: text })

/** A bit for each letter or figure that occurs: texts that differ in many are far apart. */
export function lettersIn(text: string): number {
  let found = 0
  for (let at = 0; at < text.length; at += 1) found |= 1 << (text.charCodeAt(at) & 31)
  return found
}

/** How many bits differ. */
export function differing(one: number, other: number): number {
  let count = 0
  for (let left = one ^ other; left !== 0; left &= left - 1) count += 1
  return count
}
