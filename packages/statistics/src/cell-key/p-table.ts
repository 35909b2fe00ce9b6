import { type NoiseRule, noiseOf } from './maximum-entropy.ts'

/** How many keys a cell can have. */
export const keys = 256
/** How many counts have noise of their own. */
export const mostCounts = 750

/** The noise of every count from 1 to 750 under every cell key: `noise[(count - 1) * 256 + key]`. */
export type PTable = Readonly<{ noise: readonly number[] }>

/** The noise of a row under a key. @throws RangeError outside the table */
export function pValue({ noise }: PTable, row: number, key: number): number {
  const found = row >= 1 && key >= 0 && key < keys ? noise[(row - 1) * keys + key] : undefined
  if (found === undefined) throw new RangeError('the table of noise has no such row or key')
  return found
}

/** A table of noise by maximum entropy: for each count the 256 keys share out its distribution, their mean exactly zero. */
export function pTableOf(rule: NoiseRule): PTable {
  const noise: number[] = []
  // From here on every result is allowed, and all counts have one distribution.
  const free = rule.most + rule.noneUpTo + 1
  let row: readonly number[] = []
  for (let count = 1; count <= mostCounts; count += 1) {
    if (count <= free) row = sharedOut(noiseOf(count, rule), keys)
    noise.push(...row)
  }
  return { noise }
}

/**
 * Shares `many` keys out among values by their chances, so that the values of all keys add up to zero: each value gets its chance in
 * whole keys, then single keys move between values, those that change least first, until nothing is left over.
 */
function sharedOut(chances: ReadonlyMap<number, number>, many: number): number[] {
  const values = [...chances.keys()].sort((one, other) => one - other)
  const wanted = values.map((value) => many * (chances.get(value) ?? 0))
  const given = wanted.map(Math.floor)
  const missing = many - given.reduce((sum, share) => sum + share, 0)
  const byRest = [...values.keys()].sort(
    (one, other) => rest(wanted[other] ?? 0) - rest(wanted[one] ?? 0) || one - other,
  )
  for (const at of byRest.slice(0, missing)) given[at] = (given[at] ?? 0) + 1
  const bias = () => values.reduce((sum, value, at) => sum + value * (given[at] ?? 0), 0)
  for (let now = bias(); now !== 0; now = bias()) {
    let best: { from: number; to: number; cost: number } | null = null
    for (const from of values.keys()) {
      for (const to of values.keys()) {
        const change = (values[to] ?? 0) - (values[from] ?? 0)
        if ((given[from] ?? 0) === 0 || Math.abs(now + change) >= Math.abs(now)) continue
        const off = (at: number, by: number) => Math.abs((given[at] ?? 0) + by - (wanted[at] ?? 0))
        const cost = (off(from, -1) + off(to, 1) - off(from, 0) - off(to, 0)) / Math.abs(change)
        if (best === null || cost < best.cost) best = { from, to, cost }
      }
    }
    if (best === null) throw new RangeError('the keys cannot be shared out without bias')
    given[best.from] = (given[best.from] ?? 0) - 1
    given[best.to] = (given[best.to] ?? 0) + 1
  }
  return values.flatMap((value, at) => Array.from({ length: given[at] ?? 0 }, () => value))
}

function rest(share: number): number {
  return share - Math.floor(share)
}

const wholeNumber = /^-?\d{1,9}$/

/**
 * An operator's own table of noise: CSV with the columns pcv, ckey and pvalue in any order, a line for each of 750 counts under each
 * of 256 keys.
 * @throws RangeError that says which line is wrong or what is missing
 */
export function readPTable(csv: string): PTable {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const names = head.split(',').map((name) => name.trim().replaceAll('"', '').toLowerCase())
  const [pcv, ckey, pvalue] = ['pcv', 'ckey', 'pvalue'].map((name) => names.indexOf(name))
  if (pcv === undefined || ckey === undefined || pvalue === undefined || Math.min(pcv, ckey, pvalue) < 0)
    throw new RangeError('a table of noise has the columns pcv, ckey and pvalue')
  const noise: (number | undefined)[] = new Array(mostCounts * keys)
  for (const [at, written] of lines.entries()) {
    const fields = written.split(',').map((field) => field.trim())
    const numbers: number[] = [pcv, ckey, pvalue].map((column) =>
      wholeNumber.test(fields[column] ?? '') ? Number(fields[column]) : Number.NaN,
    )
    const [count = 0, key = -1, value = 0] = numbers
    const isLine = count >= 1 && count <= mostCounts && key >= 0 && key < keys && !Number.isNaN(value)
    if (!isLine) throw new RangeError(`line ${at + 2} is no count, key and noise in whole numbers`)
    const place = (count - 1) * keys + key
    if (noise[place] !== undefined) throw new RangeError(`line ${at + 2} says a count and key again`)
    if (count + value < 0) throw new RangeError(`line ${at + 2} makes a count less than nothing`)
    noise[place] = value
  }
  const whole = noise.flatMap((value) => (value === undefined ? [] : [value]))
  if (lines.length !== mostCounts * keys || whole.length !== mostCounts * keys)
    throw new RangeError(`a table of noise has ${mostCounts * keys} lines, one for each count and key`)
  return { noise: whole }
}
