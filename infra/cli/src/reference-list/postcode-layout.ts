import { postcodeKey } from '@cdop/domain'
import { TableRefusal } from '@cdop/tabular'
import type { ListFault, ListReader } from './list-fault.ts'
import { officialColumn, requiredColumn } from './official-columns.ts'

/**
 * One postcode as intake takes it: key, in use from and until (months), local authority, small area of 2011 and 2021,
 * integrated care board, rural-urban class of 2011 and 2021. What is not said is empty.
 */
export type PostcodeRow = [string, string, string, string, string, string, string, string, string]

/** The names that columns have had in ONSPD and NSPL since 2018, as `columnKey` writes them. */
const names = {
  postcode: [/^pcds$/, /^pcd(2|8)$/, /^pcd7?$/],
  introduced: [/^dointr$/],
  terminated: [/^doterm$/],
  localAuthority: [/^(os)?laua$/, /^lad(\d\d)?cd$/],
  lsoa2011: [/^lsoa11(cd)?$/],
  lsoa2021: [/^lsoa21(cd)?$/],
  icb: [/^icb(\d\d)?(cd)?$/],
  ruc2011: [/^ruc?11(ind)?$/],
  ruc2021: [/^ruc?21(ind)?$/],
} as const

const AS_PUBLISHED = 'Take the file as it was published, whole and unchanged'
const GSS = /^[A-Z]\d{8}$/
/** Codes that say "none here", like E99999999. */
const NONE = /^[A-Z]\d{0,2}9{6,8}$/
/** A code of another country, or of an earlier year. */
const OTHER_CODE = /^[A-Z0-9]{0,9}$/
/** Every code there has been: Girobank's GIR 0AA and old Newport's NPT among them. */
const POSTCODE = /^[A-Z][A-Z\d]{1,3}\d[A-Z]{2}$/

function month(written: string): string | null {
  if (written === '') return ''
  const [, year, number] = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(written) ?? []
  return year === undefined ? null : `${year}-${number}`
}

function areaCode(written: string): string | null {
  return written === '' || GSS.test(written) ? written : null
}

/** Small areas of England and Wales; those of Scotland and Northern Ireland have codes of their own and are left out. */
function smallArea(written: string): string | null {
  if (/^([EW]01\d{6})?$/.test(written)) return written
  return /^[A-Z0-9]{8,9}$/.test(written) && !/^[EW]01/.test(written) ? '' : null
}

/** Boards are England's alone; what other countries have in their place is left out. */
function board(written: string): string | null {
  if (/^E54\d{6}$/.test(written) && !NONE.test(written)) return written
  return OTHER_CODE.test(written) ? '' : null
}

/** A class of the country's own classification; longer codes say that there is none. */
function ruralUrban(written: string): string | null {
  if (/^[A-Z0-9]{0,6}$/.test(written)) return written
  return OTHER_CODE.test(written) ? '' : null
}

/**
 * Reads the rows of ONSPD and NSPL, old and new: a column is known by its name, whatever year is in it, and others are
 * let be. Throws a `TableRefusal` when a column is missing that both have.
 */
export const postcodeLayout: ListReader<PostcodeRow> = (columns) => {
  const place = {
    postcode: requiredColumn(columns, names.postcode, 'pcds'),
    introduced: requiredColumn(columns, names.introduced, 'dointr'),
    terminated: requiredColumn(columns, names.terminated, 'doterm'),
    localAuthority: requiredColumn(columns, names.localAuthority, 'laua or lad25cd'),
    lsoa2011: officialColumn(columns, names.lsoa2011),
    lsoa2021: officialColumn(columns, names.lsoa2021),
    icb: officialColumn(columns, names.icb),
    ruc2011: officialColumn(columns, names.ruc2011),
    ruc2021: officialColumn(columns, names.ruc2021),
  }
  if (place.lsoa2011 === null && place.lsoa2021 === null) {
    throw new TableRefusal('missing-column', { row: 1, column: 'lsoa21cd or lsoa11cd' })
  }
  return ({ number, cells }) => {
    const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? '').trim())
    const fault = (at: number | null, says: string): ListFault => ({
      row: number,
      column: (at === null ? undefined : columns[at]) ?? '',
      says,
      cure: AS_PUBLISHED,
    })
    const postcode = postcodeKey(cell(place.postcode))
    if (!POSTCODE.test(postcode)) return fault(place.postcode, 'this is not a postcode')
    const introduced = month(cell(place.introduced))
    if (introduced === null) return fault(place.introduced, 'this is not a month, like 198001')
    const terminated = month(cell(place.terminated))
    if (terminated === null) return fault(place.terminated, 'this is not a month, like 198001')
    const authority = areaCode(cell(place.localAuthority))
    if (authority === null) return fault(place.localAuthority, 'this is not the code of a local authority')
    const lsoa2011 = smallArea(cell(place.lsoa2011))
    if (lsoa2011 === null) return fault(place.lsoa2011, 'this is not the code of a small area')
    const lsoa2021 = smallArea(cell(place.lsoa2021))
    if (lsoa2021 === null) return fault(place.lsoa2021, 'this is not the code of a small area')
    const icb = board(cell(place.icb))
    if (icb === null) return fault(place.icb, 'this is not the code of an integrated care board')
    const ruc2011 = ruralUrban(cell(place.ruc2011))
    if (ruc2011 === null) return fault(place.ruc2011, 'this is not a rural-urban class')
    const ruc2021 = ruralUrban(cell(place.ruc2021))
    if (ruc2021 === null) return fault(place.ruc2021, 'this is not a rural-urban class')
    return [postcode, introduced, terminated, authority, lsoa2011, lsoa2021, icb, ruc2011, ruc2021]
  }
}
