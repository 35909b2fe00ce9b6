import { createHash } from 'node:crypto'
import { type InformationRequestId, PackPlace } from '@cdop/domain'

/** What a return is called on the page of a pack: the same each time, and neither its number nor its agency. */
export function returnSection(id: InformationRequestId): PackPlace {
  return PackPlace.parse(`return-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`)
}
