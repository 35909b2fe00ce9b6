import type { CompiledForm, Question } from '@cdop/forms'
import type { z } from 'zod'
import type { Mapping } from './mapping.ts'

/** Entries of a repeating group a row of a file has columns for; whoever has more records that notification by hand. */
const MOST_ENTRIES = 6

type Columns = z.input<typeof Mapping>['columns']

/**
 * The mapping of a file made for this product: every question of the form has a column of its own, named as the data
 * dictionary names the question; those of an entry with its group and number before it, "agencies 2 agency-name".
 */
export function ownColumns(form: CompiledForm): z.input<typeof Mapping> {
  const columns = form.pages
    .flatMap(({ items }) => items)
    .flatMap((item): Columns => {
      if (item.kind === 'note') return []
      if (item.kind !== 'group') return [columnOf(item)]
      const entries = Array.from({ length: Math.min(item.maxOccurs, MOST_ENTRIES) }, (_, at) =>
        String(at + 1),
      )
      return entries.flatMap((entry) =>
        item.questions.map(({ linkId }) => ({
          column: `${item.linkId} ${entry} ${linkId}`,
          question: linkId,
          group: item.linkId,
          entry,
        })),
      )
    })
  return {
    id: 'own-columns',
    version: form.version,
    title: 'the notification form’s own columns, one row for each notification',
    assumption:
      'Each column is named as the data dictionary names the question, and holds the words of an answer or its code; several answers are separated by semicolons.',
    receivedOn: 'received-on',
    notKnown: ['unknown', 'not known', 'not-known', 'i do not know'],
    columns,
    constants: [],
    withoutEntries: [],
    ignored: [],
  }
}

/** A file without a column for what is always asked could not hold one whole notification. */
function columnOf({ linkId, required, gates }: Question): Columns[number] {
  return { column: linkId, question: linkId, required: required && gates.length === 0 }
}
