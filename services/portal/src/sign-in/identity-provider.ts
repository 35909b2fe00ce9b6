import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
} from 'openid-client'
import { z } from 'zod'

/** What ties the answer of the identity provider to the question the portal asked. */
export type SignInSecrets = { state: string; nonce: string; codeVerifier: string }

/** What the identity provider vouches for. The address counts only when it says it checked it. */
export type ProvenIdentity = { issuer: string; subject: string; email: string | null }

/** Where people prove who they are. */
export interface IdentityProvider {
  /** Forms that start a sign-in end there: the content security policy names it. */
  readonly url: string
  /** Where to send the browser. @throws IdentityProviderAway */
  addressToSignIn(secrets: SignInSecrets): Promise<URL>
  /** @throws when the answer does not belong to the question, or anything in it does not hold */
  identityFrom(answer: URL, secrets: SignInSecrets): Promise<ProvenIdentity>
}

export type IdentityProviderSettings = {
  issuer: string
  clientId: string
  clientSecret: string | undefined
  /** Where the provider sends people back to. */
  callback: string
}

/** The identity provider cannot be reached now. */
export class IdentityProviderAway extends Error {
  override readonly name = 'IdentityProviderAway'
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.email().optional(),
  email_verified: z.boolean().optional(),
})

/** An identity provider by OpenID Connect: authorisation code with PKCE (S256), state and nonce. */
export function openIdProvider(settings: IdentityProviderSettings): IdentityProvider {
  const { issuer, clientId, clientSecret, callback } = settings
  let known: Configuration | null = null
  async function configuration(): Promise<Configuration> {
    if (known !== null) return known
    const plain = new URL(issuer).protocol === 'http:'
    const proof = clientSecret === undefined ? None() : ClientSecretPost(clientSecret)
    try {
      const options = plain ? { execute: [allowInsecureRequests] } : {}
      known = await discovery(new URL(issuer), clientId, {}, proof, options)
      return known
    } catch {
      throw new IdentityProviderAway()
    }
  }
  return {
    url: issuer,
    async addressToSignIn({ state, nonce, codeVerifier }) {
      return buildAuthorizationUrl(await configuration(), {
        redirect_uri: callback,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        // Computers are shared: whoever signed out must not be signed in again by the provider's own memory.
        prompt: 'login',
      })
    },
    async identityFrom(answer, { state, nonce, codeVerifier }) {
      const here = new URL(callback)
      here.search = answer.search
      const tokens = await authorizationCodeGrant(await configuration(), here, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
      })
      const claims = Claims.parse(tokens.claims())
      const { iss, sub, email, email_verified: verified } = claims
      return { issuer: iss, subject: sub, email: verified === true ? (email ?? null) : null }
    },
  }
}
