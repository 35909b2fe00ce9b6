import { ageWords } from './age-condition.ts'
import { type Gate, questionsOf } from './compiled-form.ts'
import { fieldId, fieldName } from './field-name.ts'

/** Whether and when a field shows. */
export interface Shown {
  /** With the answers as they stand the question is asked. */
  visible: boolean
  /**
   * The answer on the same page that reveals it. Without JavaScript the field stands open and what is typed into
   * it counts only when that answer is given.
   */
  revealedBy?: { linkId: string; id: string; name: string; value: string }
  /** In words, when an age worked out from answers on the page decides. */
  when?: string
}

/** What is needed to judge conditions on one page. */
export interface PageQuestions {
  /** LinkIds of the questions on this page. */
  here: ReadonlySet<string>
  /** LinkIds of the questions of the same entry. */
  sameEntry: ReadonlySet<string>
  entry: { group: string; row: number } | undefined
}

/** A gate that no answer on this page can open. */
export function dependsElsewhere(gate: Gate, here: ReadonlySet<string>): boolean {
  return gate.conditions.every((condition) => questionsOf(condition).every((linkId) => !here.has(linkId)))
}

/** Says which answer on the page reveals the item, when it is a single one. */
export function shownWhen(gates: readonly Gate[], visible: boolean, page: PageQuestions): Shown {
  const decidedHere = gates.filter((candidate) => !dependsElsewhere(candidate, page.here))
  const age = decidedHere.flatMap(({ conditions }) => conditions).find((condition) => 'unit' in condition)
  if (age) return { visible, when: ageWords(age) }
  const [gate, ...others] = decidedHere.reverse()
  const [condition] = gate?.conditions ?? []
  const simple = others.length === 0 && gate?.conditions.length === 1
  if (!simple || condition?.operator !== '=') return { visible }
  const entry = page.sameEntry.has(condition.linkId) ? page.entry : undefined
  const { linkId, code } = condition
  return {
    visible,
    revealedBy: { linkId, id: fieldId(linkId, entry), name: fieldName(linkId, entry), value: code },
  }
}
