import { type Accuracy, accuracyOf } from '../linkage/accuracy.ts'
import { linkRecords } from '../linkage/link-records.ts'
import { febrlComparison } from './febrl-comparison.ts'
import { personOf, readFebrl } from './febrl-record.ts'

export type FebrlEvaluation = Accuracy & { readonly records: number; readonly compared: number }

/**
 * Finds the people in a file of the FEBRL layout without looking at `rec_id`, then holds them against it.
 * @throws Error in one sentence when the file is not of the layout
 */
export function evaluateFebrl(text: string): FebrlEvaluation {
  const records = readFebrl(text)
  const { entities, compared } = linkRecords(febrlComparison, records)
  return { records: records.length, compared, ...accuracyOf(entities, records.map(personOf)) }
}
