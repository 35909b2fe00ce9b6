import type { CaseIdentifiers } from './case-identifiers.ts'
import { findDates } from './date/find-dates.ts'
import type { Candidate, Finding } from './finding.ts'
import { findForms } from './general/find-forms.ts'
import { findNames } from './general/find-names.ts'
import { findNumbers } from './general/find-numbers.ts'
import { ownFinder } from './own/find-own.ts'
import type { Rule } from './own/loose-match.ts'
import { ownForms } from './own/own-forms.ts'
import { readText } from './reading/read-text.ts'

/** A narrative is at most this long: longer ones are given in parts. */
export const LONGEST_NARRATIVE = 200_000

/** What was found in one narrative, in the order of the text; findings never overlap. */
export type Screened = { readonly text: string; readonly findings: readonly Finding[] }

export type Screen = (text: string) => Screened

/**
 * Prepares the identifiers of a case and gives what looks for them, and for what only looks like an identifier, in any
 * of its narratives. The same text gives the same findings. Takes time in proportion to the text.
 * @param off rules left out, to show that tests notice
 */
export function screenFor(
  known: CaseIdentifiers,
  off: ReadonlySet<Rule | 'dates' | 'numbers' | 'general'> = new Set(),
): Screen {
  const find = ownFinder(
    ownForms(known),
    new Set([...off].filter((rule) => rule !== 'dates' && rule !== 'numbers' && rule !== 'general')),
  )
  return (text) => {
    if (text.length > LONGEST_NARRATIVE) throw new RangeError('the narrative is too long')
    const reading = readText(text)
    const candidates = [
      ...find(reading),
      ...(off.has('dates') ? [] : findDates(reading, known.dates)),
      ...(off.has('numbers') ? [] : findNumbers(reading, known)),
      ...(off.has('general') ? [] : [...findForms(reading, known.emails), ...findNames(reading)]),
    ]
    return { text, findings: withoutOverlaps(candidates, text) }
  }
}

/**
 * Of findings that overlap the weightiest stays, then the longest; what it leaves uncovered of another stays as well, so
 * that nothing comes back into sight.
 */
function withoutOverlaps(candidates: readonly Candidate[], text: string): readonly Finding[] {
  const order = candidates.toSorted(
    (one, other) =>
      other.weight - one.weight || other.end - other.start - (one.end - one.start) || one.start - other.start,
  )
  const kept = new SpanList()
  for (const candidate of order) {
    for (const [start, end] of kept.uncovered(candidate.start, candidate.end)) {
      const whole = start === candidate.start && end === candidate.end
      if (whole) kept.add(candidate)
      else kept.addPiece({ ...candidate, start, end }, text)
    }
  }
  return kept.all().map(({ weight: _, ...finding }) => finding)
}

/** Spans that do not overlap, kept by the place of each character they cover in blocks: look-ups stay short. */
class SpanList {
  readonly #byBlock = new Map<number, Candidate[]>()
  readonly #all: Candidate[] = []

  add(candidate: Candidate): void {
    this.#all.push(candidate)
    for (let block = candidate.start >> 6; block <= candidate.end >> 6; block += 1) {
      const there = this.#byBlock.get(block)
      if (there === undefined) this.#byBlock.set(block, [candidate])
      else there.push(candidate)
    }
  }

  /** What another finding leaves over, without the spaces around it; a title or a small word alone says nothing. */
  addPiece(candidate: Candidate, text: string): void {
    const piece = text.slice(candidate.start, candidate.end)
    const telling = /[\p{L}\p{N}][\s\S]*[\p{L}\p{N}]|[\p{L}\p{N}]/u.exec(piece)
    if (
      telling === null ||
      /^(?:dr|mr|mrs|ms|miss|pc|dc|prof|nurse|sister|at|of|the|and|st|s)$/i.test(telling[0])
    )
      return
    const start = candidate.start + telling.index
    this.add({ ...candidate, start, end: start + telling[0].length })
  }

  /** The pieces of a span that no kept one covers. */
  uncovered(start: number, end: number): readonly (readonly [number, number])[] {
    const over = new Set<Candidate>()
    for (let block = start >> 6; block <= end >> 6; block += 1) {
      for (const one of this.#byBlock.get(block) ?? []) if (one.start < end && one.end > start) over.add(one)
    }
    const pieces: [number, number][] = []
    let from = start
    for (const one of [...over].toSorted((a, b) => a.start - b.start)) {
      if (one.start > from) pieces.push([from, one.start])
      from = Math.max(from, one.end)
    }
    if (from < end) pieces.push([from, end])
    return pieces
  }

  all(): readonly Candidate[] {
    return this.#all.toSorted((one, other) => one.start - other.start)
  }
}
