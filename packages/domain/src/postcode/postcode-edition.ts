import { z } from 'zod'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** The two official lists of postcodes of the Office for National Statistics: its directory and its best-fit lookup. */
export const PostcodeProduct = z.enum(['ONSPD', 'NSPL'])
export type PostcodeProduct = z.infer<typeof PostcodeProduct>

/** A month, `YYYY-MM`. */
export const PlainMonth = z
  .string()
  .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  .brand<'PlainMonth'>()
export type PlainMonth = z.infer<typeof PlainMonth>

/** One release of a list of postcodes, by the month it is named for. */
export const PostcodeEdition = z.strictObject({ product: PostcodeProduct, month: PlainMonth })
export type PostcodeEdition = z.infer<typeof PostcodeEdition>

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** The edition as its publisher names the file, `ONSPD_FEB_2026`, with `_UK` and in any case; null when it is no such name. */
export function readPostcodeEdition(name: string): PostcodeEdition | null {
  const [, product, month = '', year] =
    /^(ONSPD|NSPL)_([A-Z]{3})_(\d{4})(?:_UK)?$/.exec(name.trim().toUpperCase()) ?? []
  const number = monthNames.indexOf(month) + 1
  const read = PostcodeEdition.safeParse({ product, month: `${year}-${String(number).padStart(2, '0')}` })
  return read.success ? read.data : null
}

/**
 * The edition to read a postcode by: the newest that was out when the child died, the directory before the lookup of
 * the same month; of editions that all came later, the oldest. Null when there is none.
 */
export function editionFor<Edition extends PostcodeEdition>(
  editions: readonly Edition[],
  diedOn: PlainDate,
): Edition | null {
  const inOrder = editions.toSorted(
    (one, other) => one.month.localeCompare(other.month) || one.product.localeCompare(other.product),
  )
  const newest = inOrder.findLast(({ month }) => isOutOn(month, diedOn))
  return newest ?? inOrder.findLast(({ month }) => month === inOrder[0]?.month) ?? null
}

/** True when an edition of that month was out on that day. */
export function isOutOn(month: PlainMonth, day: PlainDate): boolean {
  return month <= day.slice(0, 7)
}
