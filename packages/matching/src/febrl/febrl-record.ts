import { folded } from '../text/fold.ts'
import { type Wording, wording } from '../text/likeness.ts'

/** The columns of a file of the FEBRL data generator, in its order. */
export const FEBRL_COLUMNS = [
  'rec_id',
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
] as const

/** One line of such a file, prepared for comparing. An empty text is a missing value. */
export type FebrlRecord = {
  readonly recId: string
  readonly given: Wording
  readonly surname: Wording
  readonly number: string
  readonly address1: Wording
  readonly address2: Wording
  readonly suburb: Wording
  readonly postcode: string
  readonly state: string
  readonly born: string
  readonly insurance: string
}

type Column = (typeof FEBRL_COLUMNS)[number]

function recordOf(at: (column: Column) => string): FebrlRecord {
  const words = (column: Column) => wording(folded(at(column)))
  return {
    recId: at('rec_id'),
    given: words('given_name'),
    surname: words('surname'),
    number: folded(at('street_number')),
    address1: words('address_1'),
    address2: words('address_2'),
    suburb: words('suburb'),
    postcode: folded(at('postcode')),
    state: folded(at('state')),
    born: at('date_of_birth').replace(/\D/g, ''),
    insurance: folded(at('soc_sec_id')),
  }
}

/**
 * Reads a file of the FEBRL layout; its columns may stand in any order, and among others.
 * @throws Error naming the column that is missing, or the line with another number of columns than the first
 */
export function readFebrl(text: string): readonly FebrlRecord[] {
  const [header, ...lines] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const columns = (header ?? '').split(',').map((column) => column.trim())
  const missing = FEBRL_COLUMNS.filter((column) => !columns.includes(column))
  if (missing.length > 0) throw new Error(`The first line does not name the column ${missing.join(', ')}.`)
  return lines.map((line, index) => {
    const values = line.split(',')
    if (values.length !== columns.length) {
      throw new Error(`Line ${index + 2} has ${values.length} columns instead of ${columns.length}.`)
    }
    return recordOf((column) => values[columns.indexOf(column)]?.trim() ?? '')
  })
}

/** The number two records of one person share: 122 of `rec-122-org` and of `rec-122-dup-0`. */
export function personOf({ recId }: FebrlRecord): string {
  return /^rec-(\d+)-/.exec(recId)?.[1] ?? recId
}
