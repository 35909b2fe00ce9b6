import { NOT_PROVIDED, type SummarySection } from '@cdop/forms'
import { z } from 'zod'

/** One answer that two versions of an analysis give differently, in the words a reader sees; null where it is not asked. */
export const AnalysisDifference = z.strictObject({
  section: z.string(),
  label: z.string(),
  before: z.string().nullable(),
  now: z.string().nullable(),
})
export type AnalysisDifference = z.infer<typeof AnalysisDifference>

type Row = { section: string; label: string; answer: string }

/** What is asked, by where it stands; an entry of a list by its number in it. */
function rowsOf(sections: readonly SummarySection[]): ReadonlyMap<string, Row> {
  return new Map(
    sections.flatMap(({ title, rows }) =>
      rows.map(({ path, label, answer, entry }): [string, Row] => [
        path,
        { section: title, label: entry === undefined ? label : `${entry.label}: ${label}`, answer },
      ]),
    ),
  )
}

/** Answer by answer what either version asks, in the order of the later form; what is no longer asked comes last. */
function sideBySide(before: readonly SummarySection[], now: readonly SummarySection[]): AnalysisDifference[] {
  const [old, current] = [rowsOf(before), rowsOf(now)]
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), current.get(path)]
    const row = is ?? was
    if (row === undefined) return []
    const { section, label } = row
    return [{ section, label, before: was?.answer ?? null, now: is?.answer ?? null }]
  })
}

/** Answer by answer what the later version says otherwise, in the order of the form; what is no longer asked comes last. */
export function differencesBetween(
  before: readonly SummarySection[],
  now: readonly SummarySection[],
): AnalysisDifference[] {
  return sideBySide(before, now).filter((one) => one.before !== one.now)
}

/** One answer of the panel beside that of a review meeting: whether the meeting said the same, otherwise, or nothing. */
export const ComparedAnswer = AnalysisDifference.extend({ meeting: z.enum(['same', 'different', 'nothing']) })
export type ComparedAnswer = z.infer<typeof ComparedAnswer>

/** Every answer, with what the meeting said (`before`) beside what the panel says (`now`). */
export function comparedWith(
  meeting: readonly SummarySection[],
  panel: readonly SummarySection[],
): ComparedAnswer[] {
  return sideBySide(meeting, panel).map((one) => {
    if (one.before === null || one.before === NOT_PROVIDED) return { ...one, meeting: 'nothing' }
    return { ...one, meeting: one.before === one.now ? 'same' : 'different' }
  })
}
