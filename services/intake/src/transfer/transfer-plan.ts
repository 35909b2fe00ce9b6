import { type AreaId, text } from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** How what is learnt from a death is shared between the two areas, agreed at the outset (domain reference 1.2, R8). */
export const LearningSharePlan = text(2_000)
const Sealed = z.strictObject({ plan: z.string() })

type Place = { areaId: AreaId; transferId: string; wrapped: Uint8Array }

export function sealPlan(keys: KeyProvider, { areaId, transferId, wrapped }: Place, plan: string): Buffer {
  return subjectCipher(keys, areaId, transferId, wrapped).sealJson('transfers', 'plan', { plan })
}

export function openPlan(
  keys: KeyProvider,
  { areaId, transferId, wrapped }: Place,
  plan: Uint8Array,
): string {
  return Sealed.parse(subjectCipher(keys, areaId, transferId, wrapped).openJson('transfers', 'plan', plan))
    .plan
}
