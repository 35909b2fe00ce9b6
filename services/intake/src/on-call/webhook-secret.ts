import type { AreaId } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'

/** What an area's posted pages are signed with, as webhook receivers take it. Worked out anew, stored nowhere. */
export function webhookSecret(keys: KeyProvider, areaId: AreaId): string {
  return `whsec_${blindIndex(keys, 'on-call-webhook', areaId).toString('base64')}`
}
