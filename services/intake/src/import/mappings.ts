import { NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import { bundleMapping } from '../open-case-import/bundle-mapping.ts'
import { Mapping } from './mapping.ts'
import ecdop from './mappings/ecdop-2026-11-01.json' with { type: 'json' }
import wholeEcdop from './mappings/ecdop-2026-11-22.json' with { type: 'json' }
import { ownColumns } from './own-columns.ts'

const ofNotifications: readonly Mapping[] = [
  Mapping.parse(ecdop),
  Mapping.parse(wholeEcdop),
  ...statutoryForms
    .filter(({ url }) => url === NOTIFICATION_FORM)
    .map((form) => Mapping.parse(ownColumns(form))),
]

/** Every mapping that ever was, so that an import that waits is read as it was uploaded. The newest of an id last. */
export const mappings: readonly Mapping[] = [...ofNotifications, ...ofNotifications.map(bundleMapping)]

/** The mapping a new upload is read by. Undefined when there is none of that id. */
export function newestMapping(id: string): Mapping | undefined {
  return mappings.findLast((mapping) => mapping.id === id)
}

/** @throws RangeError when the product no longer has it */
export function mappingOf(id: string, version: string): Mapping {
  const found = mappings.find((mapping) => mapping.id === id && mapping.version === version)
  if (found === undefined) throw new RangeError('no such mapping')
  return found
}
