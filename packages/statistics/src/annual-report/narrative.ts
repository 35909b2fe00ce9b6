import { exactDays } from './dates-in-prose.ts'

/** Why a sentence is held until two people have decided that it may stand. */
export const heldKinds = ['small-number', 'case-study', 'quotation', 'exact-date', 'exempt-number'] as const
export type HeldKind = (typeof heldKinds)[number]

const people =
  '(?:child|children|bab(?:y|ies)|infants?|newborns?|toddlers?|teenagers?|boys?|girls?|siblings?|brothers?|sisters?|mothers?|fathers?|parents?|famil(?:y|ies)|deaths?|reviews?|cases?|young (?:people|persons?|m[ae]n|wom[ae]n))'
const smallNumber = [
  /\b(?:one|ones|only|single|sole|solely|lone|both|neither|twins?|triplets?|quadruplets?|couple|pair|pairs|trio|handful|unique|few|fewer|several|isolated)\b/giu,
  // "once" as a count, not as "as soon as".
  /\bonce\b(?!\s+(?:the|a|an|it|they|this|these|those|all|we|you|every|each)\b)/giu,
  new RegExp(
    `\\b(?:no|none|nobody|not any|never)\\b(?:\\s+(?:of|the|other|further|new|these|those))*(?:\\s+${people})?`,
    'giu',
  ),
  new RegExp(`\\b(?:all|every|each)\\b(?:\\s+(?:of|the|these|those))*\\s+${people}\\b`, 'giu'),
]
const caseStudy = [
  /\bcase[\s-]+stud(?:y|ies)\b|\bvignettes?\b|\bscenarios?\b|\bpen portraits?\b/giu,
  /\b(?:he|she|him|his|her|hers|himself|herself)\b/giu,
  /\b(?:year|month|week|day|hour)s?[\s-]+old\b|\baged\b/giu,
  /\b(?:a|an|the|this|that|another)\s+(?:[\p{L}-]+\s+){0,2}(?:boy|girl|baby|infant|newborn|toddler|teenager|schoolchild|twin)\b/giu,
  /\b(?:a|an|the|this|that|another)\s+(?:[\p{L}-]+\s+){0,2}(?:child|mother|father|sibling|brother|sister|family|young person)\s+(?:who|whose|was|had|lived|were|did|in|fell|drank|ate|left|went|came|found|hung|got|slept|woke|drove|ran|\p{L}+ed)\b/giu,
]
const quotation = [
  /[“”„«»]/gu,
  /(?<![\p{L}\p{N}])"[^"\n]+"/gu,
  /(?<=^|\n)\s*>/gu,
  /\b(?:said|told us|wrote|in (?:her|his|their) words)\b/giu,
]
const mentionsDeaths = new RegExp(`\\b(?:${people}|died|dies|dead|births?|born)\\b`, 'iu')

export type Match = Readonly<{ kind: HeldKind; at: number; written: string }>

/** What of a text tells of few children or of one: small-number words, case studies, quotations, days. */
export function narrativeIn(text: string): Match[] {
  const matched = (kind: HeldKind, patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: written, index: at }) => ({ kind, at, written: written.trim() })),
    )
  return [
    ...matched('small-number', smallNumber),
    ...matched('case-study', caseStudy),
    ...matched('quotation', quotation),
    ...exactDays(text).map(({ at, written }) => ({ kind: 'exact-date' as const, at, written })),
  ].sort((one, other) => one.at - other.at)
}

/** Whether a sentence speaks of children who died, of families or of reviews. */
export function speaksOfChildren(sentence: string): boolean {
  return mentionsDeaths.test(sentence)
}

const ofBefore2010 = /\b(?:non-?|un|in)?(?:preventab|avoidab)\p{L}*/giu

/** The words of the series before April 2010: no figure or sentence since may use them (domain reference 2.4.6). */
export function wordsOfBefore2010(text: string): { at: number; written: string }[] {
  return [...text.matchAll(ofBefore2010)].map(({ 0: written, index: at }) => ({ at, written }))
}

export type Sentence = Readonly<{ at: number; text: string }>

const sentenceEnd = /[.!?]+["”’)\]]*(?=\s|$)|\n+/gu

/** The sentences of a text in their order, each without the white space around it. */
export function sentencesOf(text: string): Sentence[] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ 0: end, index }) => index + end.length)
  return [...ends, text.length].flatMap((to, nth) => {
    const from = nth === 0 ? 0 : (ends[nth - 1] ?? 0)
    const piece = text.slice(from, to)
    const trimmed = piece.trim()
    return trimmed === '' ? [] : [{ at: from + piece.indexOf(trimmed), text: trimmed }]
  })
}
