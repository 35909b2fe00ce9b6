import type { Mapping } from '../import/mapping.ts'
import { caseColumns } from './sheet-columns.ts'

/** A file's columns as those of the sheet of cases of a bundle, beside the columns every such sheet has. */
export function bundleMapping(mapping: Mapping): Mapping {
  return {
    ...mapping,
    id: `open-cases-${mapping.id}`,
    title: `open cases in a bundle: ${mapping.title}`,
    bundle: true,
    ignored: [...mapping.ignored, ...caseColumns.required, ...caseColumns.optional],
  }
}
