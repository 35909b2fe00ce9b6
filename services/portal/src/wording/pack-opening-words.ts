import type { PackOpening, PlainDate } from '@cdop/domain'
import { writtenDate } from './written-date.ts'

/** Why the panel does not read a case, and when it will, as far as anybody knows. */
export function packOpeningWords(
  opening: Exclude<PackOpening, 'open'>,
  { packDueOn, today }: { packDueOn: PlainDate; today: PlainDate },
): string {
  switch (opening) {
    case 'not-released':
      return packDueOn < today
        ? `The pack of this meeting has not been released yet. It was due on ${writtenDate(packDueOn)}.`
        : `The pack of this meeting has not been released yet. It is due on ${writtenDate(packDueOn)}.`
    case 'withdrawn':
      return 'The pack of this meeting was withdrawn. You can read the case again once a new one is released.'
    case 'over':
      return 'The pack of this meeting has expired. It can no longer be read.'
  }
}
