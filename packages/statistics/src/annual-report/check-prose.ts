import { type FigureFault, type LiveFigure, liveFigure, type ReportTable } from './live-figure.ts'
import { type HeldKind, narrativeIn, sentencesOf, speaksOfChildren, wordsOfBefore2010 } from './narrative.ts'
import { numbersIn } from './numbers-in-prose.ts'
import {
  type ExemptionReason,
  type GrammarFault,
  type ProsePart,
  readProse,
  writtenReference,
} from './prose.ts'

/** What keeps prose from being published until it is written otherwise. */
export type ProseFault = Readonly<{
  kind:
    | 'number-without-source'
    | 'word-of-before-2010'
    | 'hidden-character'
    | 'odd-exemption'
    | GrammarFault
    | FigureFault
  /** What was found, as it stands in the prose. */
  written: string
  /** The sentence it stands in. */
  sentence: string
  at: number
}>

/** A sentence that stands only once two people have decided so. A changed sentence is another sentence. */
export type HeldSentence = Readonly<{
  sentence: string
  /** As readers get it, its figures put in. */
  printed: string
  kinds: readonly HeldKind[]
  words: readonly string[]
}>

/** A live figure of a text, and what it says by the release: what is compared when another release is pinned. */
export type ReadFigure = Readonly<{ reference: string; written: string; says: string }>

export type ExemptNumber = Readonly<{ written: string; reason: string; sentence: string }>

/** Prose held to one release: what it says, what stops it, what is held, and what was exempted. */
export type CheckedProse = Readonly<{
  /** Paragraphs as readers get them; a figure that could not be read is "[?]". */
  paragraphs: readonly string[]
  figures: readonly ReadFigure[]
  exempt: readonly ExemptNumber[]
  faults: readonly ProseFault[]
  held: readonly HeldSentence[]
}>

const unread = '[?]'

/**
 * Reads prose against the protected tables of one release. Each number in it is a live figure, or exempt with a coded reason, or
 * a fault; whatever tells of few children is held. Nothing but `tables` is read for a figure.
 */
export function checkProse(prose: string, tables: readonly ReportTable[]): CheckedProse {
  const parts = readProse(prose)
  const figures = parts.map((part) => (part.kind === 'figure' ? liveFigure(part.reference, tables) : null))
  const sentences = sentencesOf(plain(parts, { exempt: true, filler: '_' })).map(({ at, text }) => ({
    at,
    to: at + text.length,
    text: prose.slice(at, at + text.length),
  }))
  const sentenceAt = (at: number) =>
    sentences.find((one) => one.at <= at && at < one.to)?.text ?? prose.slice(at, at + 80)
  const fault = (kind: ProseFault['kind'], at: number, written: string): ProseFault => ({
    kind,
    at,
    written,
    sentence: sentenceAt(at),
  })
  const faults = [
    ...parts.flatMap((part, nth) => {
      if (part.kind === 'fault') return [fault(part.fault, part.at, part.written)]
      const found = figures[nth]
      return part.kind === 'figure' && found?.kind === 'fault'
        ? [fault(found.fault, part.at, writtenReference(part.reference))]
        : []
    }),
    ...numbersIn(plain(parts, { exempt: false })).map(({ at, written }) =>
      fault('number-without-source', at, written),
    ),
    ...wordsOfBefore2010(plain(parts, { exempt: false })).map(({ at, written }) =>
      fault('word-of-before-2010', at, written),
    ),
    ...oddExemptions(parts).map(({ at, text }) => fault('odd-exemption', at, text)),
    ...[...prose.matchAll(/\p{Cf}/gu)].map(({ index }) => fault('hidden-character', index, '')),
  ].sort((one, other) => one.at - other.at)
  return {
    paragraphs: paragraphsOf(parts, figures),
    figures: parts.flatMap((part, nth) => {
      const found = figures[nth]
      return part.kind === 'figure' && found?.kind === 'figure'
        ? [{ reference: writtenReference(part.reference), written: found.written, says: found.says }]
        : []
    }),
    exempt: parts.flatMap((part) =>
      part.kind === 'exempt'
        ? [{ written: part.text, reason: part.reason, sentence: sentenceAt(part.at) }]
        : [],
    ),
    faults,
    held: heldSentences(parts, sentences, figures),
  }
}

/** Exemptions of what counts nobody; any other may be the number a table hides, whatever its sentence speaks of. */
const ofNobody: readonly ExemptionReason[] = ['law-or-guidance', 'numbering', 'contact', 'name']
const isOfNobody = (reason: ExemptionReason) => ofNobody.includes(reason)

/** A piece of the prose as readers get it. */
function printedBetween(
  parts: readonly ProsePart[],
  figures: readonly (LiveFigure | null)[],
  { at, to }: { at: number; to: number },
): string {
  return parts
    .map((part, nth) => {
      if (part.at >= to || part.at + part.length <= at) return ''
      if (part.kind === 'text') return part.text.slice(Math.max(0, at - part.at), to - part.at)
      if (part.kind === 'exempt') return part.text
      const found = figures[nth]
      return found?.kind === 'figure' ? found.written : unread
    })
    .join('')
}

function heldSentences(
  parts: readonly ProsePart[],
  sentences: readonly { at: number; to: number; text: string }[],
  figures: readonly (LiveFigure | null)[],
): HeldSentence[] {
  const told = narrativeIn(plain(parts, { exempt: true }))
  return sentences.flatMap(({ at, to, text }) => {
    const exempt = parts.flatMap((part) =>
      part.kind === 'exempt' && (!isOfNobody(part.reason) || speaksOfChildren(text))
        ? [{ kind: 'exempt-number' as const, at: part.at, written: part.text }]
        : [],
    )
    const found = [...told, ...exempt].filter((one) => one.at >= at && one.at < to)
    if (found.length === 0) return []
    return [
      {
        sentence: text,
        printed: printedBetween(parts, figures, { at, to }),
        kinds: [...new Set(found.map(({ kind }) => kind))],
        words: [...new Set(found.map(({ written }) => written))],
      },
    ]
  })
}

/** An exemption of what no rule would have found: the words of before 2010 under another reason, or nothing to exempt. */
function oddExemptions(parts: readonly ProsePart[]): { at: number; text: string }[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'exempt') return []
    const ofBefore = wordsOfBefore2010(part.text).length > 0
    const fits =
      part.reason === 'series-before-2010' ? ofBefore : numbersIn(part.text).length > 0 && !ofBefore
    return fits ? [] : [{ at: part.at, text: part.text }]
  })
}

/** The prose at its length with what stands in braces blanked out or filled, the words of exemptions kept if asked. */
function plain(parts: readonly ProsePart[], keep: { exempt: boolean; filler?: string }): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      const blank = (length: number) => (keep.filler ?? ' ').repeat(length)
      if (part.kind !== 'exempt' || !keep.exempt) return blank(part.length)
      const before = part.textAt - part.at
      return `${blank(before)}${part.text}${blank(part.length - before - part.text.length)}`
    })
    .join('')
}

function paragraphsOf(parts: readonly ProsePart[], figures: readonly (LiveFigure | null)[]): string[] {
  return parts
    .map((part, nth) => {
      if (part.kind === 'text' || part.kind === 'exempt') return part.text
      const found = figures[nth]
      return found?.kind === 'figure' ? found.written : unread
    })
    .join('')
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}
