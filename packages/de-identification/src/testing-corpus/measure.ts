import type { Screen, Screened } from '../screen.ts'
import type { Planted, PlantedCase, PlantedNarrative } from './plant.ts'

/** `hidden`: replaced by the machine. `asked`: put to a person in whole or part. `missed`: something stays in sight. */
type Tally = { chances: number; hidden: number; asked: number; missed: number }
export type Measured = {
  byHiding: Map<string, Tally>
  misses: { hiding: string; text: string; context: string; case: number }[]
  certain: number
  /** Certain findings that cover nothing planted, and what they covered. */
  needless: number
  needlessTexts: Map<string, number>
  questions: number
  idleQuestions: number
  idleTexts: Map<string, number>
  words: number
}

export function nothingMeasured(): Measured {
  return {
    byHiding: new Map(),
    misses: [],
    certain: 0,
    needless: 0,
    needlessTexts: new Map(),
    questions: 0,
    idleQuestions: 0,
    idleTexts: new Map(),
    words: 0,
  }
}

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

/** Whether every letter and figure of a planted piece lies in some finding. */
function covered(text: string, { start, end }: Planted, findings: Screened['findings']): boolean {
  for (let at = start; at < end; at += 1) {
    if (!/[\p{L}\p{N}]/u.test(text[at] ?? '')) continue
    if (!findings.some((finding) => finding.start <= at && at < finding.end)) return false
  }
  return true
}

export function measure(into: Measured, planted: PlantedCase, screen: Screen, at: number): void {
  for (const narrative of planted.narratives) measureNarrative(into, narrative, screen(narrative.text), at)
}

function measureNarrative(
  into: Measured,
  narrative: PlantedNarrative,
  { findings }: Screened,
  at: number,
): void {
  const certain = findings.filter((finding) => finding.certainty === 'certain')
  into.words += narrative.text.split(/\s+/).length
  for (const one of narrative.planted) {
    const tally = into.byHiding.get(one.hiding) ?? { chances: 0, hidden: 0, asked: 0, missed: 0 }
    into.byHiding.set(one.hiding, tally)
    tally.chances += 1
    const near = (some: Screened['findings']) =>
      some.filter((finding) => finding.start < one.end && finding.end > one.start)
    if (covered(narrative.text, one, near(certain))) tally.hidden += 1
    else if (covered(narrative.text, one, near(findings))) tally.asked += 1
    else {
      tally.missed += 1
      const context = narrative.text.slice(Math.max(0, one.start - 25), one.end + 25)
      into.misses.push({
        hiding: one.hiding,
        text: narrative.text.slice(one.start, one.end),
        context,
        case: at,
      })
    }
  }
  for (const finding of findings) {
    const about = narrative.planted.some((one) => finding.start < one.end && finding.end > one.start)
    const text = `${finding.reason}: ${narrative.text.slice(finding.start, finding.end)}`
    if (finding.certainty === 'certain') {
      into.certain += 1
      if (!about) {
        into.needless += 1
        count(into.needlessTexts, text)
      }
    } else {
      into.questions += 1
      if (!about) {
        into.idleQuestions += 1
        count(into.idleTexts, text)
      }
    }
  }
}

/** Of the chances with own identifiers, or with others, the share that was hidden or asked about. */
export function recall(measured: Measured, own: boolean): { chances: number; found: number; hidden: number } {
  const sum = { chances: 0, found: 0, hidden: 0 }
  for (const [hiding, tally] of measured.byHiding) {
    if (hiding.startsWith('nobody’s') === own) continue
    sum.chances += tally.chances
    sum.found += tally.hidden + tally.asked
    sum.hidden += tally.hidden
  }
  return sum
}
