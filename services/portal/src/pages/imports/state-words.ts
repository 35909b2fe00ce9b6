import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import type { TagOptions } from '../../components/tag.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
/** An import as intake tells of it. */
export type SeenImport = Awaited<ReturnType<Intake['import']['read']['query']>>
export type ImportState = SeenImport['state']

export const importStateTag: Readonly<Record<ImportState, TagOptions>> = {
  uploading: { text: 'Uploading', classes: 'govuk-tag--grey' },
  checking: { text: 'Checking', classes: 'govuk-tag--blue' },
  refused: { text: 'Not imported', classes: 'govuk-tag--red' },
  ready: { text: 'Ready to confirm', classes: 'govuk-tag--yellow' },
  confirmed: { text: 'Importing', classes: 'govuk-tag--blue' },
  done: { text: 'Imported', classes: 'govuk-tag--green' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--grey' },
}
