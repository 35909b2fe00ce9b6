import { CallerName } from '@cdop/domain'
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { z } from 'zod'

type Key = Awaited<ReturnType<typeof importJWK>>

/** Who a process is, and whose word it takes. */
export interface Keyring {
  readonly self: CallerName
  readonly signingKey: Key
  /** @throws Error when the caller is not known */
  publicKeyOf(caller: CallerName): Key
}

const Jwk = z.looseObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })

/** The public keys of every caller, as the file `trusted-keys.json` holds them. */
export const TrustedKeys = z.partialRecord(CallerName, Jwk)
export type TrustedKeys = z.infer<typeof TrustedKeys>

/** A new Ed25519 key pair as JSON Web Keys: the private one for its owner's file, the public one for everybody. */
export async function newSigningKey(): Promise<{ privateKey: JWK; publicKey: JWK }> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  return { privateKey: await exportJWK(pair.privateKey), publicKey: await exportJWK(pair.publicKey) }
}

/** @throws Error when a key is not an Ed25519 key */
export async function keyring(self: CallerName, privateKey: unknown, trusted: unknown): Promise<Keyring> {
  const own = Jwk.parse(privateKey)
  const signingKey = await importJWK(own as JWK, 'EdDSA')
  const known = new Map<CallerName, Key>()
  for (const [caller, jwk] of Object.entries(TrustedKeys.parse(trusted))) {
    known.set(CallerName.parse(caller), await importJWK(jwk as JWK, 'EdDSA'))
  }
  return {
    self,
    signingKey,
    publicKeyOf(caller) {
      const key = known.get(caller)
      if (key === undefined) throw new Error('unknown caller')
      return key
    },
  }
}
