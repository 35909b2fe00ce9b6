import { screenFor } from './screen.ts'
import { measure, nothingMeasured, plantedCase, recall } from './testing-corpus/index.ts'

/** The whole corpus: 1,000 invented cases, 25 forms of hiding, each four times. Fails below 99.9% on own identifiers. */
const [cases = 1000, each = 4, seed = 5] = process.argv.slice(2).map(Number).filter(Number.isFinite)
const shown = process.argv.includes('--show')
const measured = nothingMeasured()
const started = performance.now()
for (let at = 0; at < cases; at += 1) {
  const planted = plantedCase(seed, at, each)
  measure(measured, planted, screenFor(planted.one.known), at)
}
const seconds = (performance.now() - started) / 1000
const say = (line: string) => process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)}%`
for (const [hiding, { chances, hidden, asked, missed }] of measured.byHiding) {
  say(
    `${hiding.padEnd(34)} ${String(chances).padStart(6)} hidden ${percent(hidden, chances)} asked ${asked} missed ${missed}`,
  )
}
const byText = (texts: Map<string, number>) =>
  [...texts].toSorted(([, one], [, other]) => other - one).slice(0, shown ? 60 : 12)
for (const miss of measured.misses)
  say(
    `miss  ${miss.hiding} | ${JSON.stringify(miss.text)} | ${JSON.stringify(miss.context)} | case ${miss.case}`,
  )
for (const [text, times] of byText(measured.needlessTexts)) say(`needless ${times} ${text}`)
for (const [text, times] of byText(measured.idleTexts)) say(`idle ${times} ${text}`)
const own = recall(measured, true)
const others = recall(measured, false)
say(
  `own identifiers: ${own.chances} chances, ${percent(own.found, own.chances)} found, ${percent(own.hidden, own.chances)} without asking`,
)
say(`others: ${others.chances} chances, ${percent(others.found, others.chances)} found`)
say(
  `${measured.certain} replaced, ${measured.needless} of them needless (precision ${percent(measured.certain - measured.needless, measured.certain)})`,
)
say(
  `${measured.questions} questions, ${measured.idleQuestions} about nothing planted, ${((1000 * measured.idleQuestions) / measured.words).toFixed(2)} of these in 1,000 words`,
)
say(`${measured.words} words in ${seconds.toFixed(1)} s`)
if (own.found / own.chances < 0.999) throw new Error('fewer than 99.9% of the own identifiers were found')
