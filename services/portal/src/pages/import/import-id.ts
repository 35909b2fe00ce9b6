import { ImportId, Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'

/** The import a path means. @throws Refusal `not-found` when it can be none */
export function importIdIn({ param }: PersonVisit): ImportId {
  const read = ImportId.safeParse(param('importId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}
