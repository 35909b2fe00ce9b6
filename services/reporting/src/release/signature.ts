import type { Db } from '@cdop/database'
import { type AreaId, canonicalJson, type Instant, type PersonId, type ReleaseId } from '@cdop/domain'
import { type Keyring, signStatement, statementHolds } from '@cdop/rpc'
import { signatureOf } from './decision-store.ts'
import type { ReleaseHead } from './release.ts'

type Signed = Readonly<{ releaseId: ReleaseId; hash: string; by: PersonId; at: Instant }>

const statementOf = (areaId: AreaId, { releaseId, hash, by, at }: Signed) =>
  canonicalJson({ areaId, releaseId, hash, by, at })

/** Reporting's word, under its own key, on who signed which tables and when. */
export function signatureOver(ring: Keyring, areaId: AreaId, signed: Signed): Promise<string> {
  return signStatement(ring, 'cdop-release', statementOf(areaId, signed))
}

/** Whether the kept signature is this service's word on these tables; null where none is kept. */
export async function signatureHolds(
  tx: Db,
  ring: Keyring,
  areaId: AreaId,
  { releaseId, hash, standing }: ReleaseHead,
): Promise<boolean | null> {
  if (standing.state !== 'signed') return null
  const { by, at } = standing
  const signature = await signatureOf(tx, areaId, releaseId)
  const said = statementOf(areaId, { releaseId, hash, by, at })
  return signature !== null && statementHolds(ring, 'cdop-release', said, signature)
}
