import type { SummarySection } from '@cdop/forms'
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

/** Answer by answer what the later version says otherwise, in the order of the form; what is no longer asked comes last. */
export function differencesBetween(
  before: readonly SummarySection[],
  now: readonly SummarySection[],
): AnalysisDifference[] {
  const [old, current] = [rowsOf(before), rowsOf(now)]
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), current.get(path)]
    const row = is ?? was
    if (row === undefined || was?.answer === is?.answer) return []
    const { section, label } = row
    return [{ section, label, before: was?.answer ?? null, now: is?.answer ?? null }]
  })
}
