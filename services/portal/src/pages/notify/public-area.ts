import { type Area, type AreaId, Refusal, type TonightContacts } from '@cdop/domain'
import { areaOfCode, readAreas } from '../../area/area-store.ts'
import type { Visit } from '../../page/visit.ts'
import { portalActor } from '../../session/visitor.ts'
import { tonightContacts } from '../../tonight/tonight-contacts.ts'

type Asking = Pick<Visit, 'parts' | 'requestId' | 'param'>

/** The area an address on the web means, with its numbers for tonight: all of it public. */
export type PublicArea = { areaId: AreaId; code: string; name: string; area: Area; tonight: TonightContacts }

/** @throws Refusal `not-found` when no area has this code */
export async function publicArea({ parts, requestId, param }: Asking): Promise<PublicArea> {
  const code = param('area').toUpperCase()
  const areaId = await areaOfCode(parts.database.sql, code)
  if (areaId === null) throw new Refusal('not-found')
  const [area] = await parts.database.transaction(portalActor(areaId, requestId), readAreas)
  if (area === undefined) throw new Refusal('not-found')
  const tonight = await tonightContacts({ parts, requestId }, areaId)
  return { areaId, code, name: area.name, area, tonight }
}
