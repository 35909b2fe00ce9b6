import type { LeftOutReason, OpenCaseFileState } from '@cdop/domain'

/** Why a file a bundle names was not taken in, in words. */
export const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  'not-found': 'The file cannot be found',
  'cannot-be-opened': 'The file is damaged or of a kind that is not taken',
  'not-of-this-case': 'The file does not belong to this case',
  'kept-elsewhere': 'The file stays where it is kept',
}

/** How far a file of a bundle has come: what its tag says, and its colour. */
export const fileStateTag: Readonly<Record<OpenCaseFileState, { text: string; classes: string }>> = {
  awaited: { text: 'No file yet', classes: 'govuk-tag--yellow' },
  coming: { text: 'Did not come whole', classes: 'govuk-tag--yellow' },
  whole: { text: 'Being checked', classes: 'govuk-tag--blue' },
  received: { text: 'Being scanned', classes: 'govuk-tag--blue' },
  clean: { text: 'Scanned', classes: 'govuk-tag--green' },
  refused: { text: 'Not taken', classes: 'govuk-tag--red' },
  'left-out': { text: 'Left out', classes: 'govuk-tag--grey' },
  taken: { text: 'With its case', classes: 'govuk-tag--green' },
}
