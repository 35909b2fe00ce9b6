import type { Answer } from './answer.ts'

/** The age a condition judges: the time between the answers to two date questions. Never asked and never stored. */
export interface Age {
  /** The date question it counts from, and the one it counts to. */
  from: string
  to: string
  /** What it is called in the middle of a sentence: "age at death". */
  name: string
}

/** A condition on an age: whole days, or completed years. */
export interface AgeCondition extends Age {
  operator: '<' | '>='
  value: number
  unit: 'days' | 'years'
}

const DAY_MS = 86_400_000
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/

function days(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** Born on 29 February, a year is completed on 1 March of a common year: by the order of month and day alone. */
function completedYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

function civilDate(answer: Answer | undefined): string | undefined {
  return typeof answer === 'string' && CIVIL_DATE.test(answer) ? answer : undefined
}

/** Whether an age is as the condition says. While either date is missing, not known or out of order, no age is. */
export function ageHolds(
  { from, to, operator, value, unit }: AgeCondition,
  find: (linkId: string) => Answer | undefined,
): boolean {
  const first = civilDate(find(from))
  const last = civilDate(find(to))
  if (first === undefined || last === undefined || last < first) return false
  const age = unit === 'days' ? days(first, last) : completedYears(first, last)
  return operator === '<' ? age < value : age >= value
}

/** When a question depends on an age, in words: "Only if the age at death is under 28 days". */
export function ageWords({ name, operator, value, unit }: AgeCondition): string {
  const much = `${value} ${value === 1 ? unit.slice(0, -1) : unit}`
  return `Only if the ${name} is ${operator === '<' ? `under ${much}` : `${much} or more`}`
}
