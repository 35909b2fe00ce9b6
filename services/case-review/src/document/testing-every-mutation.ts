import { FaultFound } from './inspect/fault-found.ts'
import { inspectFile } from './inspect/inspect-file.ts'
import { mutated, numbersFrom, wholeFiles } from './testing-mutations.ts'

/**
 * The long run: 50,000 mutated files of every kind (or the number given). Fails on the first that is neither taken nor
 * refused in words, that takes longer than two seconds, or when the memory of the process grows by more than 256 MiB.
 */
const count = Number(process.argv[2] ?? 50_000)
const number = numbersFrom(20_261_123)
const files = await wholeFiles()
const before = process.memoryUsage().rss
const outcomes = new Map<string, number>()
let longest = 0
for (let turn = 0; turn < count; turn += 1) {
  const [kind, whole] = files[turn % files.length] ?? ['pdf', Buffer.alloc(0)]
  const [, other] = files[number(files.length)] ?? ['pdf', Buffer.alloc(0)]
  const content = mutated(whole, other, number)
  const began = performance.now()
  const outcome = await inspectFile(content, kind).then(
    () => 'taken',
    (thrown: unknown) => {
      if (thrown instanceof FaultFound) return thrown.fault
      throw thrown
    },
  )
  longest = Math.max(longest, performance.now() - began)
  if (longest > 2_000) throw new Error(`a file took ${longest.toFixed(0)} ms`)
  outcomes.set(`${kind} ${outcome}`, (outcomes.get(`${kind} ${outcome}`) ?? 0) + 1)
  const grown = (process.memoryUsage().rss - before) / 2 ** 20
  if (grown > 256) throw new Error(`memory grew by ${grown.toFixed(0)} MiB after ${turn} files`)
}
for (const [outcome, times] of [...outcomes].toSorted((one, other) => other[1] - one[1])) {
  process.stdout.write(`${String(times).padStart(7)} ${outcome}\n`)
}
process.stdout.write(
  `${count} files, each taken or refused in words; the longest took ${longest.toFixed(0)} ms\n`,
)
