import type { z } from 'zod'
import type { ErrorItem } from '../components/error-summary.ts'

export type ReadTyped<Value> = { ok: true; value: Value } | { ok: false; errors: ErrorItem[] }

/**
 * Reads what was typed into a small form. The first mistake of each field comes back in the schema's own words and
 * leads to its field: the path of an issue is the element's id, so a date's parts are `decided-on`, `day`.
 */
export function readTyped<Schema extends z.ZodType>(
  schema: Schema,
  typed: z.input<Schema>,
): ReadTyped<z.output<Schema>> {
  const read = schema.safeParse(typed)
  if (read.success) return { ok: true, value: read.data }
  const fields = new Set<PropertyKey | undefined>()
  const errors: ErrorItem[] = []
  for (const issue of read.error.issues) {
    const [field] = issue.path
    if (fields.has(field)) continue
    fields.add(field)
    errors.push({ text: issue.message, href: `#${issue.path.join('-')}` })
  }
  return { ok: false, errors }
}

/** The mistake of one field, as its component takes it. A date's parts count as the field. */
export function errorOf(errors: readonly ErrorItem[], id: string): { text: string } | undefined {
  const found = errors.find(
    ({ href }) => href === `#${id}` || dateParts.some((part) => href === `#${id}-${part}`),
  )
  return found && { text: found.text }
}

const dateParts = ['day', 'month', 'year'] as const
