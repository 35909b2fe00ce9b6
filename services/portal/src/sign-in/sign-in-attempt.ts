import { randomBytes } from 'node:crypto'
import { Refusal } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import type { PortalParts } from '../portal-parts.ts'
import { later } from '../session/open-session.ts'
import { tokenHash } from '../session/token.ts'
import type { SignInSecrets } from './identity-provider.ts'

/** Milliseconds a person has to sign in with the identity provider. */
const ATTEMPT = 10 * 60_000

/** Nonce and verifier follow from the state and a key of ours, so that nothing readable is stored. */
function secretsOf({ keys }: Pick<PortalParts, 'keys'>, state: string): SignInSecrets {
  const derived = (kind: string) => blindIndex(keys, `sign-in ${kind}`, state).toString('base64url')
  return { state, nonce: derived('nonce'), codeVerifier: derived('verifier') }
}

/** Starts a sign-in in this browser. `visit` is what its cookie holds. */
export async function beginAttempt(parts: PortalParts, visit: string, goTo: string): Promise<SignInSecrets> {
  const secrets = secretsOf(parts, randomBytes(32).toString('base64url'))
  const at = parts.clock.now()
  await parts.database.withoutActor(async (tx) => {
    await tx`delete from portal.sign_in_attempts where expires_at < ${at}`
    await tx`
      insert into portal.sign_in_attempts (state_hash, visit_hash, go_to, expires_at)
      values (${tokenHash(secrets.state)}, ${tokenHash(visit)}, ${goTo}, ${later(at, ATTEMPT)})
    `
  })
  return secrets
}

/**
 * Takes up a sign-in, once and only in the browser that began it.
 * @throws Refusal `forbidden` for any other
 */
export async function finishAttempt(
  parts: PortalParts,
  visit: string | null,
  state: string,
): Promise<{ secrets: SignInSecrets; goTo: string }> {
  const [row] = await parts.database.withoutActor(
    (tx) => tx<{ goTo: string }[]>`
      delete from portal.sign_in_attempts
      where state_hash = ${tokenHash(state)} and visit_hash = ${tokenHash(visit ?? '')}
        and expires_at > ${parts.clock.now()}
      returning go_to
    `,
  )
  if (visit === null || row === undefined) throw new Refusal('forbidden')
  return { secrets: secretsOf(parts, state), goTo: row.goTo }
}
