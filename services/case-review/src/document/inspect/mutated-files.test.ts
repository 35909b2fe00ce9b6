import { expect, test } from 'vitest'
import { mutated, numbersFrom, wholeFiles } from '../testing-mutations.ts'
import { FaultFound } from './fault-found.ts'
import { inspectFile } from './inspect-file.ts'

test('however a file is spoilt or prepared it is refused in words or taken, and what is kept of it is taken again', async () => {
  const files = await wholeFiles()
  const number = numbersFrom(20_261_122)
  const outcomes = new Map<string, number>()
  for (let turn = 0; turn < 900; turn += 1) {
    const [kind, whole] = files[turn % files.length] ?? ['pdf', Buffer.alloc(0)]
    const [, other] = files[number(files.length)] ?? ['pdf', Buffer.alloc(0)]
    const looked = await inspectFile(mutated(whole, other, number), kind).catch((thrown: unknown) => {
      if (thrown instanceof FaultFound) return thrown.fault
      throw thrown
    })
    // What is kept is sound by itself: looked into again, nothing is found.
    if (typeof looked !== 'string') await inspectFile(Buffer.concat(looked.content), kind)
    const outcome = `${kind} ${typeof looked === 'string' ? looked : 'taken'}`
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  // Spoilt in so many ways that no kind is always taken.
  for (const [kind] of files) {
    expect(
      [...outcomes.keys()].some((outcome) => outcome.startsWith(kind) && !outcome.endsWith('taken')),
    ).toBe(true)
  }
  expect(outcomes.size).toBeGreaterThan(10)
}, 60_000)
