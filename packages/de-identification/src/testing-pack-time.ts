import { compilePack } from './pack/compile.ts'
import { screenFor } from './screen.ts'
import { plantedCase } from './testing-corpus/index.ts'
import { givenKey, settledWith } from './testing-given.ts'

/** How long the narratives of a pack take: 12 cases, some 30,000 words each, from identifiers to compiled text. */
const cases = Array.from({ length: 12 }, (_, at) => plantedCase(7, at, 44))
const words = cases
  .flatMap(({ narratives }) => narratives)
  .reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
const before = process.cpuUsage()
const started = performance.now()
const settled = cases.map(({ one, narratives }, at) => {
  const screen = screenFor(one.known)
  return { caseKey: String(at), narratives: narratives.map(({ text }) => settledWith(screen(text))) }
})
const compiled = compilePack(givenKey(1), settled)
const { user, system } = process.cpuUsage(before)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
process.stdout.write(
  `${compiled.length} cases, ${words} words: ${((user + system) / 1_000_000).toFixed(1)} s of a processor, ${seconds} s by the clock\n`,
)
