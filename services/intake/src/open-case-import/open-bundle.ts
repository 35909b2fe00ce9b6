import { BundleSheet } from '@cdop/domain'
import { type Bundle, readBundle } from '@cdop/tabular'
import { FILE_BYTES } from '../import/file-pieces.ts'

const mebibyte = 1024 * 1024

/** Cases of one bundle: an area has a few hundred open ones. */
export const MOST_CASES = 2_000

/** What a bundle may be at most: what lies beside the cases is held in memory while it is checked. */
const limits = {
  bytes: FILE_BYTES,
  unpackedBytes: 96 * mebibyte,
  textBytes: 32 * mebibyte,
  rows: 20_000,
}

/** Opens an uploaded bundle. Throws a `TableRefusal` when it is none. */
export function openBundle(bytes: AsyncIterable<Uint8Array>): Promise<Bundle> {
  const optional = BundleSheet.options.filter((sheet) => sheet !== 'cases')
  return readBundle(bytes, { required: ['cases'], optional, limits })
}
