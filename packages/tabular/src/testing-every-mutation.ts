import { readTable, TableRefusal } from './index.ts'
import { inPieces } from './testing.ts'
import { mutated, numbersFrom, wholeFiles } from './testing-mutations.ts'

/**
 * The long run: 20,000 mutated files (or the number given), half CSV and half XLSX. Fails on the first that is neither
 * read to its end nor refused in words, or when the memory of the process grows by more than 300 MiB.
 */
const count = Number(process.argv[2] ?? 20_000)
const number = numbersFrom(20_261_114)
const before = process.memoryUsage().rss
const outcomes = new Map<string, number>()
for (let file = 0; file < count; file += 1) {
  const whole = file % 2 === 0 ? wholeFiles.csv : wholeFiles.xlsx
  const outcome = await outcomeOf(mutated(whole, number))
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  const grown = (process.memoryUsage().rss - before) / 2 ** 20
  if (grown > 300) throw new Error(`memory grew by ${grown.toFixed(0)} MiB after ${file} files`)
}
for (const [outcome, files] of [...outcomes].toSorted((one, other) => other[1] - one[1])) {
  process.stdout.write(`${String(files).padStart(7)} ${outcome}\n`)
}
process.stdout.write(`${count} files, each read to its end or refused in words\n`)

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    let rows = 0
    const table = await readTable(inPieces(bytes, 512))
    for await (const _ of table.rows) rows += 1
    return rows === 40 ? 'read: as many rows as there were' : 'read: other rows than there were'
  } catch (thrown) {
    if (thrown instanceof TableRefusal) return `refused: ${thrown.fault}`
    throw thrown
  }
}
