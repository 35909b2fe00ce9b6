import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Provider, { interactionPolicy } from 'oidc-provider'
import type { DemonstrationPerson } from './demonstration-people.ts'
import {
  LOCAL_PAGE_HEADERS,
  LOCAL_STYLE_HASH,
  localMistakePage,
  localSignInPage,
} from './local-sign-in-page.ts'
import { rememberInMemory } from './remembering.ts'

export type LocalIdentityProviderSettings = {
  /** Must be `demonstration`: anything else, or nothing, and it does not start. */
  deployment: string | undefined
  port: number
  /** The address the portal knows it by; null for the loopback port it gets. */
  issuer: string | null
  clientId: string
  clientSecret: string | undefined
  portalUrl: string
  /** Who can sign in. */
  people: readonly DemonstrationPerson[]
}

export type RunningIdentityProvider = { issuer: string; stop(): Promise<void> }

/** Seconds a sign-in may take, and everything it leaves behind is remembered. */
const REMEMBERED = 600

/** Bytes of the one form it has. */
const LARGEST_FORM = 2_000

function signingKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] }
}

function providerFor(issuer: string, settings: LocalIdentityProviderSettings): Provider {
  const { clientId, clientSecret, portalUrl, people } = settings
  return new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [`${portalUrl}/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...(clientSecret === undefined
          ? { token_endpoint_auth_method: 'none' }
          : { client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post' }),
      },
    ],
    adapter: rememberInMemory(),
    jwks: signingKeys(),
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    ttl: {
      Interaction: REMEMBERED,
      Session: REMEMBERED,
      Grant: REMEMBERED,
      AuthorizationCode: 60,
      AccessToken: 60,
      IdToken: 60,
    },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, userinfo: { enabled: false } },
    interactions: {
      policy: interactionPolicy.base(),
      url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
    },
    // What people here agree to is settled by who they are; there is no page to ask.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider } = oidc
      if (client === undefined || session?.accountId === undefined) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    findAccount(_ctx, subject) {
      const found = people.find((person) => person.email === subject)
      if (found === undefined) return undefined
      const claims = { sub: subject, name: found.displayName, email: found.email, email_verified: true }
      return { accountId: subject, claims: async () => claims }
    },
    renderError: (ctx) => {
      ctx.type = 'html'
      for (const [name, value] of Object.entries(LOCAL_PAGE_HEADERS)) ctx.set(name, value)
      ctx.body = localMistakePage(portalUrl)
    },
  })
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LARGEST_FORM) return null
  }
  return new URLSearchParams(body)
}

/** Shows who can sign in, or takes the choice. */
async function interact(
  provider: Provider,
  settings: LocalIdentityProviderSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: string) => {
    response.writeHead(status, {
      ...LOCAL_PAGE_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src '${LOCAL_STYLE_HASH}'; form-action 'self' ${settings.portalUrl}; frame-ancestors 'none'; base-uri 'none'`,
    })
    response.end(body)
  }
  try {
    await provider.interactionDetails(request, response)
    if (request.method !== 'POST') return send(200, localSignInPage(settings.people))
    const chosen = (await formOf(request))?.get('person')
    const found = settings.people.find((person) => person.email === chosen)
    if (found === undefined) return send(422, localSignInPage(settings.people, 'Choose who to sign in as'))
    await provider.interactionFinished(request, response, {
      login: { accountId: found.email, remember: false },
    })
  } catch {
    send(400, localMistakePage(settings.portalUrl))
  }
}

/**
 * A real OpenID provider on loopback, for demonstrations and tests: no password, only invented people. It forgets
 * everything when it stops.
 * @throws Error in one sentence when this is not a demonstration, or the port is taken
 */
export async function startLocalIdentityProvider(
  settings: LocalIdentityProviderSettings,
): Promise<RunningIdentityProvider> {
  if (settings.deployment !== 'demonstration') {
    throw new Error(
      'The local identity provider signs in invented people and starts only for a demonstration.',
    )
  }
  const server = createServer()
  server.listen(settings.port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  const issuer = settings.issuer ?? `http://localhost:${port}`
  const provider = providerFor(issuer, settings)
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/health/live' || request.url === '/health/ready') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"ready":true}')
      return
    }
    const answered = request.url?.startsWith('/interaction/')
      ? interact(provider, settings, request, response)
      : answer(request, response)
    answered.catch(() => response.destroy())
  })
  return {
    issuer,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
