import { CallerName } from '@cdop/domain'
import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose'
import type { Keyring } from './keyring.ts'

const Encoded = new TextEncoder()

/** What a service states under its own key for good; each kind says another thing, so none passes for another. */
export type StatementKind = 'cdop-release'

/** Signs a statement with Ed25519, as a compact JWS. It has no end: what it says is kept beside it. */
export function signStatement(ring: Keyring, kind: StatementKind, statement: string): Promise<string> {
  return new CompactSign(Encoded.encode(statement))
    .setProtectedHeader({ alg: 'EdDSA', typ: kind, iss: ring.self })
    .sign(ring.signingKey)
}

/** Whether a signature is the word of this service, of this kind, and says exactly this. */
export async function statementHolds(
  ring: Keyring,
  kind: StatementKind,
  statement: string,
  signature: string,
): Promise<boolean> {
  try {
    const header = decodeProtectedHeader(signature)
    if (header.typ !== kind || CallerName.parse(header['iss']) !== ring.self) return false
    const { payload } = await compactVerify(signature, ring.publicKeyOf(ring.self), { algorithms: ['EdDSA'] })
    return new TextDecoder().decode(payload) === statement
  } catch {
    return false
  }
}
