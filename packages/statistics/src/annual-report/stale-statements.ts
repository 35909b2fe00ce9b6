import type { CheckedProse, ReadFigure } from './check-prose.ts'
import { sentencesOf } from './narrative.ts'

/** What was said before and is not certain to be so now. */
export type StaleStatement = Readonly<{ sentence: string; why: 'figure-changed' | 'names-a-year' }>

/** A live figure that says something else than when its text was last looked at. */
export type ChangedFigure = Readonly<{ reference: string; says: string; before: string; after: string }>

/** Which live figures of a text say something else by the release now pinned. New ones have changed nothing. */
export function changedFigures(seen: readonly ReadFigure[], now: readonly ReadFigure[]): ChangedFigure[] {
  const before = new Map(seen.map(({ reference, written }) => [reference, written]))
  const changed = now.flatMap(({ reference, written, says }) => {
    const was = before.get(reference)
    return was === undefined || was === written ? [] : [{ reference, says, before: was, after: written }]
  })
  return [...new Map(changed.map((one) => [one.reference, one])).values()]
}

/**
 * The statements of a text that must be looked at: those with a live figure that says something else now and, where the text came
 * from an earlier report, those that name a year.
 */
export function staleStatements(
  prose: string,
  seen: readonly ReadFigure[],
  { figures }: Pick<CheckedProse, 'figures'>,
  carriedOver: boolean,
): StaleStatement[] {
  const changed = changedFigures(seen, figures).map(({ reference }) => reference)
  return sentencesOf(prose).flatMap(({ text }): StaleStatement[] => {
    const squeezed = text.replace(/\s+/gu, ' ')
    if (changed.some((reference) => mentions(squeezed, reference)))
      return [{ sentence: text, why: 'figure-changed' }]
    return carriedOver && /\b(?:19|20)\d\d\b/u.test(text) ? [{ sentence: text, why: 'names-a-year' }] : []
  })
}

function mentions(sentence: string, reference: string): boolean {
  const [tableId, row, column, statistic] = reference.split(' ')
  const short = column === 'total' ? [`${tableId} ${row} ${statistic}`] : []
  return [reference, ...short].some(
    (one) => sentence.includes(`{{${one}}}`) || sentence.includes(`{{ ${one} }}`),
  )
}
