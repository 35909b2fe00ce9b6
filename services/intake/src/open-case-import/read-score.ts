import { LegacyScore, type OpenCaseScore } from '@cdop/domain'
import { type CellReader, needed } from './sheet-reader.ts'

/** Words of a cell, kept as they are; null for a blank one, and for one that is too long: that is a fault. */
function readWords(reader: CellReader, column: string, most: number): string | null {
  const words = reader.text(column)
  if (words.length <= most) return words || null
  reader.wrong(column, `This is longer than ${most.toLocaleString('en-GB')} characters`, 'Shorten the cell')
  return null
}

/** Reads a row of the sheet of factor scores: a line of the older analysis form, word for word. Null when it says too little. */
export function readScore(reader: CellReader): OpenCaseScore | null {
  const domain = needed(reader, 'domain', readWords(reader, 'domain', 200))
  const written = needed(reader, 'score', reader.text('score') || null)
  // Not by letters and digits alone: 1* is another score than 1.
  const score = LegacyScore.safeParse(written?.replaceAll(/\s/g, ''))
  if (written !== null && !score.success) {
    reader.wrong('score', 'This is no score of the older form', 'Write one of: 0; 1; 1*; 2; 3')
  }
  const factor = readWords(reader, 'factor', 200)
  const words = readWords(reader, 'what was written', 2_000)
  const scoredOn = reader.date('scored on')
  if (domain === null || !score.success) return null
  return { row: reader.row, domain, score: score.data, factor, words, scoredOn }
}
