import type { BundleSheet } from '@cdop/domain'

type Columns = Readonly<{ required: readonly string[]; optional: readonly string[] }>

/** The column by which every sheet says which case a row belongs to: what the case was called where it was kept. */
export const REFERENCE = 'old reference'

/** What the sheet of cases has beside the columns of the notification. */
export const caseColumns: Columns = {
  required: [REFERENCE, 'stage'],
  optional: [
    'confirmed by',
    'confirmed by name',
    'confirmed by organisation',
    'confirmed on',
    'no meeting because',
    'no meeting decided on',
    'panel meeting on',
    'panel questions',
    'reviewed on',
    'submitted on',
  ],
}

/** The columns of the other sheets. The sheet of returned forms may have any others: each is an answer. */
export const sheetColumns: Readonly<Record<Exclude<BundleSheet, 'cases'>, Columns>> = {
  requests: {
    required: [REFERENCE, 'agency', 'agency kind', 'asked on'],
    optional: ['agency ods code', 'agency mailbox', 'due on', 'chased on', 'outcome', 'answered on'],
  },
  'returned forms': {
    required: [REFERENCE, 'agency', 'form name', 'returned on'],
    optional: ['asked on', 'form number', 'form version'],
  },
  holds: {
    required: [REFERENCE, 'reason', 'began on'],
    optional: ['keeps waiting', 'ended on', 'contact', 'last confirmed on', 'next check on'],
  },
  'review meetings': {
    required: [REFERENCE],
    optional: [
      'kind',
      'planned on',
      'starts at',
      'ends at',
      'place',
      'chaired by',
      'held on',
      'last meeting',
      'report received on',
    ],
  },
  documents: {
    required: [REFERENCE, 'file name'],
    optional: ['kind', 'received on', 'agency', 'agency kind', 'agency ods code'],
  },
  'factor scores': {
    required: [REFERENCE, 'domain', 'score'],
    optional: ['factor', 'what was written', 'scored on'],
  },
}
