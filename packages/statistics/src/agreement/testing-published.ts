import type { Agreement } from './coefficient.ts'
import { countedPairs } from './pair-table.ts'
import { ratingCounts } from './several-panels.ts'
import type { Weights } from './weights.ts'

export const abc = ['a', 'b', 'c']
/** A published example may have fewer cases than we would give a figure for. */
export const all = { fewest: 2 }

/** The figures of a result that has them; a result without an interval has an error of 0. */
export function figures(found: Agreement): {
  value: number
  observed: number
  byChance: number
  error: number
} {
  if (found.kind === 'agreement') return found
  if (found.kind === 'agreement-without-interval') return { ...found, error: 0 }
  throw new Error(`no figure: ${found.kind}`)
}

/** Cohen (1960), shares of 200 cases; weights of seriousness by Cohen (1968). */
export const cohen = countedPairs(abc, [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
])
export const seriousness = [
  [0, 1, 3],
  [1, 0, 6],
  [3, 6, 0],
]
/** Fleiss, Cohen and Everitt (1969), with their weights .4444 and .6667, the fractions 4/9 and 6/9. */
export const fleissCohenEveritt = countedPairs(abc, [
  [106, 10, 4],
  [22, 28, 10],
  [2, 12, 6],
])
export const theirWeights: Weights = [
  [1, 0, 4 / 9],
  [0, 1, 6 / 9],
  [4 / 9, 6 / 9, 1],
]
/** Pregnancies by two abstractors, and psychiatric diagnoses by two methods (Gwet 2014). */
export const abstractors = countedPairs(abc, [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
])
export const diagnoses = countedPairs(
  [...abc, 'd'],
  [
    [40, 6, 4, 15],
    [4, 25, 1, 5],
    [4, 2, 21, 9],
    [17, 13, 12, 45],
  ],
)

/** Twelve subjects and four raters, of whom none rated all (Gwet 2014, page 120). */
export const fourRaters = ratingCounts(
  ['1', '2', '3', '4', '5'],
  ['11-1', '2232', '3333', '3333', '2222', '1234', '4444', '1121', '2222', '-555', '--11', '--3-'].map(
    (row) => [...row].map((rating) => (rating === '-' ? null : rating)),
  ),
)

/** Thirty patients by six psychiatrists each (Fleiss 1971): which of five diagnoses each gave. */
const patients =
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
  '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555'
export const psychiatrists = ratingCounts(
  ['1', '2', '3', '4', '5'],
  patients.split(' ').map((row) => [...row]),
)
