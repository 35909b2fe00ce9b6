import type { AreaId, RequestId, TonightContacts } from '@cdop/domain'
import { contactVersions } from '../area/area-settings-store.ts'
import type { PortalParts } from '../portal-parts.ts'
import { portalActor } from '../session/visitor.ts'

/** An area's numbers for tonight, for every page that shows them, open ones too: they are no secret. */
export async function tonightContacts(
  { parts, requestId }: { parts: Pick<PortalParts, 'database'>; requestId: RequestId },
  areaId: AreaId,
): Promise<TonightContacts> {
  const [newest] = await parts.database.transaction(portalActor(areaId, requestId), (tx) =>
    contactVersions(tx, areaId),
  )
  if (newest === undefined) throw new Error('the default is always there')
  return newest.content
}
