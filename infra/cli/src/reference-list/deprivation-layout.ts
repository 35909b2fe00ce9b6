import { areasOfIndex, type DeprivationIndex } from '@cdop/domain'
import type { ListFault, ListReader } from './list-fault.ts'
import { requiredColumn } from './official-columns.ts'

/** One small area as intake takes it: code, authority's code and name, rank and decile. */
export type DeprivationRow = [string, string, string, number, number]

const AS_PUBLISHED = 'Take the file as it was published, whole and unchanged'

function wholeNumber(written: string): number {
  return /^\d{1,3}(,?\d{3})*$/.test(written) ? Number(written.replaceAll(',', '')) : Number.NaN
}

/**
 * Reads the rows of files 1 and 7 of an English index of deprivation, and of an extract with short names (`lsoa11`,
 * `la19_code`, `la19_name`, `imd2019_rank`, `imd2019_decile`); other columns are let be. Throws a `TableRefusal` when it
 * is the file of another index.
 */
export function deprivationLayout(index: DeprivationIndex): ListReader<DeprivationRow> {
  const { lsoaVersion, areas } = areasOfIndex[index]
  const short = lsoaVersion.slice(2)
  const name = index.toLowerCase()
  return (columns) => {
    const lsoaAt = requiredColumn(
      columns,
      [new RegExp(`^lsoacode${lsoaVersion}$`), new RegExp(`^lsoa${short}(cd|code)?$`)],
      `LSOA code (${lsoaVersion})`,
    )
    const codeAt = requiredColumn(
      columns,
      [/^localauthoritydistrictcode\d{4}$/, /^la\d\dcode$/],
      'Local Authority District code',
    )
    const nameAt = requiredColumn(
      columns,
      [/^localauthoritydistrictname\d{4}$/, /^la\d\dname$/],
      'Local Authority District name',
    )
    const rankAt = requiredColumn(
      columns,
      [/^indexofmultipledeprivationimdrank(where1ismostdeprived)?$/, new RegExp(`^${name}rank$`)],
      'Index of Multiple Deprivation (IMD) Rank',
    )
    const decileAt = requiredColumn(
      columns,
      [
        /^indexofmultipledeprivationimddecile(where1ismostdeprived10oflsoas)?$/,
        new RegExp(`^${name}decile$`),
      ],
      'Index of Multiple Deprivation (IMD) Decile',
    )
    return ({ number, cells }) => {
      const cell = (at: number) => (cells[at] ?? '').trim()
      const fault = (at: number, says: string): ListFault => ({
        row: number,
        column: columns[at] ?? '',
        says,
        cure: AS_PUBLISHED,
      })
      const lsoa = cell(lsoaAt)
      if (!/^E01\d{6}$/.test(lsoa)) return fault(lsoaAt, 'this is not the code of a small area in England')
      const code = cell(codeAt)
      if (!/^E0\d{7}$/.test(code))
        return fault(codeAt, 'this is not the code of a local authority in England')
      const authority = cell(nameAt)
      if (authority === '' || authority.length > 120) return fault(nameAt, 'this is not a name')
      const rank = wholeNumber(cell(rankAt))
      if (!(rank >= 1 && rank <= areas)) return fault(rankAt, `this is not a rank from 1 to ${areas}`)
      const decile = wholeNumber(cell(decileAt))
      if (!(decile >= 1 && decile <= 10)) return fault(decileAt, 'this is not a decile from 1 to 10')
      return [lsoa, code, authority, rank, decile]
    }
  }
}
