import { type Answers, type CompiledForm, completeness, summary } from '@cdop/forms'
import { z } from 'zod'

/** How far one section of a returned form was answered; what was left blank by its question, with what the review rests on. */
export const SectionCompleteness = z.strictObject({
  title: z.string(),
  answered: z.int(),
  notKnown: z.int(),
  blank: z.array(z.strictObject({ path: z.string(), label: z.string(), critical: z.boolean() })),
})
export type SectionCompleteness = z.infer<typeof SectionCompleteness>

/** Section by section what was asked: answered, said not to be known, or left blank. What was not asked counts for nothing. */
export function sectionCompleteness(form: CompiledForm, answers: Answers): SectionCompleteness[] {
  const items = completeness(form, answers)
  const statuses = new Map(items.map(({ path, status }) => [path, status]))
  const critical = new Set(items.filter((item) => item.critical).map(({ path }) => path))
  return summary(form, answers).map(({ title, rows }) => {
    const of = (wanted: string) => rows.filter(({ path }) => statuses.get(path) === wanted)
    return {
      title,
      answered: of('answered').length,
      notKnown: of('not-known').length,
      blank: of('blank').map(({ path, label, entry }) => ({
        path,
        critical: critical.has(path),
        label: entry === undefined ? label : `${entry.label}: ${label}`,
      })),
    }
  })
}
